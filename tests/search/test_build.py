"""The index as files: the same for the same entries, and chosen by size."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search.smallsite import VOCABULARY, messages

from helpsite.ground.locales import Locale
from helpsite.search import Entry, Limits, Vocabulary, Wording, build_index
from helpsite.search.build import packed_size
from helpsite.search.shards import file_of

WORDS: dict[Locale, Vocabulary] = {"ja": Vocabulary((("ろぐいん", "signin"),), ("と出ます",))}
NET = Entry(
    "message",
    "ja",
    "errors/net/",
    "通信\u200bエラー",
    (Wording("Net Err.", "en"), Wording("網\n錯誤", "zh"), Wording("通信 です", "ja")),
    ("network",),
    "広告ブロッカーを止めます。",
    "再読み込みします。",
)
STEPS = Entry("steps", "ja", "sign-in/#code", "コードでログイン")


def load(files: dict[str, bytes]) -> dict[str, Any]:
    return {name: json.loads(content) for name, content in files.items()}


def test_a_small_index_is_one_part() -> None:
    files = load(build_index([STEPS, NET], WORDS))
    name = files["search/ja.json"]["parts"][0]
    assert files == {
        "search/ja.json": {"format": 1, "locale": "ja", "parts": [name]},
        f"search/{name}": {
            "format": 1,
            "entries": [
                [
                    0,
                    "errors/net/",
                    "通信エラー",
                    "再読み込みします。",
                    ["通信 です"],
                    {"en": ["Net Err."], "zh": ["網 錯誤"]},
                    ["network"],
                ],
                [1, "sign-in/#code", "コードでログイン"],
            ],
            "synonyms": [["ろぐいん", "signin"]],
            "chatter": ["と出ます"],
            "texts": [[0, "広告ぶろっかを止めます"]],
        },
    }


def test_names_follow_the_contents() -> None:
    before, after = build_index([NET], WORDS), build_index([NET, STEPS], WORDS)
    assert build_index([NET], WORDS) == before
    assert set(before) & set(after) == {"search/ja.json"}


def test_every_language_has_its_own_files_and_only_its_own_entries() -> None:
    files = load(build_index(messages(), VOCABULARY))
    for locale, other in (("ja", "en"), ("en", "ja")):
        [part] = files[f"search/{locale}.json"]["parts"]
        titles = {row[2] for row in files[f"search/{part}"]["entries"]}
        assert titles == {entry.title for entry in messages() if entry.locale == locale}
        assert not titles & {entry.title for entry in messages() if entry.locale == other}


def many(count: int, text: int = 0) -> list[Entry]:
    """Entries that do not pack well."""
    titles = [f"{number * 7919 % 99991:05d}番のエラー{number * 104729 % 99991}" for number in range(count)]
    return [
        Entry("message" if number % 9 == 0 else "section", "ja", f"p{number}/", title, text=title[::-1] * text)
        for number, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("entries", "parts", "shards"), [(many(20), 1, False), (many(1500, 4), 2, False), (many(5000), 3, False)]
)
def test_more_parts_as_it_grows(entries: list[Entry], parts: int, shards: bool) -> None:
    files = load(build_index(entries, WORDS))
    manifest = files["search/ja.json"]
    assert len(manifest["parts"]) == parts
    assert ("shards" in manifest) == shards
    first = files["search/" + manifest["parts"][0]]
    assert packed_size(first) <= Limits().first
    rows = [row for name in manifest["parts"] for row in files[f"search/{name}"].get("entries", [])]
    assert len(rows) == len(entries)
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


def test_a_large_index_keeps_messages_whole_and_the_rest_in_shards() -> None:
    entries = many(400, 2)
    files = load(build_index(entries, WORDS, Limits(0, 2000)))
    manifest = files["search/ja.json"]
    part = files["search/" + manifest["parts"][0]]
    assert len(part["entries"]) == len([entry for entry in entries if entry.kind == "message"])
    shards = manifest["shards"]
    rest = [entry for entry in entries if entry.kind != "message"]
    found = [
        row for number in range(-(-len(rest) // shards["each"])) for row in _file(files, shards, f"e{number}")["rows"]
    ]
    assert [row[0][2] for row in found] == [entry.title for entry in rest]
    having, heads, texts = _file(files, shards, f"g{file_of('番の', shards['grams'])}")["grams"]["番の"]
    assert (having, len(heads), texts) == (len(rest), 300, [])


def _file(files: dict[str, Any], shards: dict[str, Any], name: str) -> Any:
    return files[f"search/{shards['folder']}/{name}.json"]


@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_no_text_breaks_the_index(title: str, text: str) -> None:
    entry = Entry("message", "ja", "a/", title, (Wording(text, "en"),), (text,), text, text)
    for limits in (Limits(), Limits(0), Limits(0, 0)):
        load(build_index([entry], WORDS, limits))
