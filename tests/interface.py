"""The words of the interface, so that no test fails when somebody words them better."""

from __future__ import annotations

from tests.small_site import ROOT

from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems

_WORDS = load_words(ROOT / "docs" / "data" / "ui", Problems())


def said(locale: Locale, room: str, key: str) -> str:
    """What the site says in ``locale``: the word ``key`` of ``docs/data/ui/<room>.yml``."""
    return str(words_in(_WORDS, locale)[room][key])
