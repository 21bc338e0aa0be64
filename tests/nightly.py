"""What is tried by day, and what only ``make test-all`` tries."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

AT_NIGHT = bool(os.environ.get("EVERY_PAGE"))

Row = TypeVar("Row")


def by_day(rows: Sequence[Row], step: int) -> Sequence[Row]:
    """Every ``step``-th of ``rows``, which differ in little; all of them at night."""
    return rows if AT_NIGHT else rows[::step]
