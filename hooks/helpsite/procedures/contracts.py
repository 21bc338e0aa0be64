"""What procedures need of the other rooms: tables that are passed in, seen through these shapes only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol

from markupsafe import Markup

from helpsite.ground.locales import Locale, Localized
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Rows, Table

Words = Mapping[str, Mapping[str, str]]
Devices = Table[Localized]
"""Device key to its name, in the order in which parts are offered."""


class ScreenLike(Protocol):
    """A sketch of a screen."""

    @property
    def path(self) -> Path:
        """The file that it comes from."""

    @property
    def marks(self) -> Mapping[int, int]:
        """Its numbered marks, each with its line in the file."""

    def html(self, locale: Locale, words: Words, marks: Collection[int] = ()) -> Markup:
        """The sketch, with the numbers in ``marks`` drawn."""

    def sentences(self, locale: Locale, words: Words) -> list[str]:
        """The sketch as sentences."""


class WordingsLike(Protocol):
    """The table of the words on screens."""

    def check(self, text: str, path: Path, first_line: int, problems: Problems) -> set[str]:
        """Note every unknown key in ``text``; gives the known keys that it names."""

    def in_text(self, text: str, locale: Locale, words: Words) -> str:
        """``text`` with every ``[[key]]`` replaced by the words on the screen."""


Screens = Rows[ScreenLike]
