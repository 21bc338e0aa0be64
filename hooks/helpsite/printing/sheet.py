"""What a page shows only on paper."""

from __future__ import annotations

from markupsafe import Markup

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.printing.notes import Note, Targets, note_links
from helpsite.printing.qr import qr_code

WITHOUT_BOX = frozenset({"index.md", "errors/index.md", "words.md", "about.md", "changes.md"})
"""Pages that one does not work through."""


def print_head(page: PageContext, address: str, title: str, checked: str) -> Markup:
    """The head of the sheet. ``address`` is the page's own, in full; ``checked`` is the day in words."""
    return render(
        "print-head.html",
        code=qr_code(address),
        address=address,
        title=title,
        checked=checked,
        locale=page.locale,
        site=page.words["site"],
        words=page.words["print"],
    )


def print_box(page: PageContext) -> Markup:
    """The box for what one tried and what customer service said; nothing on pages that need none."""
    return Markup("") if page.page in WITHOUT_BOX else render("print-box.html", words=page.words["print"])


def print_words(page: PageContext) -> Markup:
    """The words of the buttons that print a part, for the script that makes them."""
    return render("print-words.html", dates=LANGUAGES[page.locale].dates, words=page.words["print"])


def with_notes(html: str, page: PageContext) -> Markup:
    """``html``, its links numbered, and the list of where they lead behind it."""
    words = page.words["print"]
    targets = Targets(page.locale, page.anchors)

    def find(href: str) -> Note | None:
        return targets.note(href, page.page)

    numbered, notes = note_links(html, find)
    return Markup(numbered) + (render("print-notes.html", notes=notes, words=words) if notes else Markup(""))
