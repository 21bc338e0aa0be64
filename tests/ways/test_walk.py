"""From every trouble and every outcome the ways on of the built pages lead to a letter or to customer service."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html
from lxml.html import HtmlElement

Pages = Mapping[str, HtmlElement]
CONTACT = re.compile(r"(en/)?contact/#(letter-[\w-]+|contact-support|cannot-sign-in)")
"""A letter, or how one reaches customer service; not the rest of that page."""


def hrefs(address: str, parts: Iterable[HtmlElement]) -> set[str]:
    """The places that links inside ``parts`` of the page at ``address`` lead to."""
    base = "https://site.example/"
    links = [link.get("href") for part in parts for link in part.iter("a") if link.get("href")]
    return {re.sub(r"\?[^#]*", "", urljoin(base + address, link)).removeprefix(base) for link in links}


def starts(pages: Pages) -> dict[str, set[str]]:
    """Every message page and every outcome of a chart, with the pages that its ways on and its own link lead to."""
    found = {}
    for address, page in pages.items():
        if page.xpath("//*[@data-message]"):
            found[address] = ways_on(address, page)
        for card in page.xpath("//*[contains(@class, 'flow-card')][@id]"):
            found[f"{address}#{card.get('id')}"] = hrefs(address, [card])
    return found


def ways_on(address: str, page: HtmlElement) -> set[str]:
    """The pages that the ways on of a page lead to; those of a chart belong to its outcomes."""
    return hrefs(address, page.xpath("//*[@data-way-on][not(ancestor::*[contains(@class, 'flow-card')])]"))


def stranded(pages: Pages) -> list[str]:
    """The starts from which no way on leads to a letter or to customer service."""
    onward = {address: ways_on(address, page) for address, page in pages.items()}
    return sorted(start for start, first in starts(pages).items() if not _reaches(first, onward))


def _reaches(first: set[str], onward: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(first)
    while ahead - seen:
        here = (ahead - seen).pop()
        if CONTACT.fullmatch(here):
            return True
        seen.add(here)
        ahead |= onward.get(urldefrag(here).url, set())
    return False


MESSAGE = '<div data-message="x"><a href="/contact/">in the text</a><section data-way-on>{}</section></div>'
OUTCOME = '<div class="flow-card" id="flow-x-y"><details data-way-on>{}</details></div>'


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (MESSAGE.format(""), ["errors/x/"]),
        (MESSAGE.format('<a href="../x/">round</a>'), ["errors/x/"]),
        (MESSAGE.format('<a href="../../topic/">on</a>'), []),
        (MESSAGE.format('<a href="../../contact/?message=x#letter-z">a letter</a>'), []),
        (MESSAGE.format('<a href="../../contact/#what-to-hide">the rest of the page</a>'), ["errors/x/"]),
        (OUTCOME.format(""), ["errors/x/#flow-x-y"]),
        (OUTCOME.format('<a href="../../topic/">on</a>'), []),
    ],
)
def test_the_walk_finds_who_is_stranded(body: str, wanted: list[str]) -> None:
    pages = {"errors/x/": body, "topic/": '<p data-way-on><a href="../contact/#contact-support">on</a></p>'}
    assert stranded({address: html.fromstring(f"<main>{text}</main>") for address, text in pages.items()}) == wanted


@pytest.mark.site
def test_nobody_is_stranded(site_pages: dict[str, Path]) -> None:
    pages = {address: html.parse(str(file)).getroot() for address, file in site_pages.items()}
    assert len(starts(pages)) > len(pages) / 2
    assert stranded(pages) == []
