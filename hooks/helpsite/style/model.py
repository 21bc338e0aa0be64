"""The rules of ``docs/data/vocabulary.yml``: for each language, its limits and the words that it avoids."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table, load_table


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f'"{text}" is no pattern ({error}); expected words or a regular expression') from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
"""A word, or a regular expression for several."""


class Pair(BaseModel):
    """Words that the site does not use, what it says instead (nothing: leave it out), and why.

    ``unless`` are longer words in which they may stand.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    avoid: Pattern
    prefer: str | None = None
    why: str
    unless: tuple[str, ...] = ()


class Style(BaseModel):
    """How one language is written.

    ``longest`` is the most that a sentence may have: characters, or words where ``spaced``. ``prohibition`` is how a
    heading over things not to do reads, and ``negation`` what each of those things must say.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    longest: int
    spaced: Annotated[bool, AfterValidator(bool)] = False
    negation: Pattern
    prohibition: Pattern
    words: tuple[Pair, ...] = ()


def load_style(path: Path, problems: Problems) -> Table[Style]:
    """The style of each language by its code."""
    return load_table(path, Style, problems)
