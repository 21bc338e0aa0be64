"""The shape of one file of ``docs/data/screens/``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from helpsite.ground.locales import Localized

Kind = Literal["heading", "text", "field", "button", "link", "code", "slider", "popup"]
Frame = Literal["browser", "phone"]
Mark = Annotated[int, Field(ge=1, le=20)]


class Element(BaseModel):
    """One thing on a screen.

    ``says`` is a key of the wordings: words that stand on the real screen. ``about`` are our own words, for what has
    no known wording. ``mark`` is the number by which steps refer to it (of a slider: to its handle, ``end`` to the end
    of its track). ``boxes`` belongs to a code, ``elements`` to a pop-up.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    says: str | None = None
    about: Localized | None = None
    mark: Mark | None = None
    end: Mark | None = None
    boxes: Annotated[int, Field(ge=1, le=8)] | None = None
    elements: tuple[Element, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Element:
        belongs = {"end": ("slider", self.end), "boxes": ("code", self.boxes), "elements": ("popup", self.elements)}
        for key, (kind, value) in belongs.items():
            if value and self.kind != kind:
                raise ValueError(f'"{key}" at a {self.kind}; "{key}" belongs to a {kind}')
        if self.kind == "code" and self.boxes is None:
            raise ValueError('a code without "boxes"; the number of boxes is wanted')
        if self.kind == "popup" and not self.elements:
            raise ValueError('a popup without "elements"; what stands in it is wanted')
        if self.kind not in ("code", "popup") and not (self.says or self.about):
            raise ValueError(f'a {self.kind} without words; "says" (a wording) or "about" (our words) is wanted')
        return self

    def walk(self) -> Iterator[Element]:
        """This element and everything in it."""
        yield self
        for element in self.elements:
            yield from element.walk()


class ScreenData(BaseModel):
    """One screen: what it is called on our pages, the frame around it, and what stands on it from top to bottom."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Localized
    frame: Frame = "browser"
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]

    def walk(self) -> Iterator[Element]:
        """Every element, also those in pop-ups."""
        for element in self.elements:
            yield from element.walk()
