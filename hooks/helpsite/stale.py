"""``python -m helpsite.stale``: pages, entries and sources by the age of their check, the oldest first."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpsite.ground.paths import ROOT
from helpsite.ground.problems import ContentError, Problems
from helpsite.load import load_site
from helpsite.site import Site

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


def checked(site: Site) -> Iterator[Checked]:
    """Everything on the site that bears the day of a check."""
    for pages in site.pages.values():
        for page in pages.values():
            name = page.path.relative_to(site.docs.parent).as_posix()
            yield Checked(page.front.checked, name, limit_for(page.front.confidence))
    for message in site.catalogue:
        yield Checked(message.checked, f"message {message.id}", limit_for(message.confidence))
    for key, source in site.sources.items():
        yield Checked(source.seen, f"source {key}")


def main() -> int:
    """Print the list. Gives the exit code: what is due is no fault."""
    problems = Problems(ROOT)
    try:
        site = load_site(ROOT / "docs", ROOT / "mkdocs.yml", problems)
        problems.raise_if_any()
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    print(*ages(checked(site), dt.datetime.now(dt.UTC).date()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
