"""What can be found: one entry a place, whatever room it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from helpsite.ground.locales import Locale
from helpsite.ground.text import squeeze, without_breaks

Kind = Literal["message", "steps", "section", "question", "word"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Wording(NamedTuple):
    """What a screen says, word for word, and in which language (``ja``, ``en``, ``zh`` …)."""

    text: str
    language: str


@dataclass(frozen=True)
class Entry:
    """One place that a search may lead to.

    ``address`` is relative to the language's root, with its anchor (``errors/slide-net-err/``). ``wordings`` are shown
    when they were what was found; ``aliases`` (symptoms, codes, titles of the other language) are only searched.
    ``answer`` is shown below the title: for a message, the first remedy. ``text`` is everything else that it says.
    """

    kind: Kind
    locale: Locale
    address: str
    title: str
    wordings: tuple[Wording, ...] = ()
    aliases: tuple[str, ...] = ()
    text: str = ""
    answer: str = ""

    def row(self) -> list[Any]:
        """The entry without its text as the browser gets it, empty ends left out; see ``index.js``."""
        own = [clean(wording.text) for wording in self.wordings if wording.language == self.locale]
        foreign: dict[str, list[str]] = {}
        for wording in self.wordings:
            if wording.language != self.locale:
                foreign.setdefault(wording.language, []).append(clean(wording.text))
        aliases = [clean(alias) for alias in self.aliases]
        row = [KINDS.index(self.kind), self.address, clean(self.title), clean(self.answer), own, foreign, aliases]
        while not row[-1]:
            row.pop()
        return row


def clean(text: str) -> str:
    """``text`` on one line, without break marks and lone surrogates, which no file can hold."""
    return squeeze(without_breaks(text).encode("utf-8", "ignore").decode("utf-8"))
