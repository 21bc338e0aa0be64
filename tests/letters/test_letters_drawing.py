"""The letters as HTML, whole, and the way to one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.letters.test_letters_file import GOOD

from helpsite.ground.anchors import Anchors, Link
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.letters.load import load_letters
from helpsite.letters.model import Letters
from helpsite.letters.render import letter_link, render_letters

DATA = Path(__file__).parents[2] / "docs" / "data"


def context(locale: Locale) -> PageContext:
    anchors = Anchors()
    for page, anchor in (("contact.md", ""), ("contact.md", "letters"), ("contact.md", "letter-lock"), ("a/b.md", "")):
        anchors.add(locale, page, anchor, anchor or page)
    return PageContext(locale, "a/b.md", anchors, words_in(load_words(DATA / "ui", Problems()), locale))


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    path = tmp_path / "letters.yml"
    path.write_text(GOOD, encoding="utf-8")
    problems = Problems(tmp_path)
    loaded = load_letters(path, problems)
    assert list(problems) == []
    return loaded


@pytest.mark.parametrize("locale", ["en", "ja"])
def test_the_whole_choice(letters: Letters, locale: Locale) -> None:
    whole = Path(__file__).with_name(f"whole-letters-{locale}.html")
    assert render_letters(letters, context(locale)) + "\n" == whole.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("", "../../contact/#letter-lock"),
        ("50% & “so”\n#1", "../../contact/?message=50%25%20%26%20%E2%80%9Cso%E2%80%9D%0A%231#letter-lock"),
    ],
)
def test_the_link_of_a_message(letters: Letters, said: str, wanted: str) -> None:
    assert letter_link(letters, "lock", said, context("en")) == Link(wanted, "Locked")
