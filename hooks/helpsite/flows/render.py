"""A chart as HTML: the plan, in the words of one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpsite.flows.model import Flow
from helpsite.flows.plan import Block, Exit, Kind
from helpsite.flows.shapes import Tone
from helpsite.ground.anchors import split_ref
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render


@dataclass(frozen=True)
class AnswerView:
    """One answer: its place in the author's order, its words, and the id and name of the node it leads to."""

    place: int
    text: str
    to: str


@dataclass(frozen=True)
class ExitView:
    """An exit in the words of one language. ``mark`` is the letter or number of the node it leads to."""

    kind: Kind
    answers: tuple[AnswerView, ...]
    to: str
    anchor: str
    mark: str
    text: str
    first: bool
    back: bool
    tone: Tone
    href: str
    target: tuple[str, ...]
    chain: tuple[BlockView, ...]


@dataclass(frozen=True)
class BlockView:
    """A block in the words of one language.

    ``side`` says that its cards may stand beside the question, ``onward`` that its line leads to the next block, and
    ``met`` that the line of the block above leads here without an answer: branches meet.
    """

    name: str
    anchor: str
    number: int
    text: str
    exits: tuple[ExitView, ...]
    joins: tuple[int, ...]
    linked: bool
    met: bool
    side: bool
    onward: bool


def render_flow(flow: Flow, page: PageContext) -> str:
    """The ``<figure class="flow">`` of ``flow`` on ``page``. The links must have been checked."""
    drawing = _Drawing(flow, page)
    chain = drawing.chain(flow.plan.chain)
    start = flow.nodes[flow.start].answers
    answers = [AnswerView(place, answer.text[page.locale], answer.to) for place, answer in enumerate(start)]
    return render(
        "flow.html",
        flow=flow,
        title=flow.title[page.locale],
        chain=chain,
        start=answers,
        locale=page.locale,
        words=page.words["flow"],
    )


class _Drawing:
    def __init__(self, flow: Flow, page: PageContext) -> None:
        self.flow, self.page, self.locale = flow, page, page.locale

    def chain(self, blocks: Sequence[Block]) -> tuple[BlockView, ...]:
        above: list[Block | None] = [None, *blocks]
        after: list[Block | None] = [*blocks[1:], None]
        return tuple(self._block(*places) for places in zip(blocks, above, after, strict=False))

    def _block(self, block: Block, above: Block | None, after: Block | None) -> BlockView:
        flow, name = self.flow, block.question
        led = above is None or any(way.kind == "next" for way in above.exits)
        return BlockView(
            name=name,
            anchor=flow.anchor_of(name),
            number=flow.plan.numbers[name],
            text=flow.nodes[name].text[self.locale],
            exits=tuple(self._exit(name, way) for way in block.exits),
            joins=tuple(sorted(flow.plan.numbers[source] for source in block.joins)),
            linked=block.linked,
            met=block.linked and not led,
            side=all(way.kind != "branch" for way in block.exits),
            onward=after is not None and after.linked,
        )

    def _exit(self, question: str, way: Exit) -> ExitView:
        flow, node = self.flow, self.flow.nodes[way.to]
        answers = flow.nodes[question].answers
        href, target = self._link(node.link)
        return ExitView(
            kind=way.kind,
            answers=tuple(AnswerView(place, answers[place].text[self.locale], way.to) for place in way.answers),
            to=way.to,
            anchor=flow.anchor_of(way.to),
            mark=flow.plan.letters.get(way.to) or str(flow.plan.numbers[way.to]),
            text=node.text[self.locale],
            first=way.first,
            back=answers[way.answers[0]].back,
            tone=node.tone,
            href=href,
            target=target,
            chain=self.chain(way.chain),
        )

    def _link(self, ref: str | None) -> tuple[str, tuple[str, ...]]:
        """Address of a link, and the titles of its page and section; the page's own sections go by their title."""
        if ref is None:
            return "", ()
        link = self.page.link(ref)
        path, _ = split_ref(ref, self.page.page)
        of = self.page.anchors.of(self.locale, path).get("", link.title)
        if path == self.page.page or of == link.title:
            return link.href, (link.title,)
        return link.href, (of, link.title)
