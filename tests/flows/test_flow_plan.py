"""Where the questions and outcomes of a chart stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from helpsite.flows.graph import Edge, Graph
from helpsite.flows.plan import Question, letter, plan


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
