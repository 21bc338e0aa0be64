"""Letters as HTML, with blanks to fill in by hand; ``docs/assets/js/letter.js`` fills them in as one types."""

from urllib.parse import quote

from markupsafe import Markup

from helpsite.ground.anchors import Link
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.letters.model import CONTACT, LETTER_LOCALE, Letters, paragraphs

REMARKS = ("email", "order", "date", "card", "secret", "foreign")
"""What may be odd about something that is filled in; ``letter-remarks.js`` finds it."""

PARAMETER = "message"
"""The part of the address that carries the message's words; ``docs/assets/js/letter.js`` reads it as mere text."""


def render_letters(letters: Letters, page: PageContext) -> Markup:
    """The choice of letters and all of them, for the readers of ``page``."""
    return render(
        "letters.html",
        letters=letters,
        drawn=[render_letter(letters, key, number, page) for number, key in enumerate(letters, 1)],
        remarks=REMARKS,
        locale=page.locale,
        words=page.words["letter"],
    )


def render_letter(letters: Letters, key: str, number: int, page: PageContext) -> Markup:
    """The letter ``key``: what is filled in, the text, its meaning, what to attach, and where to paste it.

    ``number`` tells its fields from those of the page's other letters.
    """
    letter = letters[key]
    return render(
        "letter.html",
        key=key,
        number=number,
        letter=letter,
        fields={name: letters.fields[name] for name in letter.fields},
        ticks={name: {tick: letters.ticks[tick] for tick in keys} for name, keys in letter.ticks.items()},
        sent=paragraphs(letter.letter[LETTER_LOCALE]),
        subjects={locale: paragraphs(letter.subject[locale])[0][0] for locale in LOCALES},
        sent_in=LETTER_LOCALE,
        meaning=paragraphs(letter.letter[page.locale]) if page.locale != LETTER_LOCALE else [],
        paste=[page.link(ref) for ref in letters.paste],
        locale=page.locale,
        words=page.words["letter"],
    )


def letter_texts(letters: Letters, key: str, locale: Locale) -> list[str]:
    """The words of a letter that a search may look into, without its blanks."""
    letter = letters[key]
    body = "\n".join(
        "".join(piece.text for piece in line if not piece.is_field)
        for block in paragraphs(letter.letter[locale])
        for line in block
    )
    ticks = [letters.ticks[tick][locale] for keys in letter.ticks.values() for tick in keys]
    notes = [row[locale] for row in (*letter.attach, *letter.hide)]
    return [letter.title[locale], letter.when[locale], letter.subject[locale], body, *ticks, *notes]


def letter_link(letters: Letters, key: str, said: str, page: PageContext) -> Link:
    """The link to the letter ``key``, called by its title; ``said`` are a message's words, if any are known."""
    address, _, anchor = page.link(f"{CONTACT}#letter-{key}").href.partition("#")
    query = f"?{PARAMETER}={quote(said, safe='')}" if said else ""
    return Link(f"{address}{query}#{anchor}", letters[key].title[page.locale])
