"""The shape of a chart's YAML, as it is written; what it means is `helpsite.flows.load`'s business."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
    TypeAdapter,
    model_validator,
)
from pydantic import Field as Options

from helpsite.ground.locales import LOCALES, TEXTS, Locale, Localized, LocalizedRow, PlainText, gather_texts
from helpsite.ground.validation import DataModel

Tone = Literal["done", "contact", "urgent"]

_LINK = re.compile(r"[\w/.-]+\.md(#[\w-]+)?", re.ASCII)
_ANSWERS_WANTED = "two or more, or no key `answers` for an outcome"


def _target(value: object) -> object:
    if value is None or value == "":
        raise ValueError("an answer without target; the name of a node")
    return value


def _link(value: str) -> str:
    if not _LINK.fullmatch(value):
        raise ValueError("no link inside the site; page.md, page.md#section or errors/message.md")
    return value


Target = Annotated[str, BeforeValidator(_target)]
Link = Annotated[str, AfterValidator(_link)]


class RawAnswer(DataModel):
    """One answer as it is written: shared (``answer``) or with words of its own, leading on or back."""

    texts: Annotated[Mapping[Locale, PlainText], Options(alias=TEXTS)] = {}
    answer: str | None = None
    """A key of `answers.yml`, instead of words."""
    to: Target | None = None
    """The node that it leads on to."""
    back: Target | None = None
    """The node that it leads back to."""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, data: Any) -> Any:
        return gather_texts(data)

    @model_validator(mode="after")
    def _whole(self) -> RawAnswer:
        missing = [locale for locale in LOCALES if locale not in self.texts]
        every = ", ".join(LOCALES)
        if self.answer is None and missing:
            raise ValueError(f"no text in {missing[0]}; {every}, or `answer` with a shared one")
        if self.answer is not None and self.texts:
            raise ValueError(f"a shared answer with words of its own; either `answer` or {every}")
        if self.to is None and self.back is None:
            raise ValueError("an answer without target; `to` or `back`")
        if self.to is not None and self.back is not None:
            raise ValueError("an answer with two targets; either `to` or `back`")
        return self


_SHORT: TypeAdapter[dict[str, Target]] = TypeAdapter(dict[str, Target])
_LONG: TypeAdapter[tuple[RawAnswer, ...]] = TypeAdapter(tuple[RawAnswer, ...])


def _answers(value: Any) -> tuple[RawAnswer, ...]:
    """Both ways to write answers: ``yes: node`` a line, or a list."""
    if not isinstance(value, dict | list):
        raise ValueError(f"no answers; {_ANSWERS_WANTED}")
    if len(value) < 2:
        raise ValueError(f"fewer than two answers; {_ANSWERS_WANTED}")
    if isinstance(value, dict):
        return tuple(RawAnswer(answer=key, to=to) for key, to in _SHORT.validate_python(value).items())
    return _LONG.validate_python(value)


_Written = dict[str, str] | tuple[RawAnswer, ...]


class RawNode(LocalizedRow):
    """A question (with answers) or an outcome (without)."""

    answers: Annotated[tuple[RawAnswer, ...], PlainValidator(_answers, json_schema_input_type=_Written)] = ()
    """A question's answers: shared ones as `answer: node`, or a list of the long form. An outcome has none."""
    link: Link | None = None
    """Where an outcome is explained: `page.md#anchor` or `errors/<id>.md`."""
    tone: Tone | None = None
    """What an outcome is: `done` (left out), `contact` (somebody must be asked) or `urgent`."""

    @model_validator(mode="after")
    def _one_kind(self) -> RawNode:
        if self.answers and (self.link or self.tone):
            raise ValueError("a question with `link` or `tone`; an outcome, or neither of them")
        return self


class RawFlow(DataModel):
    """A whole file."""

    title: Localized
    """The caption of the chart."""
    start: str
    """The first question."""
    nodes: dict[str, RawNode]
    """Questions and outcomes by name. Names are for good: addresses contain them."""
