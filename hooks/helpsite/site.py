"""Everything the site is made of, loaded and checked once, before anything is drawn.

This is the one place that knows all rooms; the rooms do not know one another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from helpsite.areas import Area, Areas, load_areas
from helpsite.checks import check_site, warnings
from helpsite.citations import Hosts, Source, load_hosts
from helpsite.flows.load import load_flows
from helpsite.flows.model import Flow
from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import Words, load_words, words_in
from helpsite.ground.languages import check_languages
from helpsite.ground.locales import LOCALES, Locale, Localized
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.ground.settings import load_settings
from helpsite.ground.tables import Rows, Table, load_table
from helpsite.letters.load import load_letters
from helpsite.letters.model import Letters
from helpsite.messages.catalogue import Catalogue
from helpsite.messages.load import load_catalogue
from helpsite.pages.files import check_files
from helpsite.pages.frontmatter import FrontMatter
from helpsite.pages.load import load_pages
from helpsite.pages.source import SourcePage
from helpsite.places import check_ids, name_places
from helpsite.procedures.load import Devices, Procedures, load_procedures
from helpsite.screens.load import load_screens
from helpsite.screens.render import Screens
from helpsite.search.vocabulary import Vocabulary, load_vocabulary
from helpsite.style.model import Style
from helpsite.terms import Term
from helpsite.wordings.table import Wordings, load_wordings


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


def load_site(docs: Path, config: Path, problems: Problems) -> Site:
    """Load and check everything below ``docs``, and ``config`` (mkdocs.yml).

    The site may only be used when ``problems`` stayed empty.
    Raises `ContentError` where not even the languages are known.
    """
    if not check_languages(problems):
        problems.raise_if_any()
    document = load_settings(config, problems)
    check_files(docs, problems)
    site = _load(docs, problems)
    name_places(site, problems)
    check_ids(site, problems)
    check_site(site, document, problems)
    if not problems:
        site.warnings += warnings(site)
    return site


def _load(docs: Path, problems: Problems) -> Site:
    data = docs / "data"
    sources = load_table(data / "sources.yml", Source, problems)
    areas = load_areas(data / "areas.yml", problems)
    catalogue = load_catalogue(data / "messages", data / "remedies.yml", areas, sources, problems)
    wordings = load_wordings(data / "wordings.yml", sources, catalogue.known, problems)
    devices = load_table(data / "devices.yml", Localized, problems)
    return Site(
        docs=docs,
        words=load_words(data / "ui", problems),
        sources=sources,
        hosts=load_hosts(data / "hosts.yml", sources, problems),
        areas=areas,
        terms=load_table(data / "terms.yml", Term, problems),
        catalogue=catalogue,
        wordings=wordings,
        devices=devices,
        screens=load_screens(data / "screens", wordings, problems),
        procedures=load_procedures(data / "procedures", devices, problems),
        flows=load_flows(data / "flows", data / "answers.yml", problems),
        letters=load_letters(data / "letters.yml", problems),
        vocabulary=load_vocabulary(data, problems),
        style=load_table(data / "vocabulary.yml", Style, problems),
        pages={locale: load_pages(docs, locale, sources, problems) for locale in LOCALES},
    )
