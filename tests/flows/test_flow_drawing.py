"""How charts are drawn: plans by example, and one whole chart as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from helpsite.areas import WayOn
from helpsite.flows.graph import Edge, Graph
from helpsite.flows.load import parse_flow
from helpsite.flows.plan import Question, letter, plan
from helpsite.flows.render import render_flow
from helpsite.flows.texts import flow_anchors
from helpsite.ground.anchors import Anchors
from helpsite.ground.locales import Localized
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems

SHARED = {"yes": Localized({"ja": "はい", "en": "Yes"}), "no": Localized({"ja": "いいえ", "en": "No"})}


def sketch(chain: Sequence[Question], indent: str = "") -> list[str]:
    """A plan as lines; ``>`` is a card, ``+`` a branch, ``|`` the way on, ``^`` a jump."""
    lines = []
    for block in chain:
        mark = "" if block.linked else " (apart)"
        joins = " from " + " ".join(block.joins) if block.joins else ""
        lines.append(f"{indent}{block.question}{joins}{mark}")
        for way in block.exits:
            sign = {"outcome": ">", "jump": "^", "branch": "+", "next": "|"}[way.kind]
            places = ",".join(map(str, way.answers))
            lines.append(f"{indent} {sign}{places} {way.to}{'' if way.first else ' again'}")
            lines += sketch(way.chain, indent + "   ")
    return lines


def planned(**ways: str) -> list[str]:
    """The sketch of a chart written as ``a="b x"``; a target with ``<`` is a way back."""
    nodes = {name: tuple(Edge(to.strip("<"), "<" in to) for to in targets.split()) for name, targets in ways.items()}
    ends = {edge.to for edges in nodes.values() for edge in edges} - nodes.keys()
    return sketch(plan(Graph("a", {**nodes, **dict.fromkeys(ends, ())})).chain)


def test_a_chain_stays_on_the_spine() -> None:
    assert planned(a="x b", b="c y", c="x z") == [
        "a",
        " >0 x",
        " |1 b",
        "b",
        " >1 y",
        " |0 c",
        "c",
        " >0 x again",
        " >1 z",
    ]


def test_the_longer_of_two_ways_stays_on_the_spine() -> None:
    assert planned(a="b c", b="x d", d="x y", c="x y") == [
        "a",
        " +1 c",
        "   c",
        "    >0 x",
        "    >1 y",
        " |0 b",
        "b",
        " >0 x again",
        " |1 d",
        "d",
        " >0 x again",
        " >1 y again",
    ]


def test_three_ways_all_hang_below() -> None:
    assert planned(a="b x c d", b="x y", c="x y", d="x y")[:6] == [
        "a",
        " +0 b",
        "   b",
        "    >0 x",
        "    >1 y",
        " >1 x again",
    ]


def test_branches_that_meet_again_continue_below_the_fork() -> None:
    assert planned(a="b c d", b="x d", c="x d", d="x y") == [
        "a",
        " +0 b",
        "   b",
        "    >0 x",
        "    ^1 d",
        " +1 c",
        "   c",
        "    >0 x again",
        "    ^1 d",
        " |2 d",
        "d from b c",
        " >0 x again",
        " >1 y",
    ]


def test_a_meeting_that_the_fork_does_not_lead_to_has_no_tab() -> None:
    lines = planned(a="b c", b="x d", c="x d", d="x y")
    assert lines[-3:] == ["d from b c", " >0 x again", " >1 y"]
    assert not [line for line in lines if line.startswith(" |")]


def test_a_second_meeting_stands_apart() -> None:
    lines = planned(a="b c d e", b="d e", c="d e", d="x e", e="x y")
    assert [line for line in lines if not line.startswith(" ")] == ["a", "d from b c", "e from a b c d (apart)"]


def test_ways_back_are_jumps() -> None:
    assert planned(a="b x", b="a< y") == ["a", " >1 x", " |0 b", "b", " ^0 a", " >1 y"]


def test_answers_that_lead_to_the_same_share_a_tab_row() -> None:
    assert planned(a="x b x b", b="x y") == ["a", " >0,2 x", " |1,3 b", "b", " >0 x again", " >1 y"]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_go_on_after_z(place: int, name: str) -> None:
    assert letter(place) == name


CHART = """\
title:
  ja: 題
  en: Title
start: ask
nodes:
  ask:
    ja: 問い？
    en: Question?
    answers:
      "yes": fine
      "no": again
  again:
    ja: もう一度？
    en: Again & again?
    answers:
      - answer: "yes"
        back: ask
      - ja: いや
        en: Nope
        to: fine
      - answer: "no"
        to: help
  fine:
    ja: 終わり
    en: End
    link: sign-in.md#steps
  help:
    ja: 助け
    en: Help
    link: contact.md#letters
    tone: urgent
"""

WORDS = {
    key: key + " {mark}" * (key in ("question", "outcome", "on-to", "back-to", "same"))
    for key in (
        *("question", "outcome", "tone-done", "tone-contact", "tone-urgent", "or", "of", "on-to", "back-to", "joins"),
        *(
            "mark-separator",
            "same",
            "modes",
            "guided",
            "whole",
            "back",
            "restart",
            "your-answers",
            "change",
            "worked",
            "still",
            "worked-well",
        ),
    )
}

DRAWN = (Path(__file__).parent / "whole-chart.html").read_text("utf-8")


def context() -> PageContext:
    anchors = Anchors()
    for page, anchor, title in (
        ("sign-in.md", "", "Sign in"),
        ("sign-in.md", "steps", "Steps"),
        ("contact.md", "", "Contact"),
        ("contact.md", "letters", "Letters"),
    ):
        anchors.add("en", page, anchor, title)
    return PageContext("en", "sign-in.md", anchors, {"flow": WORDS})


def ways_on(ref: str) -> tuple[WayOn, ...]:
    """Whoever signed in without luck asks for help; who asked for help goes nowhere else."""
    when = Localized({"ja": "それでも困ったら", "en": "If all fails:"})
    return (WayOn(to="contact.md#letters", when=when), WayOn(to=ref)) if ref.startswith("sign-in.md") else ()


def test_a_whole_chart() -> None:
    flow = parse_flow(CHART, Path("x.yml"), SHARED, Problems())
    assert flow is not None
    assert render_flow(flow, context(), ways_on).splitlines() == DRAWN.splitlines()


def test_links_start_from_the_page_that_shows_the_chart() -> None:
    flow = parse_flow(CHART, Path("x.yml"), SHARED, Problems())
    assert flow is not None
    page = context()
    page.page = "errors/index.md"
    assert 'href="../sign-in/#steps"' in render_flow(flow, page, lambda _: ())


def test_the_places_of_a_chart() -> None:
    flow = parse_flow(CHART, Path("x.yml"), SHARED, Problems())
    assert flow is not None
    assert flow_anchors(flow, "en") == {
        "flow-x": "Title",
        "flow-x-ask": "Question?",
        "flow-x-fine": "End",
        "flow-x-again": "Again & again?",
        "flow-x-help": "Help",
    }
