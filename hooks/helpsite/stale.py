"""``python -m helpsite.stale``: pages, entries and sources by the age of their check, the oldest first."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from helpsite.citations.ages import Checked, ages, limit_for
from helpsite.ground.problems import ContentError, Problems
from helpsite.site import Site, load_site

ROOT = Path(__file__).parents[2]


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
