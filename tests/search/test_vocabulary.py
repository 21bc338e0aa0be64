"""Synonyms and chatter: checked, folded, and every mistake told at once."""

from __future__ import annotations

from pathlib import Path

from helpsite.ground.problems import Problems
from helpsite.search.vocabulary import Vocabulary, load_vocabulary

DATA = Path(__file__).parents[2] / "docs" / "data"


def load(folder: Path, synonyms: str, chatter: str = "ja: []\n") -> tuple[object, list[str]]:
    (folder / "synonyms.yml").write_text(synonyms, encoding="utf-8")
    (folder / "chatter.yml").write_text(chatter, encoding="utf-8")
    problems = Problems(folder)
    return load_vocabulary(folder, problems), [str(problem) for problem in problems]


def test_words_are_folded(tmp_path: Path) -> None:
    found, said = load(
        tmp_path,
        "ja:\n  - [ログイン, sign in]\n  - [ブラウザー, ブラウザ, Browser]\n",
        "ja: [と出ます]",
    )
    assert said == []
    assert found == {"ja": Vocabulary((("ろぐいん", "signin"), ("ぶらうざ", "browser")), ("と出ます",))}


def test_every_mistake_is_told(tmp_path: Path) -> None:
    _, said = load(tmp_path, "ja:\n  - [ログイン, サインイン]\n  - [ろぐいん, 入る]\n  - ['！', 'b', 'c']\n  - [d]\n")
    assert said == [
        'synonyms.yml:3: "ろぐいん" stands in line 2, too; expected each word in one group',
        'synonyms.yml:4: "！" holds no letter; expected a word with letters or digits',
        "synonyms.yml:5: a group of one word; expected at least two words",
    ]


def test_other_shapes_are_refused(tmp_path: Path) -> None:
    _, said = load(tmp_path, "de:\n  - [a, b]\nja: word\n", "ja:\n  - [a]\n")
    assert [line.partition(":")[0] for line in said] == ["chatter.yml", "synonyms.yml", "synonyms.yml"]


def test_the_sites_own_files_are_right() -> None:
    problems = Problems()
    found = load_vocabulary(DATA, problems)
    assert list(problems) == []
    assert {locale: bool(words.synonyms and words.chatter) for locale, words in found.items()} == {
        "ja": True,
        "en": True,
    }
