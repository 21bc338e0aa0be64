"""``python -m tests.budget site``: what the first view of each page costs, and whether that is too much.

A first view is the page and everything that it names to be fetched at once: styles, scripts and what they import,
pictures. tests/publishing proves in a browser that no page fetches anything else.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpsite.publishing.built import Built, PublishingError, read_built

MOST_BROTLI = 40_000
MOST_GZIP = 45_000
MOST_REQUESTS = 6

_FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon|modulepreload)"|script|img)\s[^>]*?(?:href|src)="([^"]+)"')


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


def kinds(views: Sequence[View]) -> list[View]:
    """Every page that stands for itself, and for the messages of each language the heaviest."""
    heaviest: dict[str, View] = {}
    for view in views:
        kind = re.sub(r"errors/.+", "errors/…", view.path)
        if kind not in heaviest or sum(view.brotli.values()) > sum(heaviest[kind].brotli.values()):
            heaviest[kind] = view
    return list(heaviest.values())


def main(arguments: Sequence[str]) -> int:
    """Print the first views. Gives 1 where a page is over budget."""
    site = read_built(Path(arguments[0] if arguments else "site"))
    views = [first_view(site, path) for path in site.pages]
    print("  brotli     gzip requests")
    print(*kinds(views), sep="\n")
    over = [view for view in views if not view.is_within]
    for view in over:
        sizes = sorted(view.brotli.items(), key=lambda file: -file[1])
        print(f"over budget: /{view.path}: " + ", ".join(f"{file} {size}" for file, size in sizes), file=sys.stderr)
    print(f"{len(views)} pages, {len(over)} over {MOST_BROTLI} (brotli), {MOST_GZIP} (gzip), {MOST_REQUESTS} requests")
    return 1 if over else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (PublishingError, OSError) as error:
        sys.exit(f"{error}\nmake build writes the site")
