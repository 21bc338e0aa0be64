"""How old the checks of facts are: what to look at again first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LIMIT = 180
"""Days after which a page, an entry or a source is due."""
LIMIT_LOW = 60
"""Days after which what is graded low is due."""


@dataclass(frozen=True, order=True)
class Checked:
    """Something whose facts were last checked on a day; ``name`` is how a writer finds it."""

    day: dt.date
    name: str
    limit: int = LIMIT

    def age(self, today: dt.date) -> int:
        """Days since the check."""
        return (today - self.day).days


def limit_for(confidence: str) -> int:
    """Days for which a fact with this grade stands unchecked."""
    return LIMIT_LOW if confidence == "low" else LIMIT


def ages(rows: Iterable[Checked], today: dt.date) -> Iterator[str]:
    """A line for each row, the oldest first; those beyond their limit are warnings."""
    for row in sorted(rows):
        age = row.age(today)
        due = f"warning: {age - row.limit} days over {row.limit}: " if age > row.limit else ""
        yield f"{row.day}  {age:4d} days  {due}{row.name}"
