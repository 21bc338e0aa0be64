"""Every page and every place in it, so that links can be checked and carry their target's title."""

import re
from collections.abc import Iterator
from pathlib import Path

from helpsite.flows.texts import flow_anchors
from helpsite.ground.interface import words_in
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.messages.render import BROWSER_ERRORS
from helpsite.pages.source import SourcePage
from helpsite.site import Site
from helpsite.terms import WORDS_PAGE

OURS = re.compile(
    r"main|otherwise|print-words|related-pages|terms|term-.+|toc-title|nav-\d+|site-(?:nav|words)|"
    r"search(?:-(?:failed|launch|lost|nothing|panel|words))?"
)
"""The ids around the text of every page, by which links and scripts find what is theirs."""


def name_places(site: Site, problems: Problems) -> None:
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


def check_ids(site: Site, problems: Problems) -> None:
    """Note every id that the frame of a page has as well."""
    for anchor, path, line in _chosen(site):
        if OURS.fullmatch(anchor):
            problems.add(path, line, f'the id "{anchor}"', "another one; every page has it around its text")


def _chosen(site: Site) -> Iterator[tuple[str, Path, int]]:
    """Every id that writers choose, with its file and line."""
    for table in (site.terms, site.areas):
        yield from ((key, table.path, table.line(key)) for key in table)
    for entry in site.catalogue.entries.values():
        yield entry.message.id, entry.document.path, entry.line("id")
    for name, document in site.procedures.documents.items():
        yield name, document.path, 1
    for page in (page for pages in site.pages.values() for page in pages.values()):
        yield from ((heading.anchor, page.path, heading.line) for heading in page.headings)
        yield from ((anchor, page.path, line) for anchor, _, line in _ids_of_blocks(page))


def _name_page(site: Site, page: SourcePage, problems: Problems) -> None:
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


def _ids_of_data(site: Site, page: SourcePage) -> Iterator[tuple[str, str, int]]:
    """The ids of charts, procedures, letters and lists with their titles and the line of their fence."""
    for name, line in page.fence_lines("procedure").items():
        if name in site.procedures:
            rows = site.procedures.anchors(name, site.devices, page.locale)
            yield from ((anchor, title, line) for anchor, title in rows.items())
    for name, line in page.fence_lines("flow").items():
        if name in site.flows:
            rows = flow_anchors(site.flows[name], page.locale)
            yield from ((anchor, title, line) for anchor, title in rows.items())
    for name, line in page.fence_lines("messages").items():
        if any(message.kind == "browser" for message in site.catalogue.area(name)):
            yield BROWSER_ERRORS, words_in(site.words, page.locale)["message"].get("browser", ""), line
    for line in page.fence_lines("letters").values():
        yield from ((f"letter-{key}", letter.title[page.locale], line) for key, letter in site.letters.items())
