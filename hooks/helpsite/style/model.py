"""The rules of ``docs/data/vocabulary.yml``: for each language, its limits and the words that it avoids."""

import re
from typing import Annotated

from pydantic import AfterValidator

from helpsite.ground.validation import DataModel


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f'"{text}" is no pattern ({error}); words or a regular expression') from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
"""A word, or a regular expression for several."""


class Pair(DataModel):
    """Words that the site does not use, what it says instead, and why."""

    avoid: Pattern
    """A word that the site does not use, or a regular expression for several."""
    prefer: str | None = None
    """What it says instead; left out: nothing."""
    why: str
    """Why."""
    unless: tuple[str, ...] = ()
    """Longer words in which it may stand."""


class Style(DataModel):
    """How one language is written."""

    longest: int
    """The most that a sentence may have: characters, or words where spaces part them."""
    negation: Pattern
    """What each thing not to do must say."""
    prohibition: Pattern
    """How a heading over things not to do reads."""
    words: tuple[Pair, ...] = ()
    """Words to avoid."""
