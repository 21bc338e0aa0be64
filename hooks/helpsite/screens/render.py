"""A screen as a sketch in HTML, and as sentences."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from helpsite.ground.interface import LocaleWords
from helpsite.ground.locales import Locale
from helpsite.ground.tables import Rows
from helpsite.ground.templates import render
from helpsite.screens.model import Element, ScreenData
from helpsite.wordings.table import Wordings


@dataclass(frozen=True)
class Screen:
    """A checked screen. ``marks`` are its numbers, each with its line in the file at ``path``."""

    path: Path
    name: str
    data: ScreenData
    marks: Mapping[int, int]
    wordings: Wordings

    def html(self, locale: Locale, words: LocaleWords, marks: Collection[int] = ()) -> Markup:
        """The sketch, with those numbers drawn that are in ``marks`` (the ones that the steps beside it mention)."""
        return render(
            "screen.html",
            screen=self.data,
            name=self.name,
            locale=locale,
            words=words["screen"],
            shown=set(marks),
            known=lambda key: self.wordings[key].known(locale),
        )

    def sentences(self, locale: Locale, words: LocaleWords) -> list[str]:
        """The sketch as sentences, for the search: its title, then a sentence for each element."""
        spoken = [self._sentence(element, locale, words) for element in self.data.walk()]
        return [self.data.title[locale] + words["screen"]["stop"], *(text for text in spoken if text)]

    def _sentence(self, element: Element, locale: Locale, words: LocaleWords) -> str:
        own, texts = words["screen"], []
        if element.says:
            texts.append(self.wordings.both_wordings(element.says, locale, words))
        if element.about:
            texts.append(element.about[locale])
        if not texts:
            return ""
        return own[element.kind] + own["colon"] + own["comma"].join(texts) + own["stop"]


@dataclass(frozen=True)
class Screens(Rows[Screen]):
    """Name to screen."""

    def wordings(self) -> set[str]:
        """The keys of all wordings that stand on screens."""
        return {element.says for screen in self.values() for element in screen.data.walk() if element.says}
