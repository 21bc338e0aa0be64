"""Words the search knows: ``synonyms.yml`` and ``chatter.yml`` in ``docs/data``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from helpsite.ground.folding import fold
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems, shorten
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, Loc, load_yaml

T = TypeVar("T")

LEAST_WORDS = 2


@dataclass(frozen=True)
class Vocabulary:
    """One language's groups of words that mean one thing, and its chatter; all folded."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    chatter: tuple[str, ...] = ()


@dataclass
class _Reader:
    """Folds words and notes those that stand twice or hold too little."""

    document: Document
    problems: Problems
    seen: dict[str, Loc] = field(default_factory=dict)

    def words(self, words: list[str], group: Loc) -> Iterator[str]:
        """The folded words of one list; ブラウザー and ブラウザ in one group are one word."""
        for number, word in enumerate(words):
            folded, line = fold(word), self.document.line((*group, number))
            first = self.seen.setdefault(folded, group)
            if not folded:
                self._note(line, word, "holds no letter", "a word with letters or digits")
            elif first != group:
                self._note(line, word, f"stands in line {self.document.line(first)}, too", "each word in one group")
            else:
                yield folded

    def _note(self, line: int, word: str, found: str, expected: str) -> None:
        self.problems.add(self.document.path, line, f'"{shorten(word)}" {found}', expected)


def load_vocabulary(data: Path, problems: Problems) -> Mapping[Locale, Vocabulary]:
    """The vocabulary of every language from the folder ``data``. What is wrong is noted and left out."""
    groups: dict[Locale, tuple[tuple[str, ...], ...]] = {}
    document, rows = _load(data / "synonyms.yml", dict[Locale, list[list[str]]], problems)
    for locale, lists in rows.items():
        reader = _Reader(document, problems)
        groups[locale] = tuple(
            tuple(dict.fromkeys(reader.words(words, (locale, at)))) for at, words in enumerate(lists)
        )
        _check_groups(document, locale, lists, problems)
    chatter = _load_words(data / "chatter.yml", problems)
    return {
        locale: Vocabulary(groups.get(locale, ()), chatter.get(locale, ()))
        for locale in dict.fromkeys((*groups, *chatter))
    }


def _load_words(path: Path, problems: Problems) -> dict[Locale, tuple[str, ...]]:
    document, lists = _load(path, dict[Locale, list[str]], problems)
    return {
        locale: tuple(dict.fromkeys(_Reader(document, problems).words(words, (locale,))))
        for locale, words in lists.items()
    }


def _load(path: Path, shape: type[dict[Locale, T]], problems: Problems) -> tuple[Document, dict[Locale, T]]:
    document = load_yaml(path, problems) or Document(path, {}, None)
    return document, check(shape, document, problems) or {}


def _check_groups(document: Document, locale: Locale, lists: list[list[str]], problems: Problems) -> None:
    for number, words in enumerate(lists):
        if len(words) < LEAST_WORDS:
            problems.add(document.path, document.line((locale, number)), "a group of one word", "at least two words")
