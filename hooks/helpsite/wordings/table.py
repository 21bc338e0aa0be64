"""``docs/data/wordings.yml``, checked and typed."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from markdown_it.token import Token
from markupsafe import Markup
from pydantic import AfterValidator, Field, field_validator

from helpsite.citations import Source, check_source
from helpsite.ground.interface import LocaleWords
from helpsite.ground.locales import LOCALES, TEXTS, Locale, TextsRow, other_locales
from helpsite.ground.markdown_source import PARSER, pieces
from helpsite.ground.problems import Problem, Problems, did_you_mean
from helpsite.ground.spacing import substitute
from helpsite.ground.tables import Table, load_table
from helpsite.ground.templates import render

KEY = re.compile(r"\[\[([^\[\]\n]+)\]\]")
"""How a text names a row of the table: ``[[forgot-password]]``."""


def _seen(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty wording; the words as seen, or no such language")
    return value


SeenText = Annotated[str, AfterValidator(_seen)]


class Wording(TextsRow):
    """Words on a screen, exactly as seen; a language in which nobody has seen them is ``None``."""

    texts: Annotated[Mapping[Locale, SeenText], Field(alias=TEXTS)]
    message: str
    """The id of the entry that explains it."""
    source: str
    """A key of `sources.yml`, or `public-copy` (a public copy without an address)."""

    @field_validator("texts")
    @classmethod
    def _somewhere(cls, texts: Mapping[Locale, str]) -> Mapping[Locale, str]:
        if not texts:
            raise ValueError(f"a wording in no language; at least one of {', '.join(LOCALES)}")
        return texts

    def seen(self, locale: Locale) -> str | None:
        """The words in ``locale``, or ``None`` where nobody has seen them."""
        return self.texts.get(locale)

    def known(self, locale: Locale) -> list[tuple[Locale, str]]:
        """The known wordings as (language, words), the one in ``locale`` first."""
        order = (locale, *other_locales(locale))
        return [(language, text) for language in order if (text := self.seen(language)) is not None]


@dataclass(frozen=True)
class Wordings(Table[Wording]):
    """Key to wording."""

    def html(self, key: str, locale: Locale, words: LocaleWords, *, first: bool = True) -> Markup:
        """The wording in both languages as a page in ``locale`` shows it. Raises `KeyError` for an unknown key.

        The ``first`` one of a page carries the words that the copying script says.
        """
        known = self[key].known(locale)
        return render("wording.html", key=key, known=known, words=words["wording"], first=first)

    def both_wordings(self, key: str, locale: Locale, words: LocaleWords) -> str:
        """The same as plain text: 「パスワードを忘れましたか。」（Forgot password）."""
        marks, (first, *others) = words["wording"], self[key].known(locale)
        text = marks["open"] + first[1] + marks["close"]
        return text + "".join(marks["also-open"] + other + marks["also-close"] for _, other in others)

    def in_text(self, text: str, locale: Locale, words: LocaleWords) -> str:
        """``text`` with every known ``[[key]]`` replaced by `both_wordings`."""
        return substitute(KEY, lambda m: self.both_wordings(m[1], locale, words) if m[1] in self else None, text)

    def check(self, named: Iterable[tuple[str, int]], path: Path, problems: Problems) -> None:
        """Note every unknown one of the keys that ``path`` names, each with its line."""
        for key, line in named:
            fault = self.fault(key, "wording")
            if fault is not None:
                problems.add(path, line, *fault)


def load_wordings(path: Path, sources: Table[Source], messages: Collection[str], problems: Problems) -> Wordings:
    """The table at ``path``, whose rows name ``sources`` and the ids of ``messages``."""
    table = Wordings(**vars(load_table(path, Wording, problems)))
    for key, row in table.items():
        check_source(row.source, sources, table.document, (key, "source"), problems)
        if row.message not in messages:
            expected = "the id of a message" + did_you_mean(row.message, messages)
            problems.add(path, table.line(key, "message"), f'unknown message "{row.message}"', expected)
    return table


def used_wordings(text: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Every ``[[key]]`` of a Markdown text outside of code, as (key, line)."""
    return wordings_in(PARSER.parse(text), first_line)


def wordings_in(tokens: Sequence[Token], first_line: int = 1) -> Iterator[tuple[str, int]]:
    """`used_wordings` of a text that was parsed already."""
    for piece in pieces(tokens, first_line):
        for match in KEY.finditer(piece.text):
            yield match[1], piece.line


def unused_wordings(wordings: Wordings, used: Collection[str]) -> list[Problem]:
    """A warning for every row that nothing names; ``used`` are the keys that pages and screens name."""
    expected = "a page that names it, or no row"
    return [
        Problem(wordings.path.as_posix(), wordings.line(key), f'nobody uses the wording "{key}"', expected)
        for key in wordings
        if key not in used
    ]
