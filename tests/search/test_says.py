"""The search says what the page shows: every word that it knows of a place stands in that place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from tests.small_site import lay_out

from helpsite.ground.folding import fold
from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.ground.problems import Problems
from helpsite.load import load_site
from helpsite.search.build import _WORD as WORD
from helpsite.search.collect import entries
from helpsite.search.entries import MESSAGES, Entry, clean

HEADINGS = ("h1", "h2", "h3", "h4")
AROUND = (
    "ancestor::section[contains(concat(' ', @class, ' '), ' procedure ')]"
    " | ancestor::li[contains(concat(' ', @class, ' '), ' flow-step ')]"
)
"""What a part is told with: what stands before the parts of its procedure; the answers to its question."""


def shown(element: html.HtmlElement) -> str:
    """What stands at ``element``: of a heading, everything up to the next one; of a part, the whole procedure."""
    whole = element.xpath(AROUND)
    if whole or element.tag not in HEADINGS:
        return str([element, *whole][-1].text_content())
    return " ".join([str(element.text_content()), *_below(element)])


def _below(heading: html.HtmlElement) -> Iterator[str]:
    for element in heading.itersiblings():
        if element.tag in HEADINGS or element.find(".//h2") is not None:
            return
        yield str(element.text_content())


def place(folder: Path, entry: Entry) -> str:
    """The words of the place to which ``entry`` leads."""
    path, _, anchor = entry.address.partition("#")
    root = folder if entry.locale == DEFAULT_LOCALE else folder / entry.locale
    tree = html.document_fromstring((root / path / "index.html").read_bytes())
    for note in tree.find_class("link-note"):
        note.drop_tree()  # a mark at a link, in the middle of a sentence
    found = tree.get_element_by_id(anchor) if anchor else tree.find(".//article")
    assert found is not None, entry.address
    return fold(clean(shown(found)))


def missing(folder: Path, entry: Entry) -> list[str]:
    """What ``entry`` says, word by word as the index knows it, that does not stand in its place."""
    words = place(folder, entry)
    own = [wording.text for wording in entry.wordings] if entry.kind in MESSAGES else []
    told = [word for text in (entry.answer, entry.text, *own) for word in WORD.findall(clean(text))]
    return [word for word in told if fold(word) not in words]


@pytest.mark.site
@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_the_search_knows_stands_in_its_place(locale: str, small_dir: Path, tmp_path: Path) -> None:
    lay_out(tmp_path)
    problems = Problems(tmp_path)
    site = load_site(tmp_path / "docs", tmp_path / "mkdocs.yml", problems)
    assert list(problems) == []
    known = [entry for entry in entries(site) if entry.locale == locale]
    assert {entry.kind for entry in known} >= {"message", "steps", "section", "word"}
    assert [(entry.address, words) for entry in known if (words := missing(small_dir, entry))] == []
