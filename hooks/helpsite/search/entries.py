"""What can be found: one entry a place, whatever room it comes from."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal, NamedTuple, get_args

from helpsite.ground.locales import Locale
from helpsite.ground.text import squeeze, without_breaks

Kind = Literal["message", "screen", "steps", "section", "word"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The search knows a kind by its number: troubles first, then ordinary labels and screens, then everything else."""
MESSAGES: tuple[Kind, ...] = ("message", "screen")


class EntryWording(NamedTuple):
    """What a screen says, word for word, in which language (``ja``, ``en``, ``zh`` …), and whose words they are."""

    text: str
    language: str
    by: str = ""


@dataclass(frozen=True)
class Entry:
    """One place that a search may lead to.

    ``address`` is relative to the language's root, with its anchor (``errors/slide-net-err/``). ``wordings`` are shown
    when they were what was found; ``phrases`` (how readers put it, titles of other languages) are only searched.
    ``answer`` is shown below the title: for a message, the first remedy. ``text`` is everything else that it says.
    ``device`` is set where the entry is one part of a procedure.
    """

    kind: Kind
    locale: Locale
    address: str
    title: str
    wordings: tuple[EntryWording, ...] = ()
    phrases: tuple[str, ...] = ()
    text: str = ""
    answer: str = ""
    device: str = ""

    def row(self) -> list[Any]:
        """What the browser shows of the entry, empty ends left out; see ``worker.js``."""
        runs = groupby(self.wordings, key=lambda wording: (wording.language, wording.by))
        wordings = [[*key, *(clean(wording.text) for wording in run)] for key, run in runs]
        row = [KINDS.index(self.kind), self.address, clean(self.title), clean(self.answer), wordings, self.device]
        while not row[-1]:
            row.pop()
        return row


def clean(text: str) -> str:
    """``text`` on one line, without break marks and lone surrogates, which no file can hold."""
    return squeeze(without_breaks(text).encode("utf-8", "ignore").decode("utf-8"))
