"""HTML in Markdown: nothing but ``<span lang="…">``. Everything else is drawn as the words that it is."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown

from helpsite.ground.markdown_extensions import PatternExtension

_SPAN = re.compile(r'<span lang="([a-z]{2})">(.*?)</span>')


class SpanExtension(PatternExtension):
    """Replaces Python-Markdown's two steps for HTML: draws ``<span lang="…">`` and no other tag."""

    def __init__(self) -> None:
        super().__init__(_SPAN, _span, 90)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Change the steps of ``md``."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        super().extendMarkdown(md)


def _span(match: re.Match[str]) -> Element:
    """The words with their language."""
    span = Element("span", {"lang": match[1]})
    span.text = match[2]
    return span
