"""A chart, as it is written in ``docs/data/flows/<name>.yml``, and as the rest of the house knows it: with its plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, PlainValidator, TypeAdapter, model_validator
from pydantic import Field as Options

from helpsite.flows.plan import Plan
from helpsite.ground.locales import LOCALES, TEXTS, Locale, Localized, LocalizedRow, PlainText, TextsRow
from helpsite.ground.validation import DataModel
from helpsite.ground.yamlfile import Document

N = TypeVar("N")
Tone = Literal["done", "contact", "urgent"]
_LINK = re.compile(r"[\w/.-]+\.md(#[\w-]+)?", re.ASCII)
_EXPECTED_ANSWERS = "two or more, or no key `answers` for an outcome"


def _target(value: object) -> object:
    if value is None or value == "":
        raise ValueError("an answer without target; the name of a node")
    return value


def _link(value: str) -> str:
    if not _LINK.fullmatch(value):
        raise ValueError("no link inside the site; page.md, page.md#section or errors/message.md")
    return value


Target = Annotated[str, BeforeValidator(_target)]


class Answer(TextsRow):
    """One answer: shared (`answer`) or with words of its own, leading on or back."""

    texts: Annotated[Mapping[Locale, PlainText], Options(alias=TEXTS)] = {}
    answer: str | None = None
    """A key of `answers.yml`, instead of words."""
    to: Target = ""
    """The node that it leads on to."""
    back: Target = ""
    """The node that it leads back to."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        missing = [locale for locale in LOCALES if locale not in self.texts]
        every = ", ".join(LOCALES)
        if self.answer is None and missing:
            raise ValueError(f"no text in {missing[0]}; {every}, or `answer` with a shared one")
        if self.answer is not None and self.texts:
            raise ValueError(f"a shared answer with words of its own; either `answer` or {every}")
        if not self.to and not self.back:
            raise ValueError("an answer without target; `to` or `back`")
        if self.to and self.back:
            raise ValueError("an answer with two targets; either `to` or `back`")
        return self

    def resolved(self, shared: Mapping[str, Localized]) -> Self:
        """The answer with its words, whoever has them, and its target in `to`, wherever that lies."""
        texts = self.texts if self.answer is None else shared[self.answer]
        return self.model_copy(update={"texts": texts, "to": self.to or self.back})


_SHORT: TypeAdapter[dict[str, Target]] = TypeAdapter(dict[str, Target])
_LONG: TypeAdapter[tuple[Answer, ...]] = TypeAdapter(tuple[Answer, ...])


def _answers(value: Any) -> tuple[Answer, ...]:
    """Both ways to write answers: ``yes: node`` a line, or a list."""
    if not isinstance(value, dict | list):
        raise ValueError(f"no answers; {_EXPECTED_ANSWERS}")
    if len(value) < 2:
        raise ValueError(f"fewer than two answers; {_EXPECTED_ANSWERS}")
    if isinstance(value, dict):
        return tuple(Answer(answer=key, to=to) for key, to in _SHORT.validate_python(value).items())
    return _LONG.validate_python(value)


_Written = dict[str, str] | tuple[Answer, ...]


class Node(LocalizedRow):
    """A question (with answers) or an outcome (without)."""

    answers: Annotated[tuple[Answer, ...], PlainValidator(_answers, json_schema_input_type=_Written)] = ()
    """A question's answers: shared ones as `answer: node`, or a list of the long form. An outcome has none."""
    link: Annotated[str, AfterValidator(_link)] | None = None
    """Where an outcome is explained: `page.md#anchor` or `errors/<id>.md`."""
    tone: Tone = "done"
    """What an outcome is: `done` (left out), `contact` (somebody must be asked) or `urgent`."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.answers and not {"link", "tone"}.isdisjoint(self.model_fields_set):
            raise ValueError("a question with `link` or `tone`; an outcome, or neither of them")
        return self


class FlowFile(DataModel, Generic[N]):
    """A whole file."""

    title: Localized
    """The caption of the chart."""
    start: str
    """The first question."""
    nodes: dict[str, N]
    """Questions and outcomes by name. Names are for good: addresses contain them."""


@dataclass(frozen=True)
class Flow:
    """One chart, checked. ``name`` is its file's name and the word in the fence."""

    name: str
    title: Localized
    start: str
    nodes: Mapping[str, Node]
    plan: Plan
    longest: int
    """The most answers that one can give without going back."""
    document: Document = field(repr=False, compare=False)

    @property
    def anchor(self) -> str:
        """The id of the whole chart in its page."""
        return f"flow-{self.name}"

    def anchor_of(self, node: str) -> str:
        """The id of ``node`` in the page, the same in every language."""
        return f"flow-{self.name}-{node}"

    def line(self, *loc: str | int) -> int:
        """The line of a place in the chart's file, as in ``line("nodes", "blank", "link")``."""
        return self.document.line(loc)
