"""Japanese text in Markdown: a line break in the source is no space, and headings break between phrases."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale
from helpsite.ground.text import break_into_phrases

_WIDE = r"\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n[ \t]*|[ \t]*\n[ \t]*(?=[{_WIDE}])")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class JapaneseExtension(Extension):
    """Joins the lines of Japanese paragraphs and puts `break_into_phrases` into Japanese headings."""

    def __init__(self, locale: Locale) -> None:
        super().__init__()
        self.locale = locale

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802, D102
        md.treeprocessors.register(_Lines(md, self.locale), "helpsite-japanese", 6)


class _Lines(Treeprocessor):
    def __init__(self, md: Markdown, locale: Locale) -> None:
        super().__init__(md)
        self.locale = locale

    def run(self, root: Element) -> None:
        if LANGUAGES[self.locale].phrases:
            _join(root, self.locale, inside_heading=False)


def _join(element: Element, locale: Locale, inside_heading: bool) -> None:
    if element.tag in ("pre", "code"):
        return
    inside = inside_heading or element.tag in _HEADINGS
    element.text = _mend(element.text, locale, inside)
    for child in element:
        _join(child, locale, inside)
        child.tail = _mend(child.tail, locale, inside)


def _mend(text: str | None, locale: Locale, inside_heading: bool) -> str | None:
    if not text:
        return text
    joined = _BREAK.sub("", text)
    return break_into_phrases(joined, locale) if inside_heading and "\n" not in joined else joined
