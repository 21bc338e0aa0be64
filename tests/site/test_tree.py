"""The built site as parsed trees: links, ids, languages, heads. No browser."""

from __future__ import annotations

import json
import posixpath
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from tests.interface import said

from helpsite.ground.locales import LOCALES, Locale

pytestmark = pytest.mark.site

ORIGIN = "https://help.example/help/"
JAPANESE = "".join(chr(code) for code in range(0x3041, 0x30FF))


@cache
def tree(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_bytes())


def language(address: str) -> Locale:
    return "en" if address.startswith("en/") else "ja"


def twin(address: str) -> str:
    return address.removeprefix("en/") if address.startswith("en/") else f"en/{address}"


def own_text(element: html.HtmlElement) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).replace("\u200b", "").split())


def test_both_languages_have_the_same_pages(site_pages: dict[str, Path]) -> None:
    assert sorted(twin(address) for address in site_pages) == sorted(site_pages)


def test_every_address_of_the_sitemap_is_a_page(site_pages: dict[str, Path]) -> None:
    assert [address for address, path in site_pages.items() if not path.is_file()] == []


def test_every_page_is_in_the_sitemap(site_dir: Path, site_pages: dict[str, Path]) -> None:
    found = {path for path in site_dir.rglob("*.html") if path.name != "404.html"}
    assert found == set(site_pages.values())


def test_no_link_or_anchor_is_broken(site_dir: Path, site_pages: dict[str, Path]) -> None:
    broken = []
    for address, path in site_pages.items():
        for link in tree(path).iterfind(".//a[@href]"):
            fault = _fault(link.get("href", ""), address, site_dir)
            if fault:
                broken.append(f"{address}: {fault}")
    assert broken == []


def _fault(href: str, address: str, site_dir: Path) -> str:
    url = urlsplit(urljoin(ORIGIN + address, href))
    if url.scheme not in ("http", "https") or not url.geturl().startswith(ORIGIN):
        return "" if url.scheme in ("http", "https", "mailto") and url.netloc != "help.example" else href
    path = site_dir / posixpath.normpath(url.path.removeprefix("/help/") or ".")
    path = path / "index.html" if path.is_dir() else path
    if not path.is_file():
        return href
    if url.fragment and path.suffix == ".html" and not _has_id(path, unquote(url.fragment)):
        return href
    return ""


@cache
def ids(path: Path) -> frozenset[str]:
    return frozenset(str(value) for value in tree(path).xpath("//@id"))


def _has_id(path: Path, fragment: str) -> bool:
    return fragment in ids(path)


def test_ids_stand_once_a_page(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        found = [str(value) for value in tree(path).xpath("//@id")]
        assert sorted(found) == sorted(set(found)), address


def test_headings_and_their_ids_are_the_same_in_both_languages(site_pages: dict[str, Path]) -> None:
    def outline(path: Path) -> list[tuple[str, str]]:
        found = tree(path).xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4][@id]")
        return [(heading.tag, heading.get("id")) for heading in found]

    for address, path in site_pages.items():
        assert outline(path) == outline(site_pages[twin(address)]), address


def test_every_page_has_one_title_and_names_its_language(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        assert tree(path).get("lang") == language(address), address
        assert len(tree(path).findall(".//h1")) == 1, address


def test_heads_point_to_themselves_and_their_twins(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        canonical = tree(path).xpath("string(//link[@rel='canonical']/@href)")
        assert canonical == ORIGIN + address
        japanese = address if language(address) == "ja" else twin(address)
        wanted = {"ja": ORIGIN + japanese, "en": f"{ORIGIN}en/{japanese}", "x-default": ORIGIN + japanese}
        links = tree(path).xpath("//link[@rel='alternate'][@hreflang]")
        assert {link.get("hreflang"): link.get("href") for link in links} == wanted, address


def test_titles_and_descriptions_are_in_the_readers_language(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        title = str(tree(path).xpath("string(//title)"))
        description = str(tree(path).xpath("string(//meta[@name='description']/@content)"))
        assert title, address
        assert len(description) >= 10, address
        heading = own_text(tree(path).xpath("//h1")[0])  # the title of a message holds its words in both
        assert any(letter in JAPANESE for letter in heading) == (language(address) == "ja"), (address, heading)


def test_navigation_footer_and_tools_are_in_the_readers_language(site_pages: dict[str, Path]) -> None:
    path = site_pages["en/about/"]
    for selector in ("//nav[contains(@class, 'site-nav')]", "//footer"):
        words = own_text(tree(path).xpath(selector)[0])
        assert not any(letter in JAPANESE for letter in words), words


def test_every_page_says_that_it_is_unofficial_and_when_it_was_checked(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        words = own_text(tree(path).find(".//body"))
        assert said(language(address), "site", "unofficial") in words, address
        assert tree(path).xpath("//time[@datetime]"), address


def test_nothing_is_loaded_from_another_host(site_pages: dict[str, Path]) -> None:
    loading = "//script/@src | //img/@src | //link[not(@rel='canonical' or @rel='alternate')]/@href | //iframe/@src"
    for address, path in site_pages.items():
        for url in tree(path).xpath(loading):
            assert not urlsplit(str(url)).netloc, (address, url)


def test_other_hosts_are_closed_off(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        for link in tree(path).xpath("//a[starts-with(@href, 'http')]"):
            assert link.get("rel") == "noopener noreferrer", (address, link.get("href"))


def test_words_in_the_other_language_say_so(site_pages: dict[str, Path]) -> None:
    """Kana on an English page stand in an element whose language is Japanese."""
    for address, path in site_pages.items():
        if language(address) == "ja":
            continue
        for element in tree(path).find(".//body").iter("*"):
            for text in (element.text, *(child.tail for child in element)):
                if isinstance(element.tag, str) and text and any(letter in JAPANESE for letter in text):
                    spoken = element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
                    assert spoken == "ja", (address, text)


def test_structured_data_names_the_page(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        data = json.loads(tree(path).xpath("string(//script[@type='application/ld+json'])"))
        assert data["@type"] == "WebPage"
        assert data["url"] == ORIGIN + address
        assert data["inLanguage"] == language(address)
        assert data["breadcrumb"]["itemListElement"][-1]["item"] == ORIGIN + address


def test_pages_that_are_not_found(site_dir: Path) -> None:
    root = own_text(tree(site_dir / "404.html").find(".//article"))
    assert all(said(locale, "site", "not-found-title") in root for locale in LOCALES)
    english = own_text(tree(site_dir / "en" / "404.html").find(".//article"))
    assert english.startswith(said("en", "site", "not-found-title"))
    assert "ページ" not in english


def test_data_and_sources_are_not_published(site_dir: Path) -> None:
    published = [
        path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.suffix in (".yml", ".md")
    ]
    assert published == []


def test_no_page_shows_what_a_program_is_made_of(site_pages: dict[str, Path]) -> None:
    for address, path in site_pages.items():
        page = path.read_text(encoding="utf-8")
        assert "built-in method" not in page, address
        assert " object at 0x" not in page, address
