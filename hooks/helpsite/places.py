"""Every page and every place in it, so that links can be checked and carry their target's title."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpsite.flows.texts import flow_anchors
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.pages.source import SourcePage
from helpsite.terms import WORDS_PAGE

if TYPE_CHECKING:
    from helpsite.site import Site


def name_places(site: "Site", problems: Problems) -> None:
    """Fill the anchors of ``site``; note ids that stand twice on one page."""
    for locale in LOCALES:
        for page in site.pages[locale].values():
            _name_page(site, page, problems)
        for faulty in site.catalogue.faulty_pages():
            site.anchors.doubt(locale, faulty)
        for message in site.catalogue:
            site.anchors.add(locale, message.page, "", message.title[locale])
        for key in site.terms.known:
            site.anchors.add(locale, WORDS_PAGE, key, site.terms[key][locale].name if key in site.terms else "")


def _name_page(site: "Site", page: SourcePage, problems: Problems) -> None:
    site.anchors.add(page.locale, page.name, "", page.front.title)
    for heading in page.headings:
        site.anchors.add(page.locale, page.name, heading.anchor, heading.title)
    for anchor, title, line in (*_ids_of_blocks(page), *_ids_of_data(site, page)):
        if anchor in site.anchors.of(page.locale, page.name):
            problems.add(page.path, line, f'the id "{anchor}" a second time', "each id once a page")
        site.anchors.add(page.locale, page.name, anchor, title)
    faulty = [name for name in page.fences("flow") if name not in site.flows]
    faulty += [name for name in page.fences("procedure") if name not in site.procedures]
    unsure = bool(page.fences("letters")) and not site.letters.is_whole
    if faulty or unsure or not page.readable:
        site.anchors.doubt(page.locale, page.name)


def _ids_of_blocks(page: SourcePage) -> Iterator[tuple[str, str, int]]:
    for block in page.blocks:
        if block.kind == "block" and "#" in block.value:
            yield block.value.partition("#")[2], page.front.title, block.line


def _ids_of_data(site: "Site", page: SourcePage) -> Iterator[tuple[str, str, int]]:
    """The ids of charts, procedures and letters with their titles and the line of their fence."""
    for name, line in page.fence_lines("procedure").items():
        if name in site.procedures:
            rows = site.procedures.anchors(name, site.devices, page.locale)
            yield from ((anchor, title, line) for anchor, title in rows.items())
    for name, line in page.fence_lines("flow").items():
        if name in site.flows:
            rows = flow_anchors(site.flows[name], page.locale)
            yield from ((anchor, title, line) for anchor, title in rows.items())
    for line in page.fence_lines("letters").values():
        yield from ((f"letter-{key}", letter.title[page.locale], line) for key, letter in site.letters.items())
