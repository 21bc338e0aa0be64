"""Drawing the text of one page: its Markdown, and the data that its fences name."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from typing import Any

from markdown import Extension

from helpsite.areas import WayOn, render_areas
from helpsite.flows.render import render_flow
from helpsite.ground.anchors import Link
from helpsite.ground.markdown_text import MarkdownText
from helpsite.ground.page_context import PageContext
from helpsite.ground.tables import Anything
from helpsite.letters.render import letter_link, render_letters
from helpsite.messages.render import render_area, render_index, render_message
from helpsite.pages import extensions as markdown
from helpsite.pages.links import link_extension
from helpsite.pages.phrases import phrase_extension
from helpsite.pages.spans import SpanExtension
from helpsite.procedures.marks import mark_extension
from helpsite.procedures.render import ProcedureDrawing
from helpsite.search.render import render_launch
from helpsite.site import Site
from helpsite.terms import render_words, term_extension
from helpsite.wordings.markdown import wording_extension

SCRIPTS = {"flow": "flow.js", "procedure": "procedure.js", "letters": "letter.js"}
"""Scripts that only some pages need, by the kind of data that is shown."""


def fence_names(site: Site) -> dict[str, Collection[str]]:
    """What may stand in each kind of data fence."""
    known = site.areas.known
    told = any(entry.area not in known for entry in site.catalogue.entries.values())
    return {
        "messages": Anything() if told else known,  # a file of messages without an area was told already
        "message-index": ("all",),
        "words": ("all",),
        "flow": site.flows.known,
        "areas": ("all",),
        "procedure": site.procedures.known,
        "search": ("home",),
        "letters": ("all",),
    }


@dataclass(frozen=True)
class PageDrawing:
    """Draws the text of ``page``, with everything that the site knows."""

    site: Site
    page: PageContext

    def extensions(self) -> list[str | Extension]:
        """The Markdown extensions, as Python-Markdown takes them."""
        return [*markdown.PLAIN, *self._text_extensions()]

    def options(self) -> dict[str, dict[str, Any]]:
        """The options of the extensions that are named."""
        return markdown.options({kind: partial(self._fence, kind) for kind in self._fences()})

    def html(self, html: str) -> str:
        """The text of the page: ``html``, as its Markdown was drawn, or what a generated page shows."""
        message = self.site.catalogue.by_page(self.page.page)
        return html if message is None else self.message(message.id)

    def message(self, key: str) -> str:
        """The text of the page of the message ``key``."""
        return render_message(self.site.catalogue, self.site.sources, self._letter, key, self.page)

    def procedures(self, *, told: bool = False) -> ProcedureDrawing:
        """What draws procedures; where they are ``told`` to the search, links are no more than their words."""
        site, marks = self.site, mark_extension(self.page.words["procedure"])
        text = MarkdownText(self.page, [marks, *(self._words() if told else self._text_extensions())])
        return ProcedureDrawing(site.procedures, site.devices, site.screens, text, self.page)

    def _text_extensions(self) -> list[Extension]:
        """What the site adds to Markdown within a paragraph."""
        return [
            *self._words(),
            term_extension(self.site.terms, self.page),
            link_extension(self.site.hosts, self.page.words["site"]),
            phrase_extension(self.page.locale),
        ]

    def _words(self) -> list[Extension]:
        return [SpanExtension(), wording_extension(self.site.wordings, self.page)]

    def _fence(self, kind: str, name: str) -> str:
        if kind in SCRIPTS:
            self.page.use("scripts", SCRIPTS[kind])
        return self._fences()[kind](name)

    def _fences(self) -> dict[str, markdown.Fence]:
        site, page = self.site, self.page
        return {
            "messages": lambda name: render_area(site.catalogue, name, page),
            "message-index": lambda _: render_index(site.catalogue, page),
            "words": lambda _: render_words(site.terms, page),
            "flow": lambda name: render_flow(site.flows[name], page, self._ways_on),
            "procedure": lambda name: self.procedures().html(name),
            "search": lambda _: render_launch(page),
            "letters": lambda _: render_letters(site.letters, page),
            "areas": lambda _: render_areas(site.areas, page),
        }

    def _ways_on(self, ref: str) -> tuple[WayOn, ...]:
        """Where one goes on when what ``ref`` leads to did not help."""
        path = ref.partition("#")[0]
        message = self.site.catalogue.by_page(path)
        if message is not None:
            return self.site.catalogue.ways_on(message.id)
        area = self.site.area_of(self.page.locale, path)
        return () if area is None else area.otherwise

    def _letter(self, key: str, said: str, page: PageContext) -> Link:
        return letter_link(self.site.letters, key, said, page)
