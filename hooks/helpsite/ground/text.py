"""Small pieces for text: phrases for Japanese line breaks, escaping, plain text."""

from __future__ import annotations

import functools
import re

import budoux
from markupsafe import Markup, escape

from helpsite.ground.locales import Locale

ZERO_WIDTH_SPACE = "\u200b"
_WHOLE = 8  # texts of up to so many characters are left whole


@functools.lru_cache(maxsize=1)
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


@functools.lru_cache(maxsize=8192)
def phrases(text: str, locale: Locale) -> str:
    """``text`` with a zero-width space between Japanese phrases, where a line may break.

    For ``word-break: keep-all``. Not ``<wbr>``, which cuts a screen reader's text into pieces. Other languages and
    texts of up to eight characters come back unchanged. Phrases are BudouX's (https://github.com/google/budoux).
    """
    if locale != "ja" or len(text) <= _WHOLE:
        return text
    return ZERO_WIDTH_SPACE.join(_parser().parse(text))


def phrased(text: str, locale: Locale) -> Markup:
    """`phrases` of ``text``, escaped for HTML."""
    return escape(phrases(text, locale))


_JAPANESE = r"[\u3005\u3040-\u30ff\u3400-\u9fff\uff01-\uff9f][\u3000-\u30ff\u3400-\u9fff\uff01-\uff9f…0-9.]*"
_OTHER_LANGUAGE: dict[Locale, tuple[Locale, re.Pattern[str]]] = {
    "en": ("ja", re.compile(rf"({_JAPANESE})")),
    "ja": ("en", re.compile(r"(?<=「)([A-Za-z][ -~…]* [ -~…]*)(?=」)")),
}


def spoken(text: str, locale: Locale) -> Markup:
    """``text`` as HTML, with the words of the other language marked by ``lang``, for those who listen.

    In English those are runs of Japanese letters; in Japanese, quotations of more than one English word.
    """
    other, pattern = _OTHER_LANGUAGE[locale]
    pieces = pattern.split(text)
    return Markup("").join(
        Markup('<span lang="{}">{}</span>').format(other, piece) if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )


def without_breaks(text: str) -> str:
    """``text`` without zero-width spaces, as it is searched and copied."""
    return text.replace(ZERO_WIDTH_SPACE, "")


def squeeze(text: str) -> str:
    """``text`` on one line with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def plain(html: str) -> str:
    """The words of an HTML fragment on one line."""
    return squeeze(Markup(html).striptags())
