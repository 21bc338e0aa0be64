"""The shape of a letter, as it is written in ``docs/data/letters.yml``, and its text cut into pieces."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Generic, Literal, TypeVar

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale, Localized, LocalizedRow, PlainText
from helpsite.ground.tables import Table
from helpsite.ground.validation import DataModel, Some

CONTACT = "contact.md"
"""The page that shows the letters, each below the heading ``letter-<key>``."""
LETTER_LOCALE: Locale = next((locale for locale, language in LANGUAGES.items() if language.sent), "")
"""What customer service reads."""
TICKS = ("tried", "asks")
"""What a letter offers to tick, by its place in the text: what one has tried, and what one asks for."""
F = TypeVar("F")
T = TypeVar("T")
L = TypeVar("L")
FieldKind = Literal["text", "email", "date", "order", "lines"]
_FIELD = re.compile(r"\{([^{}\n]*)\}")


class Field(LocalizedRow):
    """Something that the reader fills in: its name in every language, an example, and what kind of text it is."""

    example: Localized | None = None
    """What one might fill in, where the name alone does not tell."""
    kind: FieldKind
    """What kind of text it is; `lines` are several lines, `order` is an order number."""
    english: bool = False
    """Customer service has to read it: other letters in it are worth a remark."""
    value: Mapping[Locale, PlainText] = {}
    """What most readers of a language fill in; it is filled in already."""


class Letter(DataModel):
    """What one writes to customer service: one question, with its meaning for those who do not read English."""

    title: Localized
    """What the letter is called."""
    when: Localized
    """For whom it is."""
    fields: Some[str]
    """Keys of `fields`, in the order of the form."""
    tried: tuple[str, ...] = ()
    """Keys of `ticks`: what one may have tried. `{tried}` is its place."""
    asks: tuple[str, ...] = ()
    """Keys of `ticks`: what one may ask for; the first is ticked already. `{asks}` is its place."""
    subject: Localized
    """The subject, where one is asked for."""
    letter: Localized
    """What is sent, and its meaning for readers of other languages, line by line; `{key}` is the place of a field."""
    attach: Some[Localized]
    """What to send with it."""
    hide: Some[Localized]
    """What to make unreadable before."""

    @property
    def ticks(self) -> dict[str, tuple[str, ...]]:
        """The lists of sentences to tick that the letter has, by their place in the text."""
        return {name: keys for name, keys in zip(TICKS, (self.tried, self.asks), strict=True) if keys}


class LettersFile(DataModel, Generic[F, T, L]):
    """A whole file."""

    fields: dict[str, F]
    """What readers fill in, by key."""
    ticks: dict[str, T]
    """Sentences that readers may tick, by key."""
    paste: tuple[str, ...]
    """Where it is told how to send a letter, as `page.md#anchor`."""
    letters: dict[str, L]
    """The letters, by key."""


@dataclass(frozen=True)
class Fragment:
    """Words of a letter, or the place of a field (then ``text`` is the field's key)."""

    text: str
    is_field: bool = False


@dataclass(frozen=True)
class Letters(Table[Letter]):
    """Every letter by its key, and the fields and the sentences to tick that they share."""

    fields: Table[Field] = dataclass_field(kw_only=True)
    ticks: Table[Localized] = dataclass_field(kw_only=True)
    paste: tuple[str, ...] = ()
    """Where it is told how to send a letter, as ``page.md#anchor``."""


def fields_in(text: str) -> list[str]:
    """The keys of the fields of ``text``, in order and as often as they stand there."""
    return _FIELD.findall(text)


def stray_braces(text: str) -> bool:
    """Whether ``text`` has a brace that opens or closes no field."""
    rest = _FIELD.sub("", text)
    return "{" in rest or "}" in rest


def paragraphs(text: str) -> list[list[list[Fragment]]]:
    """``text`` as paragraphs of lines of pieces. Paragraphs are parted by empty lines."""
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    return [[_pieces(line.strip()) for line in block.strip().split("\n")] for block in blocks]


def _pieces(line: str) -> list[Fragment]:
    """Every second part of a split along the fields is a field."""
    parts = enumerate(_FIELD.split(line))
    return [Fragment(part, is_field=index % 2 == 1) for index, part in parts if part]
