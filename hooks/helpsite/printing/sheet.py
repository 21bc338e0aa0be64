"""What a page shows only on paper."""

from markupsafe import Markup, escape

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.printing.leads import Place, Targets, insert, outside, places, says
from helpsite.printing.qr import qr_code

WITHOUT_BOX = frozenset({"errors/index.md", "words.md", "about.md", "changes.md"})
"""Pages that one does not work through."""

INNER = str.maketrans("“”「」", "‘’『』")
"""Quotation marks within quotation marks."""


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
    """The words of the buttons that print, for the script that makes them."""
    return render("print-words.html", dates=LANGUAGES[page.locale].dates, words=page.words["print"])


def on_paper(html: str, page: PageContext) -> Markup:
    """``html`` with the titles of the targets behind its links."""
    targets = Targets(page.locale, page.anchors)
    found = [(place.at, _attribute(place, page, targets)) for place in places(html)]
    return Markup(insert(html, found))


def _attribute(place: Place, page: PageContext, targets: Targets) -> str:
    full = outside(place.href)
    alone = "-alone" if place.href.startswith("#") else ""  # the page has the target itself
    names = [full] if full else targets.titles(place.href, page.page)
    if not names or any(says(place.text, name) for name in names):
        return ""
    words = page.words["print"]["to-address" if full else "to-page"]
    return f' data-leads{alone}="{escape(words.replace("{to}", names[0].translate(INNER)))}"'
