"""Texts of data files that hold Markdown, drawn as pages draw theirs."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from helpsite.ground.page_context import PageContext

_PRIORITY = 9  # after inline patterns (20), before the extensions that mark links and explain words


class MarkdownText:
    """Draws Markdown whose links start at the root of a language, wherever the text is shown."""

    def __init__(self, page: PageContext, extensions: Sequence[Extension]) -> None:
        self._md = Markdown(extensions=[_LinkExtension(page), *extensions])

    def html(self, text: str) -> Markup:
        """The paragraphs of ``text``. Its links must have been checked."""
        return Markup(self._md.reset().convert(text))


class _LinkExtension(Extension):
    def __init__(self, page: PageContext) -> None:
        super().__init__()
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Links(md, self.page), "helpsite-root-links", _PRIORITY)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Write each link to a page relative to the page being drawn."""
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.partition("#")[0].endswith(".md") and "://" not in target:
                link.set("href", self.page.link(target).href)
