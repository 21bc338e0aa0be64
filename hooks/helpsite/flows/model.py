"""A chart as the rest of the house knows it: checked, frozen, with its plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpsite.flows.plan import Plan
from helpsite.flows.shapes import Tone
from helpsite.ground.locales import Localized
from helpsite.ground.yamlfile import Document, Loc


@dataclass(frozen=True)
class Answer:
    """One answer of a question; ``back`` says that it leads back to an earlier one."""

    text: Localized
    to: str
    back: bool


@dataclass(frozen=True)
class Node:
    """A question (with answers) or an outcome (with a tone, and a link as ``page.md#anchor``)."""

    name: str
    text: Localized
    answers: tuple[Answer, ...] = ()
    link: str | None = None
    tone: Tone = "done"


@dataclass(frozen=True)
class Flow:
    """One chart. ``name`` is its file's name and the word in the fence."""

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
        place: Loc = loc
        return self.document.line(place)
