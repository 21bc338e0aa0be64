"""The shape of one file of ``docs/data/procedures/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from helpsite.ground.locales import Locale, Localized
from helpsite.ground.yamlfile import Loc

MARK = re.compile(r"\{(\d{1,2})\}")
"""A number in a text: the thing with that mark in the sketch shown last."""


class Step(BaseModel):
    """One step: what to do, more about it, the sketch of the screen, what one sees then, and what if not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    do: Localized
    more: Localized | None = None
    screen: str | None = None
    see: Localized | None = None
    if_not: Annotated[Localized | None, Field(alias="if-not")] = None

    def texts(self) -> Iterator[tuple[str, Localized]]:
        """Every text of the step with its key in the file, in the order in which they are drawn."""
        rows = {"do": self.do, "more": self.more, "see": self.see, "if-not": self.if_not}
        yield from ((key, text) for key, text in rows.items() if text is not None)

    def marks(self, locale: Locale) -> set[int]:
        """The numbers that the step's texts mention."""
        return {int(number) for _, text in self.texts() for number in MARK.findall(text[locale])}


class Part(BaseModel):
    """The steps for one device, or the device whose steps are the ``same``; a ``note`` stands before the steps."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    same: str | None = None
    note: Localized | None = None
    steps: tuple[Step, ...] = ()

    @model_validator(mode="after")
    def _steps_or_same(self) -> Part:
        if self.same is not None and self.steps:
            raise ValueError("`same` and steps in one part; either `same` or `steps` is wanted")
        if self.same is None and not self.steps:
            raise ValueError(
                "a part without steps; `steps`, or `same` with the device whose steps these are, is wanted"
            )
        return self


class Procedure(BaseModel):
    """What to do, device by device; ``before`` says what it costs or what to have ready."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Localized
    before: Localized | None = None
    parts: Annotated[dict[str, Part], Field(min_length=1)]

    def texts(self) -> Iterator[tuple[Loc, Localized]]:
        """Every text that holds Markdown, with its place in the file."""
        if self.before is not None:
            yield ("before",), self.before
        for device, part in self.parts.items():
            if part.note is not None:
                yield ("parts", device, "note"), part.note
            for index, step in enumerate(part.steps):
                yield from ((("parts", device, "steps", index, key), text) for key, text in step.texts())
