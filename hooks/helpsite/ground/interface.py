"""The interface words: one file a room in ``docs/data/ui/``, one row a word, every language in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from helpsite.ground.locales import Locale, Localized
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table, load_table

Words = Mapping[str, Table[Localized]]


def load_words(folder: Path, problems: Problems) -> Words:
    """Room (the file's name) to key to word."""
    return {path.stem: load_table(path, Localized, problems) for path in sorted(folder.glob("*.yml"))}


def words_in(words: Words, locale: Locale) -> dict[str, dict[str, str]]:
    """The words of one language, as `helpsite.ground.page_context.PageContext` wants them."""
    return {room: {key: word[locale] for key, word in rows.items()} for room, rows in words.items()}
