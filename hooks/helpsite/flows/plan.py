"""Where each question stands in the drawing; the same in every language.

The chart is a spine. A question stands once, under its immediate dominator. An answer either ends at a card beside the
question (an outcome, or a jump to a question that stands elsewhere), hangs a branch below it, or leads on to the next
block of the same chain. Branches that meet again continue in the chain, below the fork.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from helpsite.flows.graph import Graph

ExitKind = Literal["outcome", "jump", "branch", "next"]

MOST_LEVELS = 8
"""Deeper than this a phone has no room left for words; such a chart is refused."""


class TooDeepError(Exception):
    """Branches hang in branches more than `MOST_LEVELS` deep; the argument is the question."""


@dataclass(frozen=True)
class Exit:
    """One or more answers of a question (by their number) that lead to the same node.

    ``chain`` is what hangs below a branch. ``first`` is false where an outcome was drawn before.
    """

    kind: ExitKind
    answers: tuple[int, ...]
    to: str
    chain: tuple["Question", ...] = ()
    first: bool = True


@dataclass(frozen=True)
class Question:
    """A question with its exits in drawing order.

    ``joins`` are the questions that jump here. ``linked`` says whether the line of the block above leads here.
    """

    question: str
    exits: tuple[Exit, ...]
    joins: tuple[str, ...] = ()
    linked: bool = True

    @property
    def side(self) -> bool:
        """Whether its cards may stand beside the question."""
        return all(way.kind != "branch" for way in self.exits)

    @property
    def leads_on(self) -> bool:
        """Whether an answer leads on to the next block of the chain."""
        return any(way.kind == "next" for way in self.exits)


@dataclass(frozen=True)
class Plan:
    """The drawing: a chain of blocks, and how questions and outcomes are called in reading order."""

    chain: tuple[Question, ...]
    numbers: Mapping[str, int]
    letters: Mapping[str, str]
    levels: int

    def numbers_of(self, questions: Sequence[str]) -> list[int]:
        """The numbers of ``questions`` in reading order."""
        return sorted(self.numbers[question] for question in questions)


def plan(graph: Graph) -> Plan:
    """The drawing of a checked graph. Raises `TooDeepError`."""
    planner = _Planner(graph)
    chain = planner.chain(graph.start, 1)
    blocks = list(reading_order(chain))
    numbers = {block.question: place for place, block in enumerate(blocks, 1)}
    return Plan(chain, numbers, planner.letters, planner.levels)


def reading_order(chain: Sequence[Question]) -> Iterator[Question]:
    """Every block of ``chain`` in the order in which one reads."""
    for block in chain:
        yield block
        for way in block.exits:
            yield from reading_order(way.chain)


def letter(place: int) -> str:
    """A, B … Z, AA, AB … for 0, 1 …"""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass
class _Planner:
    graph: Graph
    letters: dict[str, str] = field(default_factory=dict)
    levels: int = 0

    def __post_init__(self) -> None:
        self._sources = self.graph.sources()
        self._below: dict[str, list[str]] = {node: [] for node in self._sources}
        above = self.graph.dominators()
        for node in self._sources:
            if self._asks(node) and node != self.graph.start:
                self._below[above[node]].append(node)
        self._weight = self._weights()

    def _asks(self, node: str) -> bool:
        return bool(self.graph.edges[node])

    def _weights(self) -> dict[str, int]:
        """How many questions stand under each question, itself included."""
        weight = dict.fromkeys(self._sources, 1)
        for node in reversed(self._sources):
            weight[node] += sum(weight[child] for child in self._below[node])
        return weight

    def chain(self, first: str, level: int) -> tuple[Question, ...]:
        if level > MOST_LEVELS:
            raise TooDeepError(first)
        self.levels = max(self.levels, level)
        blocks: list[Question] = []
        waiting: list[tuple[str, str | None]] = [(first, None)]
        while waiting:
            question, above = waiting.pop()
            after = self._after(question)
            exits = self._exits(question, after[0] if after else None, level)
            linked = not blocks or above is not None
            blocks.append(Question(question, exits, self._joins(question, above), linked))
            waiting += [(follower, question if follower == after[0] else None) for follower in reversed(after)]
        return tuple(blocks)

    def _after(self, question: str) -> list[str]:
        """What follows ``question`` in its own chain: where branches meet again, or the longer of two ways."""
        below = self._below[question]
        meetings = [child for child in below if self._sources[child] != [question]]
        if meetings:
            return meetings
        if len(below) > 2:
            return []
        return sorted(below, key=lambda child: self._weight[child])[-1:]

    def _exits(self, question: str, next_one: str | None, level: int) -> tuple[Exit, ...]:
        ways = self._grouped(question)
        onward = ways.pop((next_one, False), ()) if next_one else ()
        exits = [self._exit(question, to, back, answers, level) for (to, back), answers in ways.items()]
        if next_one and onward:
            exits.append(Exit("next", onward, next_one))
        return tuple(exits)

    def _grouped(self, question: str) -> dict[tuple[str, bool], tuple[int, ...]]:
        ways: dict[tuple[str, bool], tuple[int, ...]] = {}
        for place, edge in enumerate(self.graph.edges[question]):
            key = (edge.to, edge.back)
            ways[key] = (*ways.get(key, ()), place)
        return ways

    def _exit(self, question: str, to: str, back: bool, answers: tuple[int, ...], level: int) -> Exit:
        if not self._asks(to):
            return self._outcome(to, answers)
        if back or self._sources[to] != [question]:
            return Exit("jump", answers, to)
        return Exit("branch", answers, to, self.chain(to, level + 1))

    def _outcome(self, to: str, answers: tuple[int, ...]) -> Exit:
        first = to not in self.letters
        if first:
            self.letters[to] = letter(len(self.letters))
        return Exit("outcome", answers, to, first=first)

    def _joins(self, question: str, above: str | None) -> tuple[str, ...]:
        sources = self._sources[question]
        return tuple(source for source in sources if source != above) if len(sources) > 1 else ()
