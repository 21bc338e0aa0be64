"""The shape of one file of ``docs/data/screens/``."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from helpsite.ground.locales import Localized
from helpsite.ground.validation import DataModel

ElementKind = Literal["heading", "text", "field", "button", "link", "code", "slider", "popup"]
ScreenFrame = Literal["browser", "phone"]
Mark = Annotated[int, Field(ge=1, le=20)]


class Element(DataModel):
    """One thing on a screen."""

    kind: ElementKind
    """What it is."""
    says: str | None = None
    """Words on the real screen: a key of `wordings.yml`."""
    about: Localized | None = None
    """Our own words, where the real ones are unknown."""
    mark: Mark | None = None
    """The number that steps mention as `{1}`; of a slider, its handle."""
    end: Mark | None = None
    """The number of the end of a slider's track."""
    boxes: Annotated[int, Field(ge=1, le=8)] | None = None
    """How many boxes a code has."""
    elements: tuple["Element", ...] = ()
    """What stands in a pop-up."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        belongs = {"end": ("slider", self.end), "boxes": ("code", self.boxes), "elements": ("popup", self.elements)}
        for key, (kind, value) in belongs.items():
            if value and self.kind != kind:
                raise ValueError(f'"{key}" at a {self.kind}; "{key}" at a {kind} only')
        if self.kind == "code" and self.boxes is None:
            raise ValueError('a code without "boxes"; the number of boxes')
        if self.kind == "popup" and not self.elements:
            raise ValueError('a popup without "elements"; what stands in it')
        if self.kind not in ("code", "popup") and not (self.says or self.about):
            raise ValueError(f'a {self.kind} without words; "says" (a wording) or "about" (our words)')
        return self

    def walk(self) -> Iterator["Element"]:
        """This element and everything in it."""
        yield self
        for element in self.elements:
            yield from element.walk()


class ScreenData(DataModel):
    """One screen: what it is called on our pages, the frame around it, and what stands on it from top to bottom."""

    title: Localized
    """What our pages call the screen."""
    frame: ScreenFrame = "browser"
    """What is drawn around it."""
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]
    """What stands on it, from top to bottom."""

    def walk(self) -> Iterator[Element]:
        """Every element, also those in pop-ups."""
        for element in self.elements:
            yield from element.walk()
