"""``[[forgot-password]]`` in prose becomes the words on the screen, in both languages."""

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor

from helpsite.ground.page_context import PageContext
from helpsite.ground.spacing import without_spaces
from helpsite.wordings.table import KEY, Wordings

_PRIORITY = 175  # after code spans (190) and escapes (180), before links and references (170)


class WordingExtension(Extension):
    """Python-Markdown extension for wordings; in the words of ``page``."""

    def __init__(self, wordings: Wordings, page: PageContext) -> None:
        super().__init__()
        self.wordings = wordings
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Add the pattern to ``md``."""
        md.inlinePatterns.register(_WordingPattern(self.wordings, self.page, md), "helpsite-wording", _PRIORITY)


class _WordingPattern(InlineProcessor):
    def __init__(self, wordings: Wordings, page: PageContext, md: Markdown) -> None:
        super().__init__(KEY.pattern, md)
        self.wordings = wordings
        self.page = page

    # The base class says "an element"; a text is allowed and means a placeholder.
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The wording as HTML; an unknown key (told at the door) stays as it is written."""
        if m[1] not in self.wordings:
            return None, None, None
        here = self.page
        html = self.wordings.html(m[1], here.locale, here.words, first=here.use("wordings", "copy"))
        return self.md.htmlStash.store(html), *without_spaces(data, m.start(0), m.end(0))
