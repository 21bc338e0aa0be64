"""Searches with known answers: written beforehand, made of the catalogue's wordings, and variants of both."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import yaml
from tests.search.harness import Search

HERE = Path(__file__).parent
MESSAGES = HERE.parents[1] / "docs" / "data" / "messages"
_JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_SMALL = "abcdefghijklmnopqrstuvwxyz"
_KANA = "あいうえおかきくけこさしすせそたちつてとなにの"
CHATTER = {
    "ja": (
        "ログインしようとすると「{}」と出ます。どうすればいいですか",
        "{} (error:AbC123) 2026/11/20 10:22",
        "昨日からスマホで『{}』と表示されて困っています",
        "アリエク {} 対処法",
    ),
    "en": (
        "when I try to log in it says {} what should I do",
        "{} (error:AbC123) 2026-11-20 10:22",
        "help please!! I get “{}” on my phone since yesterday",
        "AliExpress {} how to fix",
    ),
}

NONSENSE = {
    "ja": (
        *("ラーメンのおいしい店", "明日の天気は", "カレーの作り方", "犬の散歩", "桜の開花予想", "新幹線の時刻表"),
        *("猫の飼い方", "映画の上映時間", "腰痛に効く体操", "英語の勉強法", "引っ越しの見積もり", "庭に植える木"),
        *("ギターの弾き方", "将棋の定跡", "夏休みの宿題", "温泉旅行のおすすめ", "赤ちゃんの名前", "マラソンの練習"),
        *("あいうえおかきくけこ", "ああああああ"),
    ),
    "en": (
        *("best pizza in town", "lorem ipsum dolor sit amet", "guitar chords", "the quick brown fox"),
        *("how to bake bread", "qwertyuiop zxcvbnm", "zzzzzz", "weather tomorrow", "train timetable to Paris"),
        *("symptoms of a cold", "chess openings", "cat food recipe", "name for a baby boy", "marathon training plan"),
        *("football results", "how tall is mount everest", "plant tomatoes in spring", "movie times tonight"),
        *("asdf jkl", "!!!???"),
    ),
}
"""Searches that mean nothing here, in each language."""


def written() -> list[Search]:
    """The searches that were written before there was a search."""
    lines = (HERE / "queries.tsv").read_text(encoding="utf-8").strip().split("\n")[1:]
    rows = [line.split("\t") for line in lines]
    return [Search(text, locale, message, "written") for text, locale, _, message in rows]


def unseen() -> list[Search]:
    """Searches by people who had seen neither the site nor its words, judged once before anything was mended from them.

    Each set had a writer of its own. What they found then stands in CHANGELOG.md; now they are known like the others.
    """
    lines = (HERE / "unseen.tsv").read_text(encoding="utf-8").strip().split("\n")[1:]
    rows = [line.split("\t") for line in lines]
    return [Search(text, locale, answers, f"set {number}") for text, locale, number, answers in rows]


def wordings() -> list[Search]:
    """Every exact wording that an entry owns, searched in both languages."""
    return [
        Search(
            row["text"].replace("{host}", "www.example.com"),
            locale,
            message["id"],
            "own" if language == locale else "other language",
        )
        for path in sorted(MESSAGES.glob("*.yml"))
        for message in yaml.safe_load(path.read_text(encoding="utf-8")) or ()
        for language, rows in message.get("wordings", {}).items()
        for row in rows
        if not row.get("shared")
        for locale in ("ja", "en")
    ]


def variants(searches: Sequence[Search], seed: int = 7) -> Iterator[Search]:
    """Each search as people spoil it; expected the same ``seed`` gives the same."""
    chance = random.Random(seed)
    for search in searches:
        for kind, change in CHANGES.items():
            changed = change(search.text, search.locale, chance)
            if changed and changed != search.text:
                yield Search(changed, search.locale, search.answers, kind)


def _mistyped(text: str, _: str, chance: random.Random) -> str:
    """One edit per twelve characters: a letter lost, doubled, replaced, or changed with its neighbour."""
    letters = list(text)
    if len(letters) < 6:
        return ""
    for _number in range(max(1, len(letters) // 12)):
        at = chance.randrange(len(letters) - 1)
        other = chance.choice(_SMALL if letters[at].isascii() else _KANA)
        pair = letters[at : at + 2]
        letters[at : at + 2] = chance.choice(
            [pair[1:], [pair[0], *pair], [other, pair[1]], [pair[1], pair[0]]],
        )
    return "".join(letters)


def _half_width(text: str, _: str, __: random.Random) -> str:
    return "".join(_HALF.get(char, char) for char in text)


def _full_width(text: str, _: str, __: random.Random) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _hiragana(text: str, _: str, __: random.Random) -> str:
    return text.translate(_KATAKANA)


def _capitals(text: str, _: str, __: random.Random) -> str:
    return text.upper()


def _spaced(text: str, _: str, chance: random.Random) -> str:
    return "".join(char + (" " if chance.random() < 0.2 else "") for char in text)


def _cut(text: str, _: str, chance: random.Random) -> str:
    """Sixty per cent of a longer text, from somewhere in its first half."""
    if len(text) < 14:
        return ""
    start = chance.randrange(len(text) * 2 // 5)
    return text[start : start + len(text) * 3 // 5]


def _in_chatter(text: str, locale: str, chance: random.Random) -> str:
    language = "ja" if _JAPANESE.search(text) else locale
    return chance.choice(CHATTER[language]).format(text)


def _half() -> dict[str, str]:
    forms = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF61, 0xFFA0)}
    for code in range(0x30A1, 0x30FB):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) == 2 and parts[0] in forms:
            forms[chr(code)] = forms[parts[0]] + ("ﾞ" if parts[1] == "\u3099" else "ﾟ")
    return forms


_HALF = _half()
CHANGES: dict[str, Callable[[str, str, random.Random], str]] = {
    "mistyped": _mistyped,
    "half-width": _half_width,
    "full-width": _full_width,
    "hiragana": _hiragana,
    "capitals": _capitals,
    "spaces": _spaced,
    "cut": _cut,
    "chatter": _in_chatter,
}
