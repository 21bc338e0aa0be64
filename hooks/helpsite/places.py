"""Every page and every place in it, so that links can be checked and carry their target's title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpsite import flows
from helpsite.ground.locales import LOCALES, Locale
from helpsite.pages.source import SourcePage
from helpsite.terms import terms

if TYPE_CHECKING:
    from helpsite.site import Site


def name_places(site: Site) -> None:
    """Fill the anchors of ``site``."""
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
    _name_letters(site, locale, page)
    if not page.readable:
        site.anchors.doubt(locale, page.name)


def _name_procedures(site: Site, locale: Locale, page: SourcePage) -> None:
    for name in page.fences("procedure"):
        if name in site.procedures:
            for anchor, title in site.procedures.anchors(name, site.devices, locale).items():
                site.anchors.add(locale, page.name, anchor, title)
        else:
            site.anchors.doubt(locale, page.name)


def _name_letters(site: Site, locale: Locale, page: SourcePage) -> None:
    if page.fences("letters"):
        for key, letter in site.letters.items():
            site.anchors.add(locale, page.name, f"letter-{key}", letter.title[locale])
        if not site.letters.is_whole:
            site.anchors.doubt(locale, page.name)


def _name_flows(site: Site, locale: Locale, page: SourcePage) -> None:
    for name in page.fences("flow"):
        if name in site.flows:
            for anchor, title in flows.flow_anchors(site.flows[name], locale).items():
                site.anchors.add(locale, page.name, anchor, title)
        else:
            site.anchors.doubt(locale, page.name)
