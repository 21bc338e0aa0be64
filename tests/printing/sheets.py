"""Printed pages as the tests see them: words, number of sheets, QR code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import pypdfium2 as pdfium
import zxingcpp
from playwright.sync_api import Page

Form = Literal["A4", "Letter"]
Kind = Literal["message", "procedure", "letter", "page", "steps", "list"]
GOALS: dict[Kind, int] = {"message": 1, "procedure": 2, "letter": 1, "page": 3, "steps": 5, "list": 4}
"""On how many sheets each kind is meant to fit."""
BOUNDS: dict[Kind, int] = {kind: goal + 1 for kind, goal in GOALS.items()}
"""With room: no sentence of a writer fails by its last line."""


def kind_of(address: str) -> Kind:
    """What is printed at ``address``: a page, or the part that its fragment names."""
    page, _, part = address.removeprefix("en/").partition("#")
    if part:
        return "letter" if part.startswith("letter-") else "procedure"
    if page in ("errors/", "words/"):
        return "list"
    if page.startswith("errors/"):
        return "message"
    return "steps" if page.endswith("-steps/") else "page"


# Text that a reader needs on paper: what is seen, and what waits in tabs, details and explained words; not where the
# facts come from, what is related, labels that are no trouble, and a chart of which nothing was answered.
MAIN_WORDS = """() => {
    const tools = `button:not(.term), nav, form, label, input, select, textarea, template, script, style, [role=tablist],
        [role=search], .page-head, .print-head, .print-box, .terms__more, .letters__ask, .letters__choice, .page-tools, .part-foot, .letter__form,
        .message__background, .page-end__related, .page-end__sources, .page-end__checked, .message-index__more,
        .messages__more,
        .flow[data-mode=guided], :is(h2, p):has(+ .flow[data-mode=guided]), h2:has(+ p + .flow[data-mode=guided])`;
    const waiting = "section.part[hidden], details, [popover]";
    const seen = (element) => element.checkVisibility({visibilityProperty: true}) || element.closest(waiting);
    const clipped = (element) => {
        for (let at = element; at && !at.matches(".text, section.part, section.part > h4"); at = at.parentElement) {
            if (getComputedStyle(at).clipPath === "inset(50%)") return true;
        }
        return false;
    };
    const sheet = document.querySelector(".text");
    const texts = [];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const {data, parentElement} = walker.currentNode;
        if (!data.trim() || parentElement.closest(tools) || !seen(parentElement) || clipped(parentElement)) continue;
        if (parentElement.closest(".terms > h2")) continue;
        texts.push(data);
    }
    return texts;
}"""

# Text around the page: header, navigation, footer, buttons.
CHROME_WORDS = """() => [...document.querySelectorAll(
        `.site-header, .site-nav, .site-toc, .site-footer, .page-head nav, main button:not(.term)`)].flatMap((part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data);
    return texts;
})"""

LEADS = "() => [...document.querySelectorAll('[data-leads]')].map((link) => link.dataset.leads)"

SMALL_TEXT = """() => {
    const small = new Set();
    const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const {data, parentElement} = walker.currentNode;
        if (!data.trim() || !parentElement.checkVisibility()) continue;
        if (parseFloat(getComputedStyle(parentElement).fontSize) < 13.3) small.add(data.trim().slice(0, 40));
    }
    return [...small];
}"""

TORN = 2
WORTH = 8
"""A text may be torn so often, into pieces of at least so many letters unless the next piece begins a sheet."""

SPARSE = 0.2
"""A sheet with a chart on it has fewer letters than one with notes."""


@dataclass(frozen=True)
class Sheets:
    """A printed page: the squeezed text of each sheet without its number, and the PDF itself."""

    texts: list[str]
    pdf: bytes

    @property
    def text(self) -> str:
        """All sheets in one."""
        return "".join(self.texts)

    def holds(self, text: str) -> bool:
        """Whether ``text`` is on the sheets, in one piece or torn by ends of columns and sheets.

        The order of words in a PDF is the order in which they are drawn, so a torn text need not go on at once.
        """
        rest = squeeze(text)
        for _ in range(TORN + 1):
            if rest in self.text:
                return True
            fits = max(at for at in range(len(rest)) if rest[:at] in self.text)
            ends = [at for at in range(1, fits + 1) if any(text.startswith(rest[at:]) for text in self.texts)]
            if fits < WORTH and not ends:
                return False
            rest = rest[ends[-1] if ends else fits :]
        return False

    def sparse(self) -> list[int]:
        """The numbers of sheets with too little on them: nothing, or before the last less than `SPARSE` of the fullest."""
        sizes = [len(text) for text in self.texts]
        least = [max(1, SPARSE * max(sizes))] * (len(sizes) - 1) + [1]
        return [at for at, (size, wanted) in enumerate(zip(sizes, least, strict=True), 1) if size < wanted]

    def code(self) -> str:
        """What the QR code on the first sheet says; empty where there is none."""
        sheet = pdfium.PdfDocument(self.pdf)[0]
        width, height = sheet.get_size()
        corner = sheet.render(scale=3, grayscale=True, crop=(width * 2 / 3, height * 3 / 4, 0, 0))
        found = zxingcpp.read_barcodes(corner.to_pil())
        return found[0].text if found else ""


def count_sheets(page: Page, form: Form) -> int:
    """On how many sheets the browser prints ``page``."""
    return len(pdfium.PdfDocument(page.pdf(format=form)))


def print_page(page: Page, form: Form = "A4") -> Sheets:
    """What the browser prints of ``page``."""
    pdf = page.pdf(format=form)
    document = pdfium.PdfDocument(pdf)
    count = len(document)
    texts = [squeeze(document[at].get_textpage().get_text_range()) for at in range(count)]
    return Sheets([_without(f"{at}/{count}", text) for at, text in enumerate(texts, 1)], pdf)


def _without(number: str, text: str) -> str:
    """The text of a sheet without its number, which is drawn first or last."""
    return text.removeprefix(number) if text.startswith(number) else text.removesuffix(number)


def squeeze(text: str) -> str:
    """``text`` without spaces, hyphens that PDF readers swallow, and forms that fonts share between letters."""
    return re.sub(r"[\s\u200b\u00ad\ufffe\u0002-]+", "", unicodedata.normalize("NFKC", text))
