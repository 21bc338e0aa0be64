from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.text import break_into_phrases, mark_languages, without_breaks


def test_long_japanese_breaks_between_phrases() -> None:
    assert break_into_phrases("スライダーの枠を一度押して、出し直します。", "ja").split("\u200b") == [
        "スライダーの",
        "枠を",
        "一度",
        "押して、",
        "出し直します。",
    ]


def test_short_and_english_texts_stay_whole() -> None:
    assert break_into_phrases("ログイン画面", "ja") == "ログイン画面"
    assert break_into_phrases("The slider does not move at all", "en") == "The slider does not move at all"


@given(st.text(max_size=200))
def test_phrases_change_no_letter(text: str) -> None:
    assert without_breaks(break_into_phrases(text, "ja")) == without_breaks(text)


def test_japanese_in_english_says_its_language() -> None:
    assert (
        mark_languages("“何かが間違いで、…” is <old>.", "en")
        == '“<span lang="ja">何かが間違いで、…</span>” is &lt;old&gt;.'
    )


def test_an_english_quotation_in_japanese_says_its_language() -> None:
    assert mark_languages("「Net Err. Please」と「Cookie」です。", "ja") == (
        '「<span lang="en">Net Err. Please</span>」と「Cookie」です。'
    )


@given(st.text(max_size=200), st.sampled_from(LOCALES))
def test_marking_languages_changes_no_letter(text: str, locale: Locale) -> None:
    bare = text.replace("<", "").replace("\r", "")
    marked = str(mark_languages(bare, locale))
    for tag in ('<span lang="ja">', '<span lang="en">', "</span>"):
        marked = marked.replace(tag, "")
    assert Markup(marked).unescape() == bare
