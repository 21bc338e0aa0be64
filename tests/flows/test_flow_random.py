"""Random charts: the drawing, what the script reads from it, and the data say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import html

from helpsite.flows.load import parse_flow
from helpsite.flows.model import Flow
from helpsite.flows.render import render_flow
from helpsite.flows.texts import flow_anchors
from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.ground.text import without_breaks

ROOT = Path(__file__).parents[2]
WORDS = load_words(ROOT / "docs" / "data" / "ui", Problems())
Ways = Mapping[str, list[tuple[str, bool]]]


@st.composite
def graphs(draw: st.DrawFn, most: int = 14) -> Ways:
    """Questions q0 … and outcomes o0 …; every node can be reached, some ways lead back to where one came from."""
    count = draw(st.integers(1, most))
    ways: dict[str, list[tuple[str, bool]]] = {f"q{n}": [] for n in range(count)}
    above: dict[int, set[int]] = {0: set()}
    for n in range(1, count):
        sources = draw(st.lists(st.integers(0, n - 1), min_size=1, max_size=3, unique=True))
        for source in sources:
            ways[f"q{source}"].append((f"q{n}", False))
        above[n] = set(sources).union(*(above[source] for source in sources))
    for n in range(count):
        extra = draw(st.integers(max(0, 2 - len(ways[f"q{n}"])), 3))
        for _ in range(extra):
            ways[f"q{n}"].append((f"o{draw(st.integers(0, 4))}", False))
        for origin in draw(st.lists(st.sampled_from(sorted(above[n])), max_size=1)) if n else []:
            ways[f"q{n}"].append((f"q{origin}", True))
        ways[f"q{n}"] = draw(st.permutations(ways[f"q{n}"]))
    return ways


def source(ways: Ways, texts: Mapping[str, str] | None = None) -> str:
    """A chart file with these ways."""
    nodes: dict[str, Any] = {}
    for name, answers in ways.items():
        rows = [
            {"ja": f"{name} 答{n}", "en": f"{name} answer {n}", "back" if back else "to": to}
            for n, (to, back) in enumerate(answers)
        ]
        text = (texts or {}).get(name, name)
        nodes[name] = {"ja": text, "en": text, "answers": rows}
    for name in sorted({to for answers in ways.values() for to, _ in answers} - set(ways)):
        text = (texts or {}).get(name, name)
        nodes[name] = {"ja": text, "en": text}
    chart = {"title": {"ja": "題", "en": "Title"}, "start": "q0", "nodes": nodes}
    return yaml.safe_dump(chart, allow_unicode=True, sort_keys=False)


def chart(ways: Ways, texts: Mapping[str, str] | None = None) -> Flow:
    problems = Problems()
    flow = parse_flow(source(ways, texts), Path("x.yml"), {}, problems)
    assume(not any("levels deep" in problem.found for problem in problems))
    assert flow is not None, list(problems)
    return flow


def drawn(flow: Flow, locale: Locale = "en") -> html.HtmlElement:
    page = PageContext(locale, "sign-in.md", Anchors(), words_in(WORDS, locale))
    return html.fromstring(render_flow(flow, page, lambda _: ()))


XSTEP = ".//li[contains(concat(' ', @class, ' '), ' flow-step ')]"


def asked(step: html.HtmlElement) -> str:
    return str(step.xpath("div/@data-node")[0])


def places(way: html.HtmlElement) -> list[tuple[int, str]]:
    labels = way.xpath("p/span[@data-place]")
    return [(int(label.get("data-place")), label.get("data-to")) for label in labels]


def seen(step: html.HtmlElement, way: html.HtmlElement) -> str:
    """Where an eye that follows the lines and reads numbers and letters gets to."""
    kind = way.get("class").split()[1]
    if kind == "flow-next":
        return asked(step.getnext())
    if kind == "flow-branch":
        return asked(way.xpath("ol/li")[0])
    target = way.xpath("*[contains(@class, 'flow-card')]//a/@href")[0].lstrip("#")
    return str(target.removeprefix("flow-x-"))


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_drawing_script_places_and_data_say_the_same(ways: Ways) -> None:
    flow = chart(ways)
    tree = drawn(flow)
    steps = tree.xpath(XSTEP)
    by_eye, by_script = {}, {}
    for step in steps:
        exits = step.xpath("ul/li")
        by_eye[asked(step)] = sorted((place, seen(step, way)) for way in exits for place, _ in places(way))
        by_script[asked(step)] = sorted(pair for way in exits for pair in places(way))
    data = {name: [(n, to) for n, (to, _) in enumerate(answers)] for name, answers in ways.items()}
    assert by_eye == data
    assert by_script == data
    ids = tree.xpath(".//*[@data-node]/@id")
    assert list(flow_anchors(flow, "en")) == ["flow-x", *ids]


@settings(max_examples=80, deadline=None)
@given(graphs())
def test_questions_stand_once_are_numbered_as_one_reads_and_name_those_that_lead_to_them(ways: Ways) -> None:
    flow = chart(ways)
    tree = drawn(flow)
    steps = tree.xpath(XSTEP)
    assert sorted(asked(step) for step in steps) == sorted(ways)
    assert [step.xpath("div/a")[0].text_content() for step in steps] == [
        f"Question {n}" for n in range(1, len(ways) + 1)
    ]
    outcomes = tree.xpath(".//li/div[@data-tone and @id]")
    assert [card.xpath("a")[0].text_content().split()[1] for card in outcomes] == list(flow.plan.letters.values())
    ids = tree.xpath(".//@id")
    assert len(ids) == len(set(ids))
    jumps: dict[str, set[int]] = {}
    for step in steps:
        for jump in step.xpath("ul/li[contains(@class, 'flow-jump')]"):
            to, back = ways[asked(step)][places(jump)[0][0]]
            words = "Back to question" if back else "Go on to question"
            assert jump.xpath("p/a")[0].text_content() == f"{words} {flow.plan.numbers[to]}"
            assert (flow.plan.numbers[to] < flow.plan.numbers[asked(step)]) == back
            if not back:
                jumps.setdefault(to, set()).add(flow.plan.numbers[asked(step)])
    assert {asked(step): marks for step in steps if (marks := joins(step))} == jumps


def joins(step: html.HtmlElement) -> set[int]:
    """The numbers of the questions from where one jumps to this one, as it says itself."""
    notes = step.xpath("div//span[@class='flow-joins']")
    return {int(mark) for note in notes for mark in re.findall(r"\d+", note.text_content())}


ODD = st.one_of(
    st.sampled_from(
        ["<script>alert(1)</script", "`code`", '"quoted"', "'", "😀👨‍👩‍👧", "مرحبا", "\u202eabc", "&amp;", "{{ x }}"]
    ),
    st.sampled_from(["{mark}", "あ" * 10_000, "a" * 10_000, "、。」「", "\u200b\u200b", "%s {0}"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30),
)
TEXTS = st.fixed_dictionaries(dict.fromkeys(("q0", "q1", "o0", "o1"), ODD))
SMALL: Ways = {"q0": [("q1", False), ("o0", False)], "q1": [("o1", False), ("q0", True)]}


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_any_text_is_shown_as_it_is_written(texts: dict[str, str]) -> None:
    problems = Problems()
    flow = parse_flow(source(SMALL, texts), Path("x.yml"), {}, problems)
    if flow is None:
        assert all("HTML in a text" in problem.found or "an empty text" in problem.found for problem in problems)
        return
    for locale in LOCALES:
        tree = drawn(flow, locale)
        assert not tree.xpath(".//script")
        for name, text in texts.items():
            shown = tree.xpath(f".//*[@data-node='{name}']/p[@class='flow-text']")[0]
            said = shown.xpath("string(text()[last()])") if name.startswith("o") else shown.xpath("string(span)")
            assert squeezed(said) == squeezed(text)


def squeezed(text: str) -> str:
    return " ".join(without_breaks(text).split())
