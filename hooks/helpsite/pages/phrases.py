"""Languages without spaces in Markdown: a line's end in the source is no space; headings break between phrases."""

import re
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Extension

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale
from helpsite.ground.markdown_extensions import TreeExtension
from helpsite.ground.text import break_into_phrases

_WIDE = r"\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=[{_WIDE}])")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def phrase_extension(locale: Locale) -> Extension:
    """Joins the lines of paragraphs and puts `break_into_phrases` into headings, in languages without spaces."""
    return TreeExtension(partial(_join, locale), 6)


def _join(locale: Locale, element: Element, inside_heading: bool = False) -> None:
    if element.tag in ("pre", "code") or not LANGUAGES[locale].phrases:
        return
    inside = inside_heading or element.tag in _HEADINGS
    element.text = _mend(element.text, locale, inside)
    for child in element:
        _join(locale, child, inside)
        child.tail = _mend(child.tail, locale, inside)


def _mend(text: str | None, locale: Locale, inside_heading: bool) -> str | None:
    if not text:
        return text
    joined = _BREAK.sub("", text)
    return break_into_phrases(joined, locale) if inside_heading and "\n" not in joined else joined
