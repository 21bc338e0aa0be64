"""``python -m helpsite.publishing.budget site``: what the first view of each page costs, and whether that is too much.

A first view is the page and everything that it names to be fetched at once: styles, scripts and what they import,
pictures. tests/publishing proves in a browser that no page fetches anything else.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpsite.publishing.built import Built, PublishingError, read_built

MOST_BROTLI = 60_000
MOST_GZIP = 70_000
MOST_REQUESTS = 8
RECORD = Path(__file__).parents[3] / "tests" / "publishing" / "budget.json"
"""Brotli bytes of each file when somebody last looked: what a page over budget is compared with."""

_FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon|modulepreload)"|script|img)\s[^>]*?(?:href|src)="([^"]+)"')
_FINGERPRINT = re.compile(r"\.[0-9a-f]{8,}(?=\.)")


@dataclass(frozen=True)
class View:
    """The first view of the page at ``path``: bytes as they are sent, by file."""

    path: str
    brotli: Mapping[str, int]
    gzip: Mapping[str, int]

    @property
    def is_within(self) -> bool:
        """Whether the view keeps to the budget."""
        return (
            sum(self.brotli.values()) <= MOST_BROTLI
            and sum(self.gzip.values()) <= MOST_GZIP
            and len(self.brotli) <= MOST_REQUESTS
        )

    def __str__(self) -> str:
        return f"{sum(self.brotli.values()):8} {sum(self.gzip.values()):8} {len(self.brotli):4}  /{self.path}"


def first_view(site: Built, path: str) -> View:
    """What a browser fetches for the page at ``path`` before anybody touches it."""
    values = _FETCHED.findall(site.pages[path])
    files = dict.fromkeys([path, *(found for value in values if (found := site.target(path, value)))])
    return View(
        path.removesuffix("index.html"),
        {file: _sent(site, file, ".br") for file in files},
        {file: _sent(site, file, ".gz") for file in files},
    )


def _sent(site: Built, file: str, ending: str) -> int:
    packed = site.folder / (file + ending)
    return (packed if packed.is_file() else site.folder / file).stat().st_size


def grown(view: View, record: Mapping[str, int]) -> list[str]:
    """The files of ``view`` that are larger than recorded, the one that grew most first."""
    growth = {file: size - record.get(_name(file), 0) for file, size in view.brotli.items()}
    rows = sorted(((by, file) for file, by in growth.items() if by > 0), reverse=True)
    return [f"{file} grew by {by} to {view.brotli[file]}" for by, file in rows]


def _name(file: str) -> str:
    return _FINGERPRINT.sub("", file)


def kinds(views: Sequence[View]) -> list[View]:
    """Every page that stands for itself, and for the messages of each language the heaviest."""
    heaviest: dict[str, View] = {}
    for view in views:
        kind = re.sub(r"errors/.+", "errors/…", view.path)
        if kind not in heaviest or sum(view.brotli.values()) > sum(heaviest[kind].brotli.values()):
            heaviest[kind] = view
    return list(heaviest.values())


def main(arguments: Sequence[str]) -> int:
    """Print the first views; ``--record`` notes the sizes. Gives 1 where a page is over budget."""
    site = read_built(Path(arguments[0] if arguments else "site"))
    views = [first_view(site, path) for path in site.pages]
    if "--record" in arguments:
        sizes = {_name(file): size for view in views for file, size in view.brotli.items()}
        RECORD.write_text(json.dumps(sizes, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print("  brotli     gzip requests")
    print(*kinds(views), sep="\n")
    record = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.is_file() else {}
    over = [view for view in views if not view.is_within]
    for view in over:
        print(f"over budget: /{view.path}: " + "; ".join(grown(view, record) or ["see its files"]), file=sys.stderr)
    print(f"{len(views)} pages, {len(over)} over {MOST_BROTLI} (brotli), {MOST_GZIP} (gzip), {MOST_REQUESTS} requests")
    return 1 if over else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (PublishingError, OSError) as error:
        sys.exit(f"{error}\nmake build writes the site")
