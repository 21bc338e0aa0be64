"""HTML in Markdown: nothing but ``<span lang="…">``. Everything else is drawn as the words that it is."""

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

_PRIORITY = 90  # that of Python-Markdown's own pattern for HTML, which it replaces


class SpanExtension(Extension):
    """Takes Python-Markdown's two processors for HTML away, and draws ``<span lang="…">``."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Change the processors of ``md``."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        pattern = r'<span lang="([a-z]{2})">(.*?)</span>'
        md.inlinePatterns.register(_Span(pattern, md), "helpsite-span", _PRIORITY)


class _Span(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The words with their language."""
        del data
        span = Element("span", {"lang": m[1]})
        span.text = m[2]
        return span, m.start(0), m.end(0)
