"""On how many sheets everything is printed that can be printed, with the wider of the two sets of fonts.

``python -m tests.printing site`` prints each print that takes more sheets than it shall, or has one with too little on
it, when it is found, and in the end how many of each kind take how many; 1 where one is over its bound.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple, get_args

import pypdfium2 as pdfium
from playwright.async_api import Browser, Page, async_playwright
from tests.browsers.surroundings import FLAGS, OTHER_FONTS, SHELL, surroundings
from tests.heights import addresses
from tests.printing.sheets import BOUNDS, GOALS, Form, Kind, kind_of, kind_of_part, thin
from tests.serving import serving

AT_ONCE = 3
PARTS = """() => [...document.querySelectorAll(":is(.procedure, .letter:not([hidden]), .flow) > .print-tools")]
    .map((tools) => tools.parentElement.dataset.sheet)"""
OUTCOMES = "() => [...document.querySelectorAll('.flow .flow-card[data-sheet]')].map((card) => card.id)"
PRINT = """(part) => new Promise((done) => {
    window.print = done;
    document.querySelector(`[data-sheet="${part}"] > .print-tools > button`).click();
})"""
TAKE_WAY = """async (id) => {
    const card = document.getElementById(id);
    const chart = card.closest(".flow");
    const heard = (target, event) => new Promise((done) => target.addEventListener(event, done, {once: true}));
    const press = (button) => Promise.all([heard(window, "hashchange"), chart.querySelector(button).click()]);
    const answers = [];
    for (let node = card.dataset.node; node !== chart.dataset.start; ) {
        const label = chart.querySelector(`.flow-label[data-to="${node}"]`);
        answers.unshift(label.dataset.place);
        node = label.closest(".flow-exits").parentElement.querySelector("[data-node]").dataset.node;
    }
    if (!chart.querySelector("[data-do=restart]").hidden) await press("[data-do=restart]");
    const arrived = heard(chart, "way");
    for (const place of answers) await press(`[data-choose="${place}"]`);
    await arrived;
    return chart.dataset.sheet;
}"""


class Print(NamedTuple):
    """Something printed: its kind, the form of paper, on how many sheets, its address, and sheets with too little on them."""

    kind: Kind
    form: Form
    sheets: int
    place: str
    thin: list[int]

    @property
    def remark(self) -> str:
        """What is to be seen to; empty where nothing is."""
        if self.sheets > GOALS[self.kind]:
            return f"{self.sheets} sheets of {self.form}, {GOALS[self.kind]} wanted: /{self.place}"
        return f"hardly anything on sheet {self.thin[0]} of {self.form}: /{self.place}" if self.thin else ""


async def prints_of(page: Page, url: str, address: str) -> AsyncIterator[Print]:
    """The page at ``address`` and everything on it that prints alone, in both forms; ways only in the shorter.

    Of a page with a letter open only the letter is new.
    """
    await page.goto("about:blank")  # a fragment alone would not open the page anew
    await page.goto(url + address)
    for form in get_args(Form):
        yield await _printed(page, form, kind_of(address), address)
    address, _, letter = address.partition("#")
    for part in [letter] if letter else await page.evaluate(PARTS):
        for form in get_args(Form):
            await page.evaluate(PRINT, part)
            yield await _printed(page, form, kind_of_part(part), f"{address}#{part}")
    for outcome in [] if letter else await page.evaluate(OUTCOMES):
        await page.evaluate(PRINT, await page.evaluate(TAKE_WAY, outcome))
        yield await _printed(page, "Letter", "way", f"{address}#{outcome}")


async def _printed(page: Page, form: Form, kind: Kind, place: str) -> Print:
    document = pdfium.PdfDocument(await page.pdf(format=form))
    return Print(kind, form, len(document), place, thin(document))


async def _look(browser: Browser, url: str, pages: list[str], found: list[Print]) -> None:
    page = await browser.new_page(locale="ja-JP")
    while pages:
        async for row in prints_of(page, url, pages.pop()):
            found.append(row)
            if row.remark:
                print(row.remark, flush=True)


async def all_prints(url: str, pages: list[str]) -> list[Print]:
    """What is printed of ``pages``, in no order."""
    found: list[Print] = []
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=SHELL, args=FLAGS, env={**surroundings(OTHER_FONTS)})
        await asyncio.gather(*[_look(browser, url, pages, found) for _ in range(AT_ONCE)])
        await browser.close()
    return found


def main(folder: Path) -> int:
    """Print the sheets of the site in ``folder``; 1 where something is over its bound."""
    with serving(folder) as url:
        found = asyncio.run(all_prints(url, addresses(folder)))
    for (kind, form, sheets), count in sorted(Counter(row[:3] for row in found).items()):
        print(f"{count:5} × {kind} on {sheets} of {GOALS[kind]} sheets of {form}")
    over = [row for row in found if row.sheets > BOUNDS[row.kind]]
    print(f"{len(found)} prints, {len(over)} over their bound")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
