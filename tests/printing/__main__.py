"""On how many sheets everything is printed that can be printed, with the wider of the two sets of fonts.

``python -m tests.printing site`` prints how many prints take how many sheets, by kind and form, and the longest; 1 where
one is over its bound.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from playwright.sync_api import Browser, sync_playwright
from tests.browsers.surroundings import FLAGS, OTHER_FONTS, SHELL, surroundings
from tests.heights import addresses
from tests.printing.sheets import BOUNDS, GOALS, Form, Kind, count_sheets, kind_of
from tests.serving import serving

PARTS = "[...document.querySelectorAll('section.procedure, section.letter')].map((part) => part.dataset.sheet)"
PRINT = "(part) => document.querySelector(`[data-sheet='${part}'] > .print-tools > button`).click()"


def prints(browser: Browser, url: str, pages: list[str]) -> Iterator[tuple[Kind, Form, int, str]]:
    """Every page, procedure and letter: its kind, the form of paper, its sheets, its address."""
    page = browser.new_page(locale="ja-JP")
    for address in pages:
        for part in ("", *_parts(browser, url + address)):
            place = f"{address}#{part}" if part else address
            for form in get_args(Form):
                page.goto("about:blank")  # a fragment alone would not open the page anew
                page.goto(url + place)
                page.evaluate("window.print = () => (window.isPrinting = true)")
                if part:
                    page.evaluate(PRINT, part)
                    page.wait_for_function("window.isPrinting")
                yield kind_of(place), form, count_sheets(page, form), place
    page.close()


def _parts(browser: Browser, address: str) -> list[str]:
    page = browser.new_page()
    page.goto(address)
    found: list[str] = page.evaluate(PARTS)
    page.close()
    return found


def main(folder: Path) -> int:
    """Print the sheets of the site in ``folder``; 1 where something is over its bound."""
    pages = [address for address in addresses(folder) if "#" not in address]
    with serving(folder) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=SHELL, args=FLAGS, env={**surroundings(OTHER_FONTS)})
        found = sorted(prints(browser, url, pages))
        browser.close()
    for (kind, form, sheets), count in sorted(Counter(row[:3] for row in found).items()):
        print(f"{count:5} × {kind} on {sheets} of {GOALS[kind]} sheets of {form}")
    for kind, form, sheets, place in found:
        if sheets > GOALS[kind]:
            print(f"{sheets} sheets of {form}: /{place}")
    over = [place for kind, _, sheets, place in found if sheets > BOUNDS[kind]]
    print(f"{len(found)} prints, {len(over)} over their bound")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
