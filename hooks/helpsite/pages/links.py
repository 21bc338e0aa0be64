"""Links in the text: official ones are marked, other hosts are marked external, pages of the site are checked."""

from collections.abc import Iterator, Mapping
from functools import partial
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension

from helpsite.citations import Hosts, host_fault, host_of
from helpsite.ground.anchors import Anchors, from_root
from helpsite.ground.locales import Locale
from helpsite.ground.markdown_extensions import TreeExtension
from helpsite.ground.markdown_source import EXPECTED_MARKS, PARSER, pieces, stray_mark
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table
from helpsite.pages.source import SourcePage
from helpsite.terms import SCHEME, Term, term_fault


def check_links(page: SourcePage, anchors: Anchors, hosts: Hosts, terms: Table[Term], problems: Problems) -> None:
    """Note every link and related page of ``page`` that leads nowhere or to an unknown host."""
    for reference in page.links:
        fault = _fault(reference.target, page.locale, page.name, anchors, hosts, terms)
        if fault is not None:
            problems.add(page.path, reference.line, *fault)
    for index, ref in enumerate(page.front.related):
        fault = anchors.fault(page.locale, page.name, ref)
        if fault is not None:
            problems.add(page.path, page.document.line(("related", index)), *fault)


def link_faults(
    text: str, locale: Locale, anchors: Anchors, hosts: Hosts, terms: Table[Term]
) -> Iterator[tuple[str, str]]:
    """What is wrong with each link and mark of ``text``, as (found, expected). Links start at a language's root."""
    for piece in pieces(PARSER.parse(text)):
        if piece.token.type == "link_open":
            fault = _fault(str(piece.token.attrs.get("href", "")), locale, "index.md", anchors, hosts, terms)
            if fault is not None:
                yield fault
        elif mark := stray_mark(piece.text):
            yield f'"{mark}" in a text', EXPECTED_MARKS


def _fault(  # noqa: PLR0913, PLR0917 (a link, where it stands, and what it may lead to)
    target: str, locale: Locale, page: str, anchors: Anchors, hosts: Hosts, terms: Table[Term]
) -> tuple[str, str] | None:
    if target.startswith(SCHEME):
        return term_fault(target, terms)
    if is_internal(target):
        path = target.partition("#")[0]
        if path and not path.endswith(".md"):
            return f'a link to "{target}"', "a page (page.md#anchor) or a full address (https://…)"
        return anchors.fault(locale, page, from_root(target, page))
    if not target.startswith(("https://", "http://", "mailto:")):
        return f'a link to "{target}"', "https://…"
    return host_fault(target, hosts)


def is_internal(target: str) -> bool:
    """Whether a link target is a page of this site: it names no host and no scheme."""
    return "://" not in target and not target.startswith(("mailto:", "//", SCHEME, "javascript:", "data:"))


def link_extension(hosts: Hosts, words: Mapping[str, str]) -> Extension:
    """Marks links to other hosts: ``data-official`` or ``data-external`` with ``words`` (the room ``site``)."""
    return TreeExtension(partial(_mark_links, hosts, words), 7)


def _mark_links(hosts: Hosts, words: Mapping[str, str], root: Element) -> None:
    for link in root.iter("a"):
        host = host_of(link.get("href", ""))
        if host:
            _mark(link, "official" if hosts.is_official(host) else "external", words)


def _mark(link: Element, kind: str, words: Mapping[str, str]) -> None:
    link.set("rel", "noopener noreferrer")
    link.set(f"data-{kind}", "")
    note = SubElement(link, "span", {"class": f"link-note link-note--{kind}"})
    note.text = words[f"link-{kind}"]
