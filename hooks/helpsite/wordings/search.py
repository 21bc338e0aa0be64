"""Wordings as the search knows them."""

from __future__ import annotations

from dataclasses import dataclass

from helpsite.ground.interface import LocaleWords
from helpsite.ground.locales import Locale
from helpsite.wordings.table import Wordings


@dataclass(frozen=True)
class WordingText:
    """A wording for the search: its words in every known language, one sentence on it, and the entry to open.

    ``title`` is as `Wordings.both_wordings`; ``sentence`` says where it stands; ``message`` is the id of the message
    whose page explains it.
    """

    key: str
    title: str
    wordings: tuple[str, ...]
    sentence: str
    message: str


def wording_texts(wordings: Wordings, locale: Locale, words: LocaleWords) -> list[WordingText]:
    """Every wording of the table for the index of ``locale``."""
    return [_text(wordings, key, locale, words) for key in wordings]


def _text(wordings: Wordings, key: str, locale: Locale, words: LocaleWords) -> WordingText:
    row, title = wordings[key], wordings.both_wordings(key, locale, words)
    sentence = words["wording"]["stands"].replace("{wording}", title).replace("{where}", row.where[locale])
    return WordingText(key, title, tuple(text for _, text in row.known(locale)), sentence, row.message)
