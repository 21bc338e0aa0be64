"""Sketches of screens: HTML, sentences, faults, and the files of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from tests.sample import named

from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.screens.load import load_screens
from helpsite.screens.render import Screens
from helpsite.wordings.table import Wordings, load_wordings

DATA = Path(__file__).parents[2] / "docs" / "data"
WORDS = {locale: words_in(load_words(DATA / "ui", Problems()), locale) for locale in ("ja", "en")}
WORDINGS = """\
go:
  ja: 進む
  en: Go on
  message: m
  source: public-copy
slide:
  en: Slide
  message: m
  source: public-copy
"""
SCREEN = """\
title:
  ja: 最初の画面
  en: first screen
elements:
  - kind: popup
    elements:
      - kind: code
        boxes: 2
        mark: 3
  - kind: slider
    says: slide
    mark: 1
    end: 2
  - kind: button
    says: go
"""
HTML = """\
<figure class="screen screen-browser" data-screen="first">
<figcaption class="screen-title">Sketch of the screen: first screen</figcaption>
<div class="screen-frame"><ul class="screen-elements" role="list">
<li class="screen-popup"><span class="visually-hidden">Pop-up: </span><ul class="screen-elements" role="list">
<li class="screen-code"><span class="visually-hidden">Code field: </span><span class="visually-hidden">2 digits</span>\
<span class="screen-boxes" aria-hidden="true"><span class="screen-box"></span><span class="screen-box"></span></span>\
<span class="visually-hidden">.</span></li>
</ul></li>
<li class="screen-slider"><span class="visually-hidden">Slider: </span><span class="screen-track"><span class="screen-handle">\
<span class="mark"><span class="visually-hidden">mark </span>1<span class="visually-hidden">: </span></span><span class="visually-hidden">\
handle, </span></span><span class="screen-words"><span class="screen-says" lang="en" translate="no">Slide</span></span>\
<span class="screen-end"><span class="visually-hidden">, </span><span class="mark"><span class="visually-hidden">mark </span>2\
<span class="visually-hidden">: </span></span><span class="visually-hidden">right end</span></span></span><span class="visually-hidden">.</span></li>
<li class="screen-button"><span class="visually-hidden">Button: </span><span class="screen-words">\
<span class="screen-says" lang="en" translate="no">Go on</span> <span class="screen-also" lang="ja" translate="no">\
(進む)</span></span><span class="visually-hidden">.</span></li>
</ul></div>
<p class="screen-honest">Only a sketch. The real screen looks different.</p>
</figure>"""


def load(folder: Path, text: str, name: str = "first.yml") -> tuple[Screens, list[str]]:
    problems = Problems(folder)
    (folder / "wordings.yml").write_text(WORDINGS, encoding="utf-8")
    (folder / "screens").mkdir(exist_ok=True)
    (folder / "screens" / name).write_text(text, encoding="utf-8")
    table = load_wordings(folder / "wordings.yml", named(), ["m"], problems)
    screens = load_screens(folder / "screens", table, problems)
    return screens, [str(problem).removeprefix("screens/") for problem in problems]


def test_the_whole_html(tmp_path: Path) -> None:
    screens, problems = load(tmp_path, SCREEN)
    assert problems == []
    assert screens["first"].html("en", WORDS["en"], {1, 2}) == HTML


def test_it_reads_well_aloud(tmp_path: Path) -> None:
    screen = load(tmp_path, SCREEN)[0]["first"]
    assert " ".join(screen.html("ja", WORDS["ja"], {1, 2, 3}).striptags().replace("\u200b", "").split()) == (
        "画面の見本：最初の画面 ポップアップ： 図の3：コードの入力欄：2桁。 "
        "スライダー：図の1：つまみ、Slide、図の2：右端。 "
        "ボタン：進む （Go on）。 見本です。実際の画面とは見た目が違います。"
    )
    assert screen.sentences("ja", WORDS["ja"]) == [
        "最初の画面。",
        "スライダー：「Slide」。",
        "ボタン：「進む」（Go on）。",
    ]
    assert screen.marks == {3: 9, 1: 12, 2: 13}


FAULTS = {
    "unknown wording": (
        SCREEN.replace("says: go", "says: goo"),
        ['15: unknown wording "goo"; expected a key of docs/data/wordings.yml (did you mean "go"?)'],
    ),
    "mark twice": (
        SCREEN.replace("end: 2", "end: 3"),
        ["13: mark 3 a second time (first in line 9); expected each once"],
    ),
    "unknown kind": (
        SCREEN.replace("kind: button", "kind: buton"),
        [
            "14: elements.2.kind: unknown value \"buton\"; expected one of 'heading', 'text', 'field', 'button', 'link', "
            "'code', 'slider' or 'popup' (did you mean \"button\"?)"
        ],
    ),
    "no words": (
        SCREEN.replace("    says: go\n", ""),
        ['14: elements.2: a button without words; expected "says" (a wording) or "about" (our words)'],
    ),
    "no boxes": (
        SCREEN.replace("        boxes: 2\n", ""),
        ['7: elements.0.elements.0: a code without "boxes"; expected the number of boxes'],
    ),
    "something where it does not belong": (
        SCREEN.replace("    says: go", "    says: go\n    end: 4"),
        ['14: elements.2: "end" at a button; expected "end" at a slider only'],
    ),
    "unknown key": (
        SCREEN.replace("mark: 1", "makr: 1"),
        ['12: unknown key "makr"; expected a documented key (did you mean "mark"?)'],
    ),
    "no elements": (SCREEN[: SCREEN.index("elements")], ['1: no "elements"; expected the key "elements"']),
    "empty": ("", ["1: the file: nothing; expected keys with values"]),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    text, wanted = FAULTS[name]
    assert load(tmp_path, text)[1] == [f"first.yml:{problem}" for problem in wanted]


def test_a_name_that_is_no_key(tmp_path: Path) -> None:
    assert load(tmp_path, SCREEN, "My screen.yml")[1] == [
        'My screen.yml:1: the name "My screen"; expected lower-case ASCII words joined by single hyphens, as in reset-password'
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.sampled_from(range(len(SCREEN.split("\n")))))
def test_no_file_gives_a_traceback(tmp_path_factory: pytest.TempPathFactory, text: str, line: int) -> None:
    lines = SCREEN.split("\n")
    lines[line] = text.encode("utf-8", "ignore").decode()
    screens, _ = load(tmp_path_factory.getbasetemp(), "\n".join(lines))
    for screen in screens.values():
        screen.sentences("ja", WORDS["ja"])


@pytest.fixture(scope="module")
def real() -> Screens:
    problems = Problems()
    table: Wordings = load_wordings(DATA / "wordings.yml", named(), [], Problems())
    screens = load_screens(DATA / "screens", table, problems)
    problems.raise_if_any()
    return screens


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_screens_of_the_site_are_drawn(real: Screens, locale: Locale) -> None:
    assert len(real) >= 12
    for screen in real.values():
        html = screen.html(locale, WORDS[locale], set(screen.marks))
        assert html.count('class="mark"') == len(screen.marks), screen.name
        assert " id=" not in html
        assert " style=" not in html
        assert Markup(html).striptags()
