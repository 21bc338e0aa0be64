"""What a search fetches: before the box is touched, until the first result, and in all, beside Material's own search; compressed by brotli.

``python -m tests.bench.weight [folder of a built site]``; without a folder the site is built first.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

import brotli
from playwright.sync_api import Browser
from tests.bench._stage import stage
from tests.bench.search import write_stock
from tests.search.served import Served

LATER = re.compile(r"search/[a-z]+\.[0-9a-f]+\.json$")
"""A later part of the index, whose name holds its contents' hash."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print a line for each of the three, in both languages."""
    with stage(arguments) as (served, browser):
        write_stock(served.folder.parent)
        _print_weight(browser, served)


def _print_weight(browser: Browser, served: Served) -> None:
    """What is fetched before the search is touched, until the first result, and in all."""
    for prefix in ("", "en/"):
        served.asked.clear()
        page = browser.new_context(service_workers="block").new_page()  # what is kept for offline is no search
        page.goto(f"{served.url}{prefix}sign-in/", wait_until="networkidle")
        before = _of_search(served.asked)
        served.asked.clear()
        page.locator("#search").press_sequentially("net err")
        page.wait_for_selector("#search-panel .search__hit")
        # The index names the later parts, which were not needed for this result.
        paths = [path for path in _of_search(served.asked) if not LATER.match(path)]
        page.wait_for_timeout(2000)
        rows = {"before": before, "to the first result": paths, "in all": _of_search(served.asked)}
        for name, asked in rows.items():
            print(f"/{prefix} {name:22} {len(asked):3} requests {_size(served, asked) / 1000:7.1f} kB")
    stock = served.folder.parent / "stock"
    files = [stock / "index.json", *(stock / "assets/javascripts/workers").glob("search.*.js")]
    lunr = stock / "assets" / "javascripts" / "lunr"
    files += [lunr / "tinyseg.js", *(lunr / f"min/lunr.{name}.min.js" for name in ("stemmer.support", "ja", "multi"))]
    size = sum(len(brotli.compress(file.read_bytes())) for file in files) / 1000
    print(f"Material, on every page  {len(files):3} requests {size:7.1f} kB")


def _of_search(asked: Sequence[str]) -> list[str]:
    """What the search asked for; a published script that every page has holds the rest of it."""
    return [path for path in asked if "search/" in path]


def _size(served: Served, paths: Sequence[str]) -> int:
    files = [served.folder / (path + "index.html" if path.endswith("/") else path) for path in paths]
    return sum(len(brotli.compress(file.read_bytes())) for file in files if file.is_file())


if __name__ == "__main__":
    main(sys.argv[1:])
