"""The site's extensions of Python-Markdown, each from one function that changes a text."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from helpsite.ground.spacing import without_spaces

Drawn = Element | Markup | None
"""What a match becomes: an element, HTML, or ``None`` where it stays as it is written."""


class PatternExtension(Extension):
    """Replaces each match of ``pattern`` within a paragraph by what ``draw`` gives, and drops spaces beside it.

    Python-Markdown tries patterns with a higher ``priority`` first: code has 190, escapes 180, links 170, HTML 90.
    """

    def __init__(self, pattern: re.Pattern[str], draw: Callable[[re.Match[str]], Drawn], priority: int) -> None:
        super().__init__()
        self._made = pattern.pattern, draw, priority

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the pattern to ``md``."""
        pattern, draw, priority = self._made
        md.inlinePatterns.register(_Pattern(pattern, draw, md), f"helpsite-{priority}", priority)


class _Pattern(InlineProcessor):
    def __init__(self, pattern: str, draw: Callable[[re.Match[str]], Drawn], md: Markdown) -> None:
        super().__init__(pattern, md)
        self._draw = draw

    # The base class says "an element"; a text is allowed and means a placeholder.
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        drawn = self._draw(m)
        if drawn is None:
            return None, None, None
        stored = self.md.htmlStash.store(drawn) if isinstance(drawn, Markup) else drawn
        return stored, *without_spaces(data, m.start(0), m.end(0))


class TreeExtension(Extension):
    """Calls ``change`` with the tree of a text whose paragraphs are drawn; higher priorities come first."""

    def __init__(self, change: Callable[[Element], None], priority: int) -> None:
        super().__init__()
        self._made = change, priority

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the step to ``md``."""
        change, priority = self._made
        md.treeprocessors.register(_Tree(md, change), f"helpsite-{priority}", priority)


class _Tree(Treeprocessor):
    def __init__(self, md: Markdown, change: Callable[[Element], None]) -> None:
        super().__init__(md)
        self._change = change

    def run(self, root: Element) -> None:
        self._change(root)
