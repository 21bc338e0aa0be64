"""What to check again first."""

from __future__ import annotations

import datetime as dt

from helpsite.stale import Checked, ages, limit_for


def test_the_oldest_comes_first_and_what_is_due_is_a_warning() -> None:
    rows = [
        Checked(dt.date(2026, 11, 20), "source new"),
        Checked(dt.date(2026, 9, 1), "message doubtful", limit_for("low")),
        Checked(dt.date(2026, 1, 1), "docs/ja/old.md", limit_for("high")),
    ]
    assert list(ages(rows, dt.date(2026, 11, 24))) == [
        "2026-01-01   327 days  warning: 147 days over 180: docs/ja/old.md",
        "2026-09-01    84 days  warning: 24 days over 60: message doubtful",
        "2026-11-20     4 days  source new",
    ]
