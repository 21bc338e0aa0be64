"""A reader at a chart of the fixture site: where she stands, what she answers, ways through the data."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize
from tests.browsers.waiting import until
from tests.small_site import FIXTURE

from helpsite.flows.load import load_flows
from helpsite.flows.model import Flow
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems

DATA = FIXTURE / "docs" / "data"
FLOWS = load_flows(DATA / "flows", DATA / "answers.yml", Problems())
PAGES = {"pick": "ways/", "short": "door/"}
PREFIX: dict[Locale, str] = {"ja": "", "en": "en/"}
PHONE: ViewportSize = {"width": 360, "height": 740}
LOCALES: list[Locale] = ["ja", "en"]

Way = list[tuple[str, int]]
"""Answers, as questions with places."""

STATE = """([chart, node]) => {
    const figure = document.querySelector(`[data-flow="${chart}"]`);
    const seen = [...figure.querySelectorAll("[data-node]")].filter((box) => box.getClientRects().length);
    const said = (box) => box.textContent.replaceAll("\u200b", "");
    return seen.length === 1 && seen[0].dataset.node === node && "here" in seen[0].dataset && {
        hash: location.hash,
        choices: [...figure.querySelectorAll(".flow-choices button")].map(said),
        given: [...figure.querySelectorAll(".flow-trail li .flow-said")].map(said),
    };
}"""
"""What a reader sees who stands at a node, and at nothing else; false when she does not."""


def address(chart: str, locale: Locale) -> str:
    return PREFIX[locale] + PAGES[chart]


def stands_at(page: Page, flow: Flow, node: str) -> dict[str, Any]:
    """Wait until one sees ``node`` and no other; what else one sees then."""
    seen = until(page, STATE, [flow.name, node])
    assert isinstance(seen, dict)
    return seen


def choices(page: Page, flow: Flow) -> Locator:
    return page.locator(f"#{flow.anchor} .flow-choices button")


def rows(page: Page, flow: Flow) -> Locator:
    return page.locator(f"#{flow.anchor} .flow-trail li")


def answer(page: Page, flow: Flow, node: str, place: int) -> str:
    """Give an answer; the node that is reached, which the page shows and names in its address."""
    choices(page, flow).nth(place).click()
    reached = flow.nodes[node].answers[place].to
    assert stands_at(page, flow, reached)["hash"] == f"#{flow.anchor_of(reached)}"
    return reached


def give(page: Page, flow: Flow, *places: int) -> str:
    """Give these answers from the start; the last node."""
    node = flow.start
    for place in places:
        node = answer(page, flow, node, place)
    return node


PICK = FLOWS["pick"]


def way(flow: Flow, length: int, node: str = "", given: Way | None = None) -> Way:
    """Answers, as questions with places, of which the last leads to another question."""
    node, given = node or flow.start, given or []
    if len(given) == length:
        return given
    found: list[Way] = []
    for place, each in enumerate(flow.nodes[node].answers):
        if flow.nodes[each.to].answers and not each.back:
            found.append(way(flow, length, each.to, [*given, (node, place)]))
    return max(found, key=len, default=given)


WAY = way(PICK, 3)
"""Three answers, and another question after them."""
PLACES = [place for _, place in WAY]
ENDS = [PICK.nodes[node].answers[place].to for node, place in WAY]


def words(given: Way, locale: Locale) -> list[str]:
    """What those answers say."""
    return [PICK.nodes[node].answers[place].texts[locale] for node, place in given]


def last_node(flow: Flow) -> str:
    return list(flow.nodes)[-1]
