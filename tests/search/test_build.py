"""The index as files: the words of messages, then phrases and titles, then texts; expected the same for the same entries."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.search.smallsite import VOCABULARY, messages

from helpsite.ground.locales import Locale
from helpsite.search.build import build_index
from helpsite.search.entries import Entry, EntryWording
from helpsite.search.vocabulary import Vocabulary

WORDS: dict[Locale, Vocabulary] = {"ja": Vocabulary((("ろぐいん", "signin"),), ("と出ます",))}
NET = Entry(
    "message",
    "ja",
    "errors/net/",
    "通信\u200bエラー",
    (EntryWording("Net Err.", "en", "Chrome"), EntryWording("網\n錯誤", "zh"), EntryWording("通信 です", "ja")),
    ("network is gone", "エラー", "ネットワーク", "ネットワークが切れた"),
    "広告ブロッカーを止めます。広告",
    "再読み込みします。",
)
STEPS = Entry("steps", "ja", "sign-in/#code-pc", "コードでログイン", device="pc")


def load(files: dict[str, bytes]) -> dict[str, Any]:
    return {name: json.loads(content) for name, content in files.items()}


def parts(files: dict[str, Any], locale: Locale = "ja") -> list[dict[str, Any]]:
    first = files[f"search/{locale}.json"]
    return [first, *(files[f"search/{name}"] for name in first["parts"])]


def test_the_words_of_messages_come_first_then_phrases_then_texts() -> None:
    files = load(build_index([STEPS, NET], WORDS, "example.com"))
    first, second, third = parts(files)
    assert len(files) == 3
    assert first == {
        "format": 2,
        "parts": first["parts"],
        "host": "example.com",
        "synonyms": [["ろぐいん", "signin"]],
        "chatter": ["と出ます"],
        "entries": [
            [
                0,
                "errors/net/",
                "通信エラー",
                "再読み込みします。",
                [["en", "Chrome", "Net Err."], ["zh", "", "網 錯誤"], ["ja", "", "通信 です"]],
            ],
        ],
    }
    assert second == {
        "format": 2,
        "entries": [[2, "sign-in/#code-pc", "コードでログイン", "", [], "pc"]],
        "phrases": [[0, "network is gone", "ねっとわくが切れた"]],
    }
    assert third == {"format": 2, "texts": [[0, "広告 ぶろっか 止めま"]]}


def test_words_that_stand_in_most_texts_are_left_out_of_them() -> None:
    entries = [Entry("section", "ja", f"{number}/", "題", text=f"共通 {number:02d}") for number in range(30)]
    texts = parts(load(build_index(entries, WORDS)))[2]["texts"]
    assert texts[7] == [7, "07"]
    assert not any("共通" in text for _, text in texts)


def test_names_follow_the_contents() -> None:
    before, after = build_index([NET], WORDS), build_index([NET, STEPS], WORDS)
    assert build_index([NET], WORDS) == before
    assert len(set(before) & set(after)) == 2  # the first part, and the texts, which are the same


def test_every_language_has_its_own_files_and_only_its_own_entries() -> None:
    files = load(build_index(messages(), VOCABULARY))
    locale: Locale
    for locale in ("ja", "en"):
        titles = {row[2] for part in parts(files, locale) for row in part.get("entries", ())}
        assert titles == {entry.title for entry in messages() if entry.locale == locale}


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_no_text_breaks_the_index(title: str, text: str) -> None:
    load(build_index([Entry("message", "ja", "a/", title, (EntryWording(text, "en"),), (text,), text, text)], WORDS))
