"""The languages of the site: ``docs/data/languages.yml``, read once, when this module is imported."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from babel import Locale as Cldr
from babel import UnknownLocaleError
from pydantic import AfterValidator

from helpsite.ground.paths import ROOT
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table, load_table
from helpsite.ground.validation import DataModel

PATH = Path(os.environ.get("SITE_LANGUAGES", ROOT / "docs" / "data" / "languages.yml"))
"""The file of the languages; tests set ``SITE_LANGUAGES`` to another one."""


def _cldr(value: str) -> str:
    try:
        Cldr.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        raise ValueError(f'unknown "{value}"; a locale of CLDR, such as en-GB') from None
    return value


def _pattern(value: str) -> str:
    try:
        groups = re.compile(value).groups
    except re.error as error:
        raise ValueError(f"no expression ({error}); one of Python") from None
    if groups != 1:
        raise ValueError(f"{groups} groups; one, around the words")
    return value


class Language(DataModel):
    """All that differs by language and is no text."""

    name: str
    """How its readers call it."""
    dates: Annotated[str, AfterValidator(_cldr)]
    """How days are written, as a locale of CLDR."""
    phrases: bool = False
    """Its words have no spaces: lines break between phrases."""
    readings: bool = False
    """Its words are sorted by how they are read."""
    longest: int
    """The most characters that a question or an answer of a chart should have."""
    foreign: Mapping[str, Annotated[str, AfterValidator(_pattern)]] = {}
    """How words of another language look in its texts, as a regular expression of one group."""
    sent: bool = False
    """Letters to customer service are sent in this language."""


_problems = Problems()
LANGUAGES: Table[Language] = load_table(PATH, Language, _problems)


def check_languages(problems: Problems) -> bool:
    """Note what is wrong with the languages' file; whether they are known, without which nothing can be checked."""
    problems.include(_problems)
    sent = [locale for locale, language in LANGUAGES.items() if language.sent]
    if LANGUAGES.is_whole and len(sent) != 1:
        problems.add(PATH, 1, f"{len(sent)} languages with sent: yes", "one")
    return LANGUAGES.is_whole and bool(LANGUAGES)
