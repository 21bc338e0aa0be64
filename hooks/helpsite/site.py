"""Everything the site is made of, as `helpsite.load` gives it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from helpsite.areas import Area, Areas
from helpsite.citations import Hosts, Source
from helpsite.flows.model import Flow
from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import Words, words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.tables import Rows, Table
from helpsite.letters.model import Letters
from helpsite.messages.catalogue import Catalogue
from helpsite.pages.frontmatter import FrontMatter
from helpsite.pages.source import SourcePage
from helpsite.procedures.load import Devices, Procedures
from helpsite.screens.render import Screens
from helpsite.search.vocabulary import Vocabulary
from helpsite.style.model import Style
from helpsite.terms import Term
from helpsite.wordings.table import Wordings


@dataclass
class Site:
    """The site's data and pages. Whoever holds one may trust it: `load_site` has checked it."""

    docs: Path
    words: Words
    sources: Table[Source]
    hosts: Hosts
    areas: Areas
    terms: Table[Term]
    catalogue: Catalogue
    wordings: Wordings
    devices: Devices
    screens: Screens
    procedures: Procedures
    flows: Rows[Flow]
    letters: Letters
    vocabulary: Mapping[Locale, Vocabulary]
    style: Table[Style]
    pages: dict[Locale, dict[str, SourcePage]]
    anchors: Anchors = field(default_factory=Anchors)
    warnings: list[str] = field(default_factory=list)

    def context(self, locale: Locale, page: str) -> PageContext:
        """What renderers may know about ``page`` in ``locale``."""
        return PageContext(locale, page, self.anchors, words_in(self.words, locale))

    def generated_pages(self) -> list[str]:
        """The pages that stand in no file, as paths with their language."""
        return [f"{locale}/{message.page}" for locale in LOCALES for message in self.catalogue]

    def text(self, locale: Locale, page: str) -> str:
        """The Markdown of ``page``; nothing for a generated one."""
        return self.pages[locale][page].text if page in self.pages[locale] else ""

    def front(self, locale: Locale, page: str) -> FrontMatter:
        """What ``page`` says about itself. Raises `KeyError` where there is no such page."""
        message = self.catalogue.by_page(page)
        return self.pages[locale][page].front if message is None else message.front(locale)

    def area_of(self, locale: Locale, page: str) -> Area | None:
        """The area whose topic page ``page`` is, or that its front matter names."""
        named = self.pages[locale][page].front.area if page in self.pages[locale] else None
        return next((area for name, area in self.areas.items() if name == named or area.page == page), None)
