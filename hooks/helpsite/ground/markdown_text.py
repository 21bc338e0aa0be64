"""Texts of data files that hold Markdown, drawn as pages draw theirs."""

from collections.abc import Sequence
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markupsafe import Markup

from helpsite.ground.markdown_extensions import TreeExtension
from helpsite.ground.page_context import PageContext


class MarkdownText:
    """Draws Markdown whose links start at the root of a language, wherever the text is shown."""

    def __init__(self, page: PageContext, extensions: Sequence[Extension]) -> None:
        self._md = Markdown(extensions=[TreeExtension(partial(_relative_links, page), 9), *extensions])

    def html(self, text: str) -> Markup:
        """The paragraphs of ``text``. Its links must have been checked."""
        return Markup(self._md.reset().convert(text))


def _relative_links(page: PageContext, root: Element) -> None:
    """Write each link to a page relative to the page being drawn."""
    for link in root.iter("a"):
        target = link.get("href", "")
        if target.partition("#")[0].endswith(".md") and "://" not in target:
            link.set("href", page.link(target).href)
