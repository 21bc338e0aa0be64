"""A small set of tables, and short ways to check and to draw a page with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Extension, Markdown
from tests.sample import named

from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import Words, load_words, words_in
from helpsite.ground.locales import Locale
from helpsite.ground.page_context import PageContext, rendering
from helpsite.ground.problems import Problems
from helpsite.procedures import Devices, ProcedureExtension, ProcedureSource, check_procedures, load_devices
from helpsite.screens import Screens, load_screens
from helpsite.wordings import WordingExtension, Wordings, load_wordings

DATA = Path(__file__).parents[2] / "docs" / "data"
WORDINGS = """\
continue:
  ja: 続ける
  en: Continue
  where: {ja: 最初の画面, en: first screen}
  message: first
  source: public-copy
verify:
  en: Verify
  where: {ja: 次の画面, en: next screen}
  message: first
  source: public-copy
"""
SCREEN = """\
title: {ja: 最初の画面, en: first screen}
elements:
  - kind: field
    about: {ja: メールの欄, en: mail field}
    mark: 1
  - kind: button
    says: continue
    mark: 2
"""
Checked = tuple[list[str], list[ProcedureSource]]


class Tables:
    """Devices pc, phone and app; the wordings continue and verify; the screen first with marks 1 and 2."""

    def __init__(self, folder: Path, words: Words) -> None:
        problems = Problems()
        (folder / "wordings.yml").write_text(WORDINGS, encoding="utf-8")
        (folder / "screens").mkdir()
        (folder / "screens" / "first.yml").write_text(SCREEN, encoding="utf-8")
        self.words = words
        self.devices: Devices = load_devices(DATA / "devices.yml", problems)
        self.wordings: Wordings = load_wordings(folder / "wordings.yml", named(), ["first"], problems)
        self.screens: Screens = load_screens(folder / "screens", self.wordings, problems)
        problems.raise_if_any()

    def context(self, locale: Locale) -> PageContext:
        """A page to draw on."""
        return PageContext(locale, "reset.md", Anchors(), words_in(self.words, locale))

    def check(self, text: str, locale: Locale = "en", first_line: int = 1) -> Checked:
        """The problems of a page without its path, and its procedures."""
        problems = Problems()
        path = Path("page.md")
        found = check_procedures(text, path, first_line, locale, self.devices, self.screens, self.wordings, problems)
        return [str(problem).removeprefix("page.md:") for problem in problems], found

    def markdown(self) -> Markdown:
        """Python-Markdown with both extensions and those that the site adds."""
        mine: list[str | Extension] = [
            ProcedureExtension(self.devices, self.screens, self.wordings),
            WordingExtension(self.wordings),
        ]
        return Markdown(extensions=[*mine, "attr_list", "def_list", "md_in_html", "toc", "pymdownx.superfences"])

    def draw(self, text: str, locale: Locale = "en") -> str:
        """A page as HTML."""
        with rendering(self.context(locale)):
            return self.markdown().convert(text)


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    problems = Problems()
    words = load_words(DATA / "ui", problems)
    problems.raise_if_any()
    return Tables(tmp_path_factory.mktemp("tables"), words)


@pytest.fixture
def check(tables: Tables) -> Callable[..., Checked]:
    return tables.check
