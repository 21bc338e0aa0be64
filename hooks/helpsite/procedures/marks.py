"""``{1}`` in the text of a step: the number of a mark in the sketch."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from helpsite.ground.page_context import PageContext
from helpsite.ground.spacing import without_spaces
from helpsite.procedures.model import MARK

_PRIORITY = 174  # after code spans and escapes, before links and references


class MarkExtension(Extension):
    """Python-Markdown extension that draws marks in the words of ``page``."""

    def __init__(self, page: PageContext) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the pattern to ``md``."""
        md.inlinePatterns.register(_MarkPattern(self.page, md), "helpsite-mark", _PRIORITY)


class _MarkPattern(InlineProcessor):
    def __init__(self, page: PageContext, md: Markdown) -> None:
        super().__init__(MARK.pattern, md)
        self.page = page

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The number in a circle, with words for a screen reader."""
        before, _, after = self.page.words["procedure"]["mark"].partition("{n}")
        mark = Element("span", {"class": "mark", "data-mark": m[1]})
        if before:
            SubElement(mark, "span", {"class": "visually-hidden"}).text = before
            mark[0].tail = m[1]
        else:
            mark.text = m[1]
        if after:
            SubElement(mark, "span", {"class": "visually-hidden"}).text = after
        return mark, *without_spaces(data, m.start(0), m.end(0))
