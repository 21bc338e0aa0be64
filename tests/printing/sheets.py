"""Printed pages as the tests see them: words, number of sheets, QR code."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import pypdfium2 as pdfium
import zxingcpp
from playwright.sync_api import Page

Form = Literal["A4", "Letter"]
Kind = Literal["message", "procedure", "letter", "contact", "page", "steps", "list", "chart", "way"]
GOALS: dict[Kind, int] = {
    "message": 1,
    "procedure": 2,
    "letter": 1,
    "contact": 2,
    "page": 3,
    "steps": 5,
    "list": 4,
    "chart": 3,
    "way": 1,
}
"""On how many sheets each kind is meant to fit."""
BOUNDS: dict[Kind, int] = {kind: goal + 1 for kind, goal in GOALS.items()}
"""With room: no sentence of a writer fails by its last line."""


def kind_of(address: str) -> Kind:
    """What the page at ``address`` is; ``contact`` is the page about it with one of its letters open."""
    page, _, letter = address.removeprefix("en/").partition("#")
    if letter:
        return "contact"
    if page in ("errors/", "words/"):
        return "list"
    if page.startswith("errors/"):
        return "message"
    return "steps" if page.endswith("-steps/") else "page"


def kind_of_part(part: str) -> Kind:
    """What is printed by the button of ``part``, an anchor."""
    kinds: dict[str, Kind] = {"letter": "letter", "flow": "chart"}
    return kinds.get(part.partition("-")[0], "procedure")


# Text that a reader needs on paper: what is seen, and what waits in details and explained words; not where the
# facts come from, what is related, labels that are no trouble, and a chart of which nothing was answered.
MAIN_WORDS = """() => {
    const tools = `button:not(.term), nav, form, label, input, select, textarea, template, script, style, [role=tablist],
        [role=search], .page-head, .print-head, .print-box, .terms__more, .letters__choice, .page-tools, .part-foot, .letter__form,
        .message__background, .page-end__related, .page-end__sources, .page-end__checked, .message-index__more,
        .messages__more, .messages__topic, .link-note, .part[id$="-any"] > h4,
        .procedure:not(.procedure + *, :has(+ .procedure)) > h3,
        .part[hidden], .letter__care > :last-child, .letter__texts--two .letter__text--sent .letter__hint, .letter__blank--lines > .letter__hint,
        .text:not(:has(.letter:not([hidden]))) :is(h2:has(+ p + .letters), p:has(+ .letters)),
        .flow[data-mode=guided], :is(h2, p):has(+ .flow[data-mode=guided]), h2:has(+ p + .flow[data-mode=guided])`;
    const waiting = "details, [popover]";
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

LEAST = 1 / 3
LINES = 5
"""So much of a sheet before the last is used, and so many lines stand on the last of several."""
APART = 5
"""Letters whose feet are more points apart stand on two lines."""


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

    def thin(self) -> list[int]:
        """The numbers of sheets with too little on them."""
        return thin(pdfium.PdfDocument(self.pdf))

    def code(self) -> str:
        """What the QR code on the first sheet says; empty where there is none."""
        sheet = pdfium.PdfDocument(self.pdf)[0]
        width, height = sheet.get_size()
        corner = sheet.render(scale=3, grayscale=True, crop=(width * 2 / 3, height * 3 / 4, 0, 0))
        found = zxingcpp.read_barcodes(corner.to_pil())
        return found[0].text if found else ""


def thin(document: pdfium.PdfDocument) -> list[int]:
    """The numbers of sheets of ``document`` with too little on them."""
    before, last = range(len(document) - 1), len(document) - 1
    found = [at + 1 for at in before if used(document[at]) < LEAST]
    return [*found, last + 1] if last and lines(document[last]) < LINES else found


def used(sheet: pdfium.PdfPage) -> float:
    """How much of ``sheet`` is used: down to where its left and its right half have ink, without its number."""
    picture = sheet.render(scale=0.5, grayscale=True).to_pil()
    width, height = picture.width, int(picture.height * 0.965)
    ink = picture.point(lambda grey: 255 * (grey < 200))
    halves = [ink.crop((left, 0, left + width // 2, height)).getbbox() for left in (0, width // 2)]
    return float(sum(box[3] for box in halves if box) / 2 / height)


def lines(sheet: pdfium.PdfPage) -> int:
    """How many lines of text stand on ``sheet``, without its number; lines at one height, in two columns, are one."""
    text = sheet.get_textpage()
    feet = sorted(text.get_rect(at)[1] for at in range(text.count_rects()))
    return sum(above - foot > APART for foot, above in pairwise(feet))


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
