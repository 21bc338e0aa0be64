"""Everything the site is made of, loaded and checked once, before anything is drawn.

This is the one place that knows all rooms; the rooms do not know one another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from markdown.extensions import Extension
from markupsafe import Markup

from helpsite import areas, flows, letters, messages, procedures, screens, search, style, wordings
from helpsite.areas import Area, Areas
from helpsite.citations.sources import Hosts, Source, load_hosts, load_sources
from helpsite.ground.anchors import Anchors, Link
from helpsite.ground.interface import Words, load_words, words_in
from helpsite.ground.languages import check_languages
from helpsite.ground.locales import DEFAULT_LOCALE, LOCALES, Locale
from helpsite.ground.markdown_text import MarkdownText
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Rows, Table
from helpsite.ground.yamlfile import Document, load_yaml
from helpsite.pages import extensions as markdown
from helpsite.pages.contents import contents
from helpsite.pages.fences import check_fences
from helpsite.pages.frontmatter import FrontMatter
from helpsite.pages.japanese import JapaneseExtension
from helpsite.pages.links import LinkExtension, check_links, link_faults
from helpsite.pages.load import load_pages
from helpsite.pages.navigation import check_navigation
from helpsite.pages.parity import compare_pages
from helpsite.pages.source import SourcePage
from helpsite.procedures.drawing import Drawing
from helpsite.terms import terms

SCRIPTS = {"flow": "flow.js", "procedure": "procedure.js", "message-index": "messages.js", "letter": "letter.js"}
"""Scripts that only some pages need, by the kind of data that is shown."""


@dataclass
class Site:
    """The site's data and pages. Whoever holds one may trust it: `load_site` has checked it."""

    docs: Path
    words: Words
    sources: Table[Source]
    hosts: Hosts
    areas: Areas
    terms: Table[terms.Term]
    catalogue: messages.Catalogue
    wordings: wordings.Wordings
    devices: procedures.Devices
    screens: screens.Screens
    procedures: procedures.Procedures
    flows: Rows[flows.Flow]
    letters: letters.Letters
    vocabulary: Mapping[Locale, search.Vocabulary]
    style: Table[style.Style]
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

    def contents(self, locale: Locale, page: str) -> list[Any]:
        """The list of contents of ``page``; empty for a generated one."""
        written = self.pages[locale].get(page)
        return contents(written, self.procedures.titles(locale)) if written else []

    def draw(self, html: str, page: PageContext) -> str:
        """The text of ``page``: ``html``, as its Markdown was drawn, or what a generated page shows."""
        message = self.catalogue.by_page(page.page)
        return html if message is None else self.draw_message(message.id, page)

    def draw_message(self, key: str, page: PageContext) -> Markup:
        """The text of the page of the message ``key``."""
        return messages.render_message(self.catalogue, self.sources, self._letter, key, page)

    def area_of(self, locale: Locale, page: str) -> Area | None:
        """The area whose topic page ``page`` is, or that its front matter names."""
        named = self.pages[locale][page].front.area if page in self.pages[locale] else None
        return next((area for name, area in self.areas.items() if name == named or area.page == page), None)

    def fences(self) -> dict[str, markdown.Fence]:
        """How each kind of data fence is drawn."""
        return {name: partial(_with_script, name, draw) for name, draw in self._fences().items()}

    def _fences(self) -> dict[str, markdown.Fence]:
        return {
            "messages": partial(messages.render_area, self.catalogue),
            "message-index": lambda _, page: messages.render_index(self.catalogue, page),
            "codes": lambda _, page: messages.render_codes(self.catalogue, page),
            "words": lambda _, page: terms.render_words(self.terms, page),
            "flow": lambda name, page: flows.render_flow(self.flows[name], page),
            "procedure": self.procedure_drawing().html,
            "search": lambda _, page: search.render_launch(page),
            "letter": partial(letters.render_letter, self.letters),
            "areas": lambda _, page: areas.render_areas(self.areas, page),
        }

    def _letter(self, key: str, said: str, page: PageContext) -> Link:
        return letters.letter_link(self.letters, key, said, page)

    def fence_names(self) -> dict[str, Collection[str]]:
        """What may stand in each kind of data fence."""
        return {
            "messages": self.areas.known,
            "message-index": ("all",),
            "codes": ("all",),
            "words": ("all",),
            "flow": self.flows.known,
            "areas": ("all",),
            "procedure": self.procedures.known,
            "search": ("home",),
            "letter": self.letters.known,
        }

    def extensions(self) -> list[str | Extension]:
        """The Markdown extensions, as Python-Markdown takes them."""
        return [*markdown.PLAIN, *self._text_extensions()]

    def _text_extensions(self) -> list[Extension]:
        """What the site adds to Markdown within a paragraph."""
        return [
            wordings.WordingExtension(self.wordings),
            terms.TermExtension(self.terms),
            LinkExtension(self.hosts),
            JapaneseExtension(),
        ]

    def procedure_drawing(self) -> Drawing:
        """What draws procedures, for pages and for the search."""
        markdown_text = MarkdownText([procedures.MarkExtension(), *self._text_extensions()])
        return Drawing(self.procedures, self.devices, self.screens, markdown_text)

    def extension_configs(self) -> dict[str, dict[str, Any]]:
        """The options of the extensions that are named."""
        return markdown.options(self.fences())


def _with_script(kind: str, draw: markdown.Fence, name: str, page: PageContext) -> str:
    if kind in SCRIPTS:
        page.use("scripts", SCRIPTS[kind])
    return draw(name, page)


def load_site(docs: Path, config: Path, problems: Problems) -> Site:
    """Load and check everything below ``docs`` and the navigation of ``config`` (mkdocs.yml).

    The site may only be used when ``problems`` stayed empty.
    Raises `ContentError` where not even the languages are known.
    """
    document = load_yaml(config, problems)
    if not check_languages(document, problems):
        problems.raise_if_any()
    site = _load(docs, docs / "data", problems)
    _name_anchors(site)
    _check(site, document, problems)
    _warn(site)
    return site


def _load(docs: Path, data: Path, problems: Problems) -> Site:
    sources = load_sources(data / "sources.yml", problems)
    words = load_words(data / "ui", problems)
    loaded = areas.load_areas(data / "areas.yml", problems)
    catalogue = messages.load_catalogue(data / "messages", data / "remedies.yml", loaded, sources, problems)
    messages.check_languages(catalogue, words["language"].known if "language" in words else (), problems)
    table = wordings.load_wordings(data / "wordings.yml", sources, catalogue.known, problems)
    devices = procedures.load_devices(data / "devices.yml", problems)
    return Site(
        docs=docs,
        words=words,
        sources=sources,
        hosts=load_hosts(data / "hosts.yml", sources, problems),
        areas=loaded,
        terms=terms.load_terms(data / "terms.yml", problems),
        catalogue=catalogue,
        wordings=table,
        devices=devices,
        screens=screens.load_screens(data / "screens", table, problems),
        procedures=procedures.load_procedures(data / "procedures", devices, problems),
        flows=flows.load_flows(data / "flows", data / "answers.yml", problems),
        letters=letters.load_letters(data / "letters.yml", problems),
        vocabulary=search.load_vocabulary(data, problems),
        style=style.load_style(data / "vocabulary.yml", problems),
        pages={locale: load_pages(docs, locale, sources, problems) for locale in LOCALES},
    )


def _name_anchors(site: Site) -> None:
    """Note every page and every place in it, so that links can be checked and carry their target's title."""
    for locale in LOCALES:
        for page in site.pages[locale].values():
            _name_page(site, locale, page)
        for faulty in site.catalogue.faulty_pages():
            site.anchors.doubt(locale, faulty)
        for message in site.catalogue:
            site.anchors.add(locale, message.page, "", message.title[locale])
        for key in site.terms.known:
            site.anchors.add(locale, terms.WORDS_PAGE, key, site.terms[key][locale].name if key in site.terms else "")


def _name_page(site: Site, locale: Locale, page: SourcePage) -> None:
    site.anchors.add(locale, page.name, "", page.front.title)
    for heading in page.headings:
        site.anchors.add(locale, page.name, heading.anchor, heading.title)
    for block in page.blocks:
        if block.kind == "block" and "#" in block.value:
            site.anchors.add(locale, page.name, block.value.partition("#")[2], page.front.title)
    _name_procedures(site, locale, page)
    _name_flows(site, locale, page)
    if not page.readable:
        site.anchors.doubt(locale, page.name)


def _name_procedures(site: Site, locale: Locale, page: SourcePage) -> None:
    for name in page.fences("procedure"):
        if name in site.procedures:
            for anchor, title in site.procedures.anchors(name, site.devices, locale).items():
                site.anchors.add(locale, page.name, anchor, title)
        else:
            site.anchors.doubt(locale, page.name)


def _name_flows(site: Site, locale: Locale, page: SourcePage) -> None:
    for name in page.fences("flow"):
        if name in site.flows:
            for anchor, title in flows.flow_anchors(site.flows[name], locale).items():
                site.anchors.add(locale, page.name, anchor, title)
        else:
            site.anchors.doubt(locale, page.name)


def _warn(site: Site) -> None:
    """What is no fault, but worth a look: words of screens that nothing shows, charts that grew too large."""
    used = set(site.screens.wordings())
    for pages in site.pages.values():
        for page in pages.values():
            used |= {key for key, _ in wordings.used_wordings(page.text)}
    used |= procedures.wordings_of(site.procedures)
    advice = Problems(site.docs.parent)
    for flow in site.flows.values():
        flows.advise(flow, advice)
    _check_style(site, advice)
    site.warnings += [str(problem) for problem in (*wordings.unused_wordings(site.wordings, used), *advice)]


def _check_style(site: Site, problems: Problems) -> None:
    data = site.docs / "data"
    texts = [*style.data_texts(data)]
    texts += [text for pages in site.pages.values() for page in pages.values() for text in style.page_texts(page)]
    style.check_style(texts, site.style, problems)
    style.unused_words(texts, site.style, problems)


def _check_procedures(site: Site, problems: Problems) -> None:
    def faults(locale: Locale, text: str) -> Iterator[tuple[str, str]]:
        return link_faults(text, locale, site.anchors, site.hosts, site.terms)

    procedures.check_screens(site.procedures, site.screens, problems)
    procedures.check_texts(site.procedures, site.wordings, faults, problems)
    shown = {name: page.fences("procedure") for name, page in site.pages[DEFAULT_LOCALE].items()}
    procedures.check_places(site.procedures, shown, problems)


def _check(site: Site, config: Document | None, problems: Problems) -> None:
    for locale in LOCALES:
        for page in site.pages[locale].values():
            check_links(page, site.anchors, site.hosts, site.terms, problems)
            check_fences(page, site.fence_names(), problems)
            areas.check_name(page, site.areas, problems)
            site.wordings.check(page.text, page.path, page.first_line, problems)
    messages.check_links(site.catalogue, site.anchors, problems)
    _check_procedures(site, problems)
    messages.check_letters(site.catalogue, site.letters, problems)
    flows.check_links(site.flows, site.anchors, problems)
    areas.check_links(site.areas, site.anchors, problems)
    compare_pages(site.pages, site.docs, problems)
    if config is not None:
        check_navigation(config, {name: page.path for name, page in site.pages[DEFAULT_LOCALE].items()}, problems)
