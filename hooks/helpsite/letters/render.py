"""A letter as HTML, with blanks to fill in by hand; ``docs/assets/js/letter.js`` fills them in as one types."""

from __future__ import annotations

from markupsafe import Markup

from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.letters.model import LETTER_LOCALE, Letter, Letters, paragraphs


def render_letter(letters: Letters, key: str, page: PageContext) -> Markup:
    """The letter ``key`` for the readers of ``page``: what is filled in, the text or both texts, and what to attach."""
    letter = letters[key]
    first = not page.used.get("letters")
    page.use("letters", key)
    return render(
        "letter.html",
        key=key,
        letter=letter,
        fields={name: letters.fields[name] for name in letter.fields},
        sent=paragraphs(letter.letter),
        subjects={locale: paragraphs(letter.subject[locale])[0][0] for locale in LOCALES},
        sent_in=LETTER_LOCALE,
        meaning=paragraphs(letter.meaning) if page.locale != LETTER_LOCALE else [],
        first=first,
        locale=page.locale,
        words=page.words["letter"],
    )


def letter_texts(letter: Letter, locale: Locale) -> list[str]:
    """The words of a letter that a search may look into, without its blanks."""
    body = "\n".join(
        "".join(piece.text for piece in line if not piece.is_field)
        for block in paragraphs(letter.text_in(locale))
        for line in block
    )
    notes = [row[locale] for row in (*letter.attach, *letter.hide)]
    return [letter.title[locale], letter.when[locale], letter.subject[locale], body, *notes]
