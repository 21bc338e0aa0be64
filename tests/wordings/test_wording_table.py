"""The table of screen wordings: what is read, what is refused, what is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from tests.sample import named

from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.wordings.markdown import wording_extension
from helpsite.wordings.table import Wordings, load_wordings, unused_wordings, used_wordings

DATA = Path(__file__).parents[2] / "docs" / "data"
WORDS = load_words(DATA / "ui", Problems())
TABLE = """\
forgot:
  ja: 忘れましたか。
  en: Forgot password
  message: reset
  source: founding
submit:
  en: Submit <now> & "here"
  message: reset
  source: public-copy
confirm:
  ja: 確認
  message: reset
  source: founding
"""


def load(folder: Path, text: str) -> tuple[Wordings, list[str]]:
    path = folder / "wordings.yml"
    path.write_text(text, encoding="utf-8")
    problems = Problems(folder)
    table = load_wordings(path, named("founding", "terms"), ["reset"], problems)
    return table, [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Wordings:
    table, problems = load(tmp_path_factory.mktemp("table"), TABLE)
    assert problems == []
    return table


def draw(table: Wordings, text: str, locale: Locale) -> str:
    page = PageContext(locale, "x.md", Anchors(), words_in(WORDS, locale))
    return Markdown(extensions=[wording_extension(table, page)]).convert(text)


def test_both_languages_are_shown_each_marked(table: Wordings) -> None:
    assert draw(table, "画面の [[forgot]] を押します。", "ja") == (
        '<p>画面の<span class="wording" data-wording="forgot" data-copied="コピーしました">'
        '「<span class="wording-says" lang="ja" translate="no">忘れましたか。</span>」'
        '（<span class="wording-says wording-also" lang="en" translate="no">Forgot password</span>）</span>'
        "を押します。</p>"
    )
    assert draw(table, "Press [[forgot]].", "en") == (
        '<p>Press <span class="wording" data-wording="forgot" data-copied="Copied">'
        '“<span class="wording-says" lang="en" translate="no">Forgot password</span>”'
        ' (<span class="wording-says wording-also" lang="ja" translate="no">忘れましたか。</span>)</span>.</p>'
    )


def test_where_one_wording_is_unknown_only_the_known_one_stands(table: Wordings) -> None:
    assert '「<span class="wording-says" lang="en" translate="no">Submit &lt;now&gt;' in draw(table, "[[submit]]", "ja")
    assert draw(table, "[[confirm]]", "en").count("wording-says") == 1
    assert 'lang="ja"' in draw(table, "[[confirm]]", "en")


def test_only_the_first_wording_carries_the_words_of_the_script(table: Wordings) -> None:
    assert draw(table, "[[confirm]] [[confirm]] [[forgot]]", "en").count("data-copied") == 1


def test_wordings_stand_in_links_and_emphasis_but_not_in_code(table: Wordings) -> None:
    html = draw(table, "[[[confirm]]](a.md) *[[confirm]]* `[[confirm]]` [[none]] \\[[confirm]]", "en")
    assert html.startswith('<p><a href="a.md"><span class="wording"')
    assert "<em><span" in html
    assert "<code>[[confirm]]</code> [[none]] [[confirm]]</p>" in html


def test_plain_text_for_titles_and_search(table: Wordings) -> None:
    words = words_in(WORDS, "ja")
    assert table.in_text("画面の [[forgot]] を押し、[[none]] を見ます", "ja", words) == (
        "画面の「忘れましたか。」（Forgot password）を押し、[[none]] を見ます"
    )


def test_unknown_keys_are_told_with_line_and_near_names(table: Wordings) -> None:
    problems = Problems()
    text = "A\n\n[[forgott]] and `[[x]]`\n```\n[[y]]\n```\n[[submit]] [[zzz]]"
    table.check(used_wordings(text, 10), Path("a.md"), problems)
    assert [str(problem) for problem in problems] == [
        'a.md:12: unknown wording "forgott"; expected a key of docs/data/wordings.yml (did you mean "forgot"?)',
        'a.md:16: unknown wording "zzz"; expected a key of docs/data/wordings.yml',
    ]
    assert list(used_wordings("a [[b]]\n[[c]]", 5)) == [("b", 5), ("c", 6)]


def test_unused_keys_are_reported(table: Wordings) -> None:
    found = [(problem.line, problem.found) for problem in unused_wordings(table, {"forgot", "confirm"})]
    assert found == [(6, 'nobody uses the wording "submit"')]


def test_faults_of_the_table_are_told_all_at_once(tmp_path: Path) -> None:
    text = TABLE.replace("source: public-copy", "source: fuonding").replace("  ja: 確認\n", "  ja: ' '\n")
    text = text.replace("Forgot password\n", "Forgot password\n  fr: Oublié\n")
    assert load(tmp_path, text)[1] == [
        'wordings.yml:4: unknown key "fr"; expected a documented key',
        'wordings.yml:10: unknown source "fuonding"; expected a key of docs/data/sources.yml (did you mean "founding"?)',
        "wordings.yml:12: ja: an empty wording; expected the words as seen, or no such language",
    ]
    text = TABLE.replace("source: public-copy", "source: fuonding").replace("message: reset", "message: rest", 1)
    assert load(tmp_path, text)[1] == [
        'wordings.yml:4: unknown message "rest"; expected the id of a message (did you mean "reset"?)',
        'wordings.yml:9: unknown source "fuonding"; expected a key of docs/data/sources.yml (did you mean "founding"?)',
    ]
    assert load(tmp_path, TABLE.replace("  ja: 確認\n", ""))[1] == [
        "wordings.yml:10: confirm: a wording in no language; expected at least one of ja, en",
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["ja", "en"]))
def test_no_text_gives_a_traceback(table: Wordings, text: str, locale: Locale) -> None:
    text = text + "[[" + text + "]] [[forgot]]"
    table.check(used_wordings(text), Path("a.md"), Problems())
    draw(table, text, locale)
    table.in_text(text, locale, words_in(WORDS, locale))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_file_gives_a_traceback(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    load(tmp_path_factory.getbasetemp(), text.encode("utf-8", "ignore").decode())
