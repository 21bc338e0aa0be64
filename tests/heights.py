"""How long pages are on a phone and on a screen, against the bounds that keep them readable.

``python -m tests.heights site`` prints the longest pages at each width; 1 where one is too long.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.browsers.surroundings import FLAGS, SHELL, surroundings
from tests.serving import serving

WIDTHS = (360, 1280)
BOUNDS = {"message": (3_000, 2_000), "index": (14_000, 10_000), "page": (9_000, 7_000)}
"""The most pixels of a kind of page, for each of `WIDTHS`."""
SHOWN = 10
SETTLED_HEIGHT = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(
    () => resolve(document.documentElement.scrollHeight))))"""
"""Two frames after the window changed: what follows its size has moved by then."""


@dataclass(frozen=True)
class Height:
    """How long a page is in a window of ``width``, in pixels."""

    address: str
    width: int
    pixels: int

    @property
    def bound(self) -> int:
        """The most that such a page may be."""
        found = re.search(r"(^|/)errors/(?P<id>[^#]+/)?", self.address)
        kind = "page" if not found else "message" if found["id"] else "index"
        return BOUNDS[kind][WIDTHS.index(self.width)]

    @property
    def is_within(self) -> bool:
        """Whether the page keeps to its bound."""
        return self.pixels <= self.bound

    def __str__(self) -> str:
        return f"{self.pixels:6} of {self.bound:6} px at {self.width:4}  /{self.address}"


def heights(browser: Browser, url: str, addresses: Iterable[str]) -> Iterator[Height]:
    """The heights of the pages at ``addresses`` below ``url``, as they are when they open, at each width."""
    page = browser.new_page(locale="ja-JP")
    for address in addresses:
        page.goto("about:blank")  # a fragment alone would not open the page anew
        page.goto(url + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            yield Height(address, width, page.evaluate(SETTLED_HEIGHT))
    page.close()


def addresses(folder: Path) -> list[str]:
    """Every page of the built site in ``folder``, and its contact pages with each of their letters open."""
    pages = sorted(file.parent.relative_to(folder) for file in folder.rglob("index.html"))
    found = ["" if page == Path() else f"{page.as_posix()}/" for page in pages]
    for page in [page for page in found if page.endswith("contact/")]:
        text = (folder / page / "index.html").read_text(encoding="utf-8")
        found += [f"{page}#{letter}" for letter in re.findall(r'id="(letter-[\w-]+)"', text)]
    return found


def main(folder: Path) -> int:
    """Print the longest pages of the site in ``folder``; 1 where one is too long."""
    with serving(folder) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=SHELL, args=FLAGS, env={**surroundings()})
        found = sorted(heights(browser, url, addresses(folder)), key=lambda height: -height.pixels)
        browser.close()
    for width in WIDTHS:
        print(*[height for height in found if height.width == width][:SHOWN], sep="\n")
    over = [height for height in found if not height.is_within]
    for height in over:
        print(f"too long: {height}", file=sys.stderr)
    print(f"{len(found)} heights, {len(over)} too long")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
