"""References in data files: each leads to a page, or to a place on a page, that exists in every language."""

from collections.abc import Iterator

from helpsite.areas import WayOn
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Document, Loc
from helpsite.messages.catalogue import CatalogueEntry
from helpsite.site import Site

Reference = tuple[str, Document, Loc]
"""What is written, from the root of a language, as ``page.md#anchor``, and its place in the file."""


def check_references(site: Site, problems: Problems) -> None:
    """Note every reference that leads nowhere; what is so in every language is told once."""
    for ref, document, loc in _references(site):
        for locale in LOCALES:
            fault = site.anchors.fault(locale, "index.md", ref)
            if fault is not None:
                problems.add(document.path, document.line(loc), *fault)


def _references(site: Site) -> Iterator[Reference]:
    for name, area in site.areas.items():
        yield area.page, site.areas.document, (name, "page")
        yield from _ways(area.otherwise, site.areas.document, (name, "otherwise"))
    for entry in site.catalogue.entries.values():
        yield from _of_message(entry)
    for key, remedy in site.catalogue.shared.items():
        if remedy.link is not None:
            yield remedy.link, site.catalogue.shared.document, (key, "link")
    for index, ref in enumerate(site.letters.paste):
        yield ref, site.letters.document, ("paste", index)
    for flow in site.flows.values():
        for name, node in flow.nodes.items():
            if node.link is not None:
                yield node.link, flow.document, ("nodes", name, "link")


def _of_message(entry: CatalogueEntry) -> Iterator[Reference]:
    for index, remedy in enumerate(entry.message.remedies):
        if remedy.link is not None:
            yield remedy.link, entry.document, (entry.index, "remedies", index, "link")
    yield from _ways(entry.message.otherwise or (), entry.document, (entry.index, "otherwise"))


def _ways(ways: tuple[WayOn, ...], document: Document, loc: Loc) -> Iterator[Reference]:
    for index, way in enumerate(ways):
        yield way.to, document, (*loc, index, "to")
