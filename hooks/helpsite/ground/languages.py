"""The languages of the site: ``docs/data/languages.yml``, read once, when this module is imported."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from babel import Locale as Cldr
from babel import UnknownLocaleError
from pydantic import AfterValidator, Field

from helpsite.ground.data_model import DataModel
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table, load_table
from helpsite.ground.yamlfile import Document

PATH = Path(os.environ.get("SITE_LANGUAGES", Path(__file__).parents[3] / "docs" / "data" / "languages.yml"))
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
    phrases: Annotated[bool, Field(strict=False)] = False
    """Its words have no spaces: lines break between phrases."""
    readings: Annotated[bool, Field(strict=False)] = False
    """Its words are sorted by how they are read."""
    longest: int
    """The most characters that a question or an answer of a chart should have."""
    foreign: Mapping[str, Annotated[str, AfterValidator(_pattern)]] = {}
    """How words of another language look in its texts, as a regular expression of one group."""
    sent: Annotated[bool, Field(strict=False)] = False
    """Letters to customer service are sent in this language."""


_problems = Problems()
LANGUAGES: Table[Language] = load_table(PATH, Language, _problems)


def check_languages(config: Document | None, problems: Problems) -> bool:
    """Note what is wrong with the languages' file, and where mkdocs.yml (``config``) says otherwise.

    Whether the languages are known, without which nothing else can be checked.
    """
    for problem in _problems:
        problems.add(problem.path, problem.line, problem.found, problem.expected)
    _check_letters(problems)
    if config is not None:
        _check_config(config, problems)
    return LANGUAGES.is_whole and bool(LANGUAGES)


def _check_letters(problems: Problems) -> None:
    sent = [locale for locale, language in LANGUAGES.items() if language.sent]
    if LANGUAGES.is_whole and len(sent) != 1:
        problems.add(PATH, 1, f"{len(sent)} languages with sent: yes", "one")


def _check_config(config: Document, problems: Problems) -> None:
    """The plugin for languages has a list of its own."""
    plugins = config.data.get("plugins") if isinstance(config.data, dict) else None
    for place, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            rows = plugin["i18n"].get("languages")
            rows = rows if isinstance(rows, list) else []
            found = [(row.get("locale"), row.get("name"), row.get("default")) for row in rows if isinstance(row, dict)]
            expected = [(locale, language.name, _default(locale)) for locale, language in LANGUAGES.items()]
            if found != expected:
                line = config.line(("plugins", place, "i18n", "languages"))
                shown = ", ".join(f"{locale} ({name})" for locale, name, _ in expected)
                said = "languages that differ from docs/data/languages.yml"
                problems.add(config.path, line, said, f"{shown}, with default: true at the first one")


def _default(locale: str) -> str | None:
    return "true" if locale == next(iter(LANGUAGES)) else None
