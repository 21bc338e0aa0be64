"""Checks across rooms: whether what they hold fits together."""

from collections.abc import Collection, Iterator

from helpsite.areas import check_area_name, check_topic_pages
from helpsite.drawing import fence_names
from helpsite.flows.advice import advise
from helpsite.ground.anchors import split_ref
from helpsite.ground.interface import OPEN_ROOM
from helpsite.ground.locales import DEFAULT_LOCALE, LOCALES, Locale, Localized
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Document, Loc
from helpsite.messages.catalogue import Catalogue
from helpsite.pages.checks import check_fences
from helpsite.pages.links import check_links, link_faults
from helpsite.pages.navigation import check_navigation
from helpsite.pages.parity import compare_pages
from helpsite.procedures.checks import check_places, check_screens, check_texts, procedure_wordings
from helpsite.references import check_references
from helpsite.site import Site
from helpsite.style.checks import check_style, unused_words
from helpsite.style.texts import Text, data_texts, page_texts
from helpsite.ways import LETTER, check_ways, ways_of
from helpsite.wordings.table import unused_wordings, wordings_in


def warnings(site: Site) -> list[str]:
    """Warnings: valid content that is worth a look, such as wordings that nothing shows."""
    used = set(site.screens.wordings())
    for pages in site.pages.values():
        for page in pages.values():
            used |= {key for key, _ in wordings_in(page.tokens)}
    used |= procedure_wordings(site.procedures)
    advice = Problems(site.docs.parent)
    for flow in site.flows.values():
        advise(flow, advice)
    unused_words(_texts(site), site.style, advice)
    return [str(problem) for problem in (*unused_wordings(site.wordings, used), *advice)]


def _texts(site: Site) -> Iterator[Text]:
    """Every text that writers wrote for readers."""
    yield from data_texts(site.docs / "data")
    for pages in site.pages.values():
        for page in pages.values():
            yield from page_texts(page)


def _check_procedures(site: Site, problems: Problems) -> None:
    def faults(locale: Locale, text: str) -> Iterator[tuple[str, str]]:
        return link_faults(text, locale, site.anchors, site.hosts, site.terms)

    check_screens(site.procedures, site.screens, problems)
    check_texts(site.procedures, site.wordings, faults, problems)
    check_places(site.procedures, _shown(site, "procedure"), problems)


def _shown(site: Site, kind: str) -> dict[str, Collection[str]]:
    """What each page shows of one kind of data."""
    return {name: page.fences(kind) for name, page in site.pages[DEFAULT_LOCALE].items()}


def _check_messages(site: Site, problems: Problems) -> None:
    """Letters and languages that messages name."""
    languages = site.words[OPEN_ROOM]
    for entry in site.catalogue.entries.values():
        if entry.message.letter is not None:
            site.letters.check_key(entry.message.letter, "letter", entry.document, (entry.index, "letter"), problems)
        for language in entry.message.wordings:
            languages.check_key(language, "language", entry.document, (entry.index, "wordings", language), problems)


def _check_costs(site: Site, problems: Problems) -> None:
    """What a procedure costs is written there alone: remedies that link to it say it by themselves."""
    for link, cost, document, loc in _costs(site.catalogue):
        said = site.catalogue.costs.get(split_ref(link or "", "")[1])
        if cost and said and any(cost[locale].strip() in said[locale] for locale in LOCALES):
            expected = "no cost, and `use` to name the shared remedy that links there"
            problems.add(document.path, document.line(loc), f'a cost that "{link}" says as well', expected)


def _costs(catalogue: Catalogue) -> Iterator[tuple[str | None, Localized | None, Document, Loc]]:
    for key, shared in catalogue.shared.items():
        yield shared.link, shared.cost, catalogue.shared.document, (key, "cost")
    for entry in catalogue.entries.values():
        for index, remedy in enumerate(entry.message.remedies):
            yield catalogue.resolve(remedy).link, remedy.cost, entry.document, (entry.index, "remedies", index, "cost")


def _check_offers(site: Site, problems: Problems) -> None:
    """A letter is offered to no more readers than it is true for."""
    for name, area in site.areas.items():
        for index, way in enumerate(area.otherwise):
            if way.when is None and way.to.startswith(LETTER):
                line = site.areas.line(name, "otherwise", index)
                problems.add(site.areas.path, line, f'"{way.to}" for a whole area', "`when`: for whom the letter is")
    for entry in site.catalogue.entries.values():
        for index, way in enumerate(entry.message.otherwise or ()):
            if way.to == f"{LETTER}{entry.message.letter}":
                found = f'the letter "{entry.message.letter}" under `letter` as well'
                expected = "one of them: `letter` where it is true for everybody, a way on for some"
                problems.add(entry.document.path, entry.line("otherwise", index, "to"), found, expected)


def check_site(site: Site, config: Document | None, problems: Problems) -> None:
    """Note everything that names what is not there, and what is not written as the site speaks.

    ``config`` is mkdocs.yml.
    """
    check_style(_texts(site), site.style, problems)
    for locale in LOCALES:
        for page in site.pages[locale].values():
            check_links(page, site.anchors, site.hosts, site.terms, problems)
            check_fences(page, fence_names(site), problems)
            check_area_name(page, site.areas, problems)
            site.wordings.check(wordings_in(page.tokens, page.first_line), page.path, problems)
    _check_messages(site, problems)
    _check_offers(site, problems)
    _check_procedures(site, problems)
    check_references(site, problems)
    if not problems:  # a link that leads nowhere, or a page that shows nothing, is told already
        _check_costs(site, problems)
        check_topic_pages(site.areas, _shown(site, "messages"), problems)
        check_ways(ways_of(site), problems)
    compare_pages(site.pages, site.docs, problems)
    if config is not None:
        check_navigation(config, {name: page.path for name, page in site.pages[DEFAULT_LOCALE].items()}, problems)
