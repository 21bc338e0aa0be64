"""The shape of one file of ``docs/data/procedures/``."""

import re
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator

from helpsite.ground.locales import Locale, Localized
from helpsite.ground.validation import DataModel
from helpsite.ground.yamlfile import Loc

MARK = re.compile(r"\{(\d{1,2})\}")
"""A number in a text: the thing with that mark in the sketch shown last."""


class Step(DataModel):
    """One step: what to do, more about it, the sketch of the screen, what one sees then, and what if not."""

    do: Localized
    """One action."""
    more: Localized | None = None
    """What else helps with this step; an empty line starts a paragraph."""
    screen: str | None = None
    """A file of `screens/`, without `.yml`: shown below the step."""
    see: Localized | None = None
    """What appears then."""
    if_not: Annotated[Localized | None, Field(alias="if-not")] = None
    """Where to go if it does not work."""

    def texts(self) -> Iterator[tuple[str, Localized]]:
        """Every text of the step with its key in the file, in the order in which they are drawn."""
        rows = {"do": self.do, "more": self.more, "see": self.see, "if-not": self.if_not}
        yield from ((key, text) for key, text in rows.items() if text is not None)

    def marks(self, locale: Locale) -> set[int]:
        """The numbers that the step's texts mention."""
        return {int(number) for _, text in self.texts() for number in MARK.findall(text[locale])}


class Part(DataModel):
    """The steps for one device, or the device whose steps are the ``same``; a ``note`` stands before the steps."""

    same: str | None = None
    """The device whose steps these are, instead of `steps`."""
    note: Localized | None = None
    """What stands before the steps."""
    steps: tuple[Step, ...] = ()
    """The steps in order."""

    @model_validator(mode="after")
    def _steps_or_same(self) -> Self:
        if self.same is not None and self.steps:
            raise ValueError("`same` and steps in one part; either `same` or `steps`")
        if self.same is None and not self.steps:
            raise ValueError("a part without steps; `steps`, or `same` with the device whose steps these are")
        return self


class Procedure(DataModel):
    """What to do, device by device."""

    title: Localized
    """What the procedure is called."""
    cost: Localized | None = None
    """What it may cost, as plain text; a shared remedy that links here says it as well."""
    before: Localized | None = None
    """What to have ready, or what else to know before the first step."""
    parts: Annotated[dict[str, Part], Field(min_length=1)]
    """The steps by device, a key of `devices.yml`."""

    def texts(self) -> Iterator[tuple[Loc, Localized]]:
        """Every text that holds Markdown, with its place in the file."""
        if self.before is not None:
            yield ("before",), self.before
        for device, part in self.parts.items():
            if part.note is not None:
                yield ("parts", device, "note"), part.note
            for index, step in enumerate(part.steps):
                yield from ((("parts", device, "steps", index, key), text) for key, text in step.texts())
