"""Languages are data: the fixture site in a third language that nobody has written a line of code for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Page
from tests.conftest import SITE_URL, once
from tests.pseudo_language import LOCALE, add_language
from tests.serving import serving
from tests.small_site import build, lay_out

READ = ("aria-label", "title", "placeholder", "alt")
NO_WORD = re.compile(r"https://\S+|\d{4}-\S+-\d\d|Chrome")


def make(folder: Path) -> CompletedProcess[str]:
    project = folder.with_name("third-project")
    project.mkdir()
    lay_out(project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_LANGUAGES", str(add_language(project)))
        return build(project, folder, SITE_URL)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once("third", tmp_path_factory, make)


def texts(element: HtmlElement, locale: str = LOCALE, translated: bool = False) -> Iterator[str]:
    """What is read in the language of the page, apart from words inside a sentence that is translated."""
    locale = element.get("lang", locale)
    if not isinstance(element.tag, str) or element.tag in ("script", "style") or locale != LOCALE:
        return
    translated = translated or any("⟦" in (text or "") for text in (element.text, *(child.tail for child in element)))
    yield from (element.get(name, "") for name in READ)
    if not translated:
        yield from (text or "" for text in (element.text, *(child.tail for child in element)))
    for child in element:
        yield from texts(child, locale, translated)


def test_no_word_is_left_untranslated(built: Path) -> None:
    pages = sorted((built / LOCALE).rglob("*.html"))
    left = {
        (page.parent.name, text.strip())
        for page in pages
        for text in texts(html.parse(str(page)).getroot().find("body"))
        if re.search(r"[^\W\d_]{2}", NO_WORD.sub("", text)) and not {"⟦", "⟧"} & set(text)
    }
    assert len(pages) > 8
    assert left == set()


@pytest.mark.browser
def test_longer_words_break_no_page(built: Path, page: Page) -> None:
    with serving(built) as url:
        files = sorted((built / LOCALE).rglob("index.html"))
        for file in (file for file in files if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")):
            page.goto(url + file.parent.relative_to(built).as_posix() + "/")
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 740})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, file.parent.name
