"""Everything the site is made of, loaded and checked once, before anything is drawn.

This is the one place that knows how each room is read; the rooms do not know one another.
"""

from pathlib import Path

from helpsite.areas import load_areas
from helpsite.checks import check_site, warnings
from helpsite.citations import Source, load_hosts
from helpsite.flows.load import load_flows
from helpsite.ground.interface import load_words
from helpsite.ground.languages import check_languages
from helpsite.ground.locales import LOCALES, Localized
from helpsite.ground.problems import Problems
from helpsite.ground.settings import load_settings
from helpsite.ground.tables import load_table
from helpsite.letters.load import load_letters
from helpsite.messages.load import load_catalogue
from helpsite.pages.files import check_files
from helpsite.pages.load import load_pages
from helpsite.places import check_ids, name_places
from helpsite.procedures.load import load_procedures
from helpsite.screens.load import load_screens
from helpsite.search.vocabulary import load_vocabulary
from helpsite.site import Site
from helpsite.style.model import Style
from helpsite.terms import Term
from helpsite.wordings.table import load_wordings


def load_site(docs: Path, config: Path, problems: Problems) -> Site:
    """Load and check everything below ``docs``, and ``config`` (mkdocs.yml).

    The site may only be used when ``problems`` stayed empty.
    Raises `ContentError` where not even the languages are known, or a folder cannot be read.
    """
    if not check_languages(problems):
        problems.raise_if_any()
    document = load_settings(config, problems)
    check_files(docs, problems)
    site = _load(docs, problems)
    site.catalogue.costs = site.procedures.costs
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
