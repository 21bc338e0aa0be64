"""Words that the site does not use, sentences that are too long, prohibitions that read as advice."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sample import Sample

from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.ground.tables import load_table
from helpsite.style.checks import check_style, unused_words
from helpsite.style.model import Style
from helpsite.style.texts import Text, data_texts, page_texts

VOCABULARY = """\
ja:
  longest: 12
  negation: ない
  prohibition: いけない
  words:
    - {avoid: 小窓, prefer: ポップアップ, why: 古い, unless: [小窓口]}
    - {avoid: '[二三]つ', prefer: 2つ, why: 算用数字}
    - {avoid: 簡単, why: 責めない}
    - {avoid: '(?<=[ぁ-ん]):', prefer: ：, why: 全角}
    - {avoid: '」 (?=[ぁ-ん])', why: 空白は要らない}
en:
  longest: 4
  negation: don't
  prohibition: not to do
  words:
    - {avoid: '\\bmails?\\b', prefer: email, why: one word}
    - {avoid: '\\bsimply\\b|\\bplease note\\b', why: not for all}
    - {avoid: "(?<=[a-z])’", prefer: "'", why: one apostrophe}
"""


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    path = tmp_path / "vocabulary.yml"
    path.write_text(VOCABULARY, encoding="utf-8")
    return path


def faults(vocabulary: Path, words: str, locale: Locale = "ja", heading: str = "", bold: bool = False) -> list[str]:
    problems = Problems()
    text = Text(Path("page.md"), 7, locale, words, heading, bold)
    check_style([text], load_table(vocabulary, Style, problems), problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("小窓が出ます。", ['page.md:7: "小窓"; expected "ポップアップ": 古い']),
        ("三つあります。", ['page.md:7: "三つ"; expected "2つ": 算用数字']),
        ("簡単です。", ['page.md:7: "簡単"; expected nothing in its place: 責めない']),
        ("あれ: これ", ['page.md:7: ":"; expected "：": 全角']),
        ("「あれ」 を押す", ['page.md:7: "」 "; expected nothing in its place: 空白は要らない']),
        ("「小窓」と出ます。", []),
        ("小窓口です。", []),
        ("[[小窓]] を押します。", []),
    ],
)
def test_a_word_that_is_not_used(vocabulary: Path, words: str, told: list[str]) -> None:
    assert faults(vocabulary, words) == told


def test_words_in_english_are_whole_words_in_any_case(vocabulary: Path) -> None:
    assert faults(vocabulary, "Mails arrive.", "en") == ['page.md:7: "Mails"; expected "email": one word']
    assert faults(vocabulary, "An email arrives.", "en") == []
    assert faults(vocabulary, "Simply press.", "en") == [
        'page.md:7: "Simply"; expected nothing in its place: not for all'
    ]
    assert faults(vocabulary, "Please note this.", "en")[0].startswith('page.md:7: "Please note"; expected nothing')
    assert faults(vocabulary, "It can’t.", "en") == ['page.md:7: "’"; expected "\'": one apostrophe']
    assert faults(vocabulary, "It says “can’t”.", "en") == []


def test_a_sentence_has_a_most(vocabulary: Path) -> None:
    assert faults(vocabulary, "一二三四五六七八九十一。\n二三四。") == []
    assert faults(vocabulary, "「一二三四五六七八九十」と出ます。") == []
    assert faults(vocabulary, "一二三四五六\n七八九十一二。") == [
        'page.md:7: a sentence of 13 characters, "一二三四五六七八九十一二。"; '
        "expected at most 12: one action a sentence"
    ]
    assert faults(vocabulary, "One two. Three four five six seven.", "en") == [
        'page.md:7: a sentence of 5 words, "Three four five six seven."; expected at most 4: one action a sentence'
    ]


def test_a_prohibition_says_its_negation(vocabulary: Path) -> None:
    told = ['page.md:7: "写真を送る" under things not to do; expected the negation in the same words']
    assert faults(vocabulary, "写真を送る", heading="avoid") == told
    assert faults(vocabulary, "写真を送る", heading="やってはいけないこと", bold=True) == told
    assert faults(vocabulary, "写真を送る", heading="やってはいけないこと") == []
    assert faults(vocabulary, "写真を送らない", heading="avoid") == []


def test_a_pair_that_guards_nothing_is_told(vocabulary: Path) -> None:
    problems = Problems()
    styles = load_table(vocabulary, Style, problems)
    texts = [Text(Path("page.md"), 1, "ja", "ポップアップと2つ"), Text(Path("page.md"), 2, "en", "nothing")]
    unused_words(texts, styles, problems)
    assert [str(problem).removeprefix(f"{vocabulary.parent.as_posix()}/") for problem in problems] == [
        'vocabulary.yml:9: "：" stands nowhere; expected a word that is used, or no row',
        'vocabulary.yml:16: "email" stands nowhere; expected a word that is used, or no row',
        'vocabulary.yml:18: "\'" stands nowhere; expected a word that is used, or no row',
    ]


def test_a_pattern_that_is_none(vocabulary: Path) -> None:
    vocabulary.write_text(VOCABULARY.replace("[二三]つ", "[二三つ"), encoding="utf-8")
    problems = Problems(vocabulary.parent)
    load_table(vocabulary, Style, problems)
    (problem,) = problems
    assert str(problem).startswith('vocabulary.yml:7: words.1.avoid: "[二三つ" is no pattern (')


def test_the_texts_of_a_page_and_of_the_data(sample: Sample) -> None:
    site, _ = sample.load()
    page = [(text.line, text.words, text.heading) for text in page_texts(site.pages["ja"]["topic.md"])]
    assert page[1:] == [(9, "見本", "見本"), (11, "見本", "見本"), (13, "見本", "見本"), (15, "見本", "見本")]
    data = [(text.path.name, text.line, text.locale, text.words) for text in data_texts(sample.path("data"))]
    assert ("remedies.yml", 3, "ja", "再読み込みします。") in data
    assert "みほんです" not in {words for *_, words in data}


def test_the_texts_below_a_language(tmp_path: Path) -> None:
    (tmp_path / "terms.yml").write_text(
        "cookie:\n  ja:\n    name: クッキー\n  en:\n    name: cookie\n", encoding="utf-8"
    )
    found = [(text.line, text.locale, text.words, text.heading) for text in data_texts(tmp_path)]
    assert found == [(3, "ja", "クッキー", "cookie"), (5, "en", "cookie", "cookie")]
