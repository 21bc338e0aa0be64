"""Small pieces for text: phrases for Japanese line breaks, escaping, plain text."""

import functools
import re

import budoux
from markupsafe import Markup, escape

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale

ZERO_WIDTH_SPACE = "\u200b"
_WHOLE = 8  # texts of up to so many characters are left whole


@functools.lru_cache(maxsize=1)
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


@functools.lru_cache(maxsize=8192)
def break_into_phrases(text: str, locale: Locale) -> str:
    """``text`` with a zero-width space between Japanese phrases, where a line may break.

    For ``word-break: keep-all``. Not ``<wbr>``, which cuts a screen reader's text into pieces. Other languages and
    texts of up to eight characters come back unchanged. Phrases are BudouX's (https://github.com/google/budoux).
    """
    language = LANGUAGES.get(locale)
    if language is None or not language.phrases or len(text) <= _WHOLE:
        return text
    return ZERO_WIDTH_SPACE.join(_parser().parse(text))


def with_break_points(text: str, locale: Locale) -> Markup:
    """`break_into_phrases` of ``text``, escaped for HTML."""
    return escape(break_into_phrases(text, locale))


def mark_languages(text: str, locale: Locale) -> Markup:
    """``text`` as HTML, with the words of the other language marked by ``lang``, for those who listen.

    The key ``foreign`` of ``docs/data/languages.yml`` says how they look.
    """
    pieces: list[tuple[str, str]] = [("", text)]
    for other, pattern in LANGUAGES[locale].foreign.items():
        pieces = [piece for language, words in pieces for piece in _cut(language, words, other, pattern)]
    return Markup("").join(
        Markup('<span lang="{}">{}</span>').format(language, words) if language else escape(words)
        for language, words in pieces
    )


def _cut(language: str, words: str, other: str, pattern: str) -> list[tuple[str, str]]:
    if language:
        return [(language, words)]
    return [(other if number % 2 else "", piece) for number, piece in enumerate(re.split(pattern, words))]


def without_breaks(text: str) -> str:
    """``text`` without zero-width spaces, as it is searched and copied."""
    return text.replace(ZERO_WIDTH_SPACE, "")


def squeeze(text: str) -> str:
    """``text`` on one line with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def plain(html: str) -> str:
    """The words of an HTML fragment on one line."""
    return squeeze(Markup(html).striptags())
