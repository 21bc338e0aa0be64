"""How charts are drawn: plans by example, and one whole chart as HTML."""

from __future__ import annotations

from pathlib import Path

from helpsite.areas import WayOn
from helpsite.flows.load import parse_flow
from helpsite.flows.render import render_flow
from helpsite.flows.texts import flow_anchors
from helpsite.ground.anchors import Anchors
from helpsite.ground.locales import Localized
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems

SHARED = {"yes": Localized({"ja": "はい", "en": "Yes"}), "no": Localized({"ja": "いいえ", "en": "No"})}


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
