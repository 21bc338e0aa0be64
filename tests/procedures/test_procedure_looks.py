"""How procedures look in a real browser: no script, paper, width, axe, room for fingers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.procedures.visiting import PHONE, Open, chosen

if TYPE_CHECKING:
    pass

pytestmark = [
    pytest.mark.browser,
]


def test_without_script_everything_can_be_read(visit: Open) -> None:
    page = visit("en/", java_script_enabled=False)
    for words in (
        "Computer",
        "Wait for the bird.",
        "Hold the phone sideways.",
        "Wait for the fish.",
        "Look at the mail.",
    ):
        expect(page.get_by_text(words).first).to_be_visible()
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("checkbox").count() == 0


def test_paper_has_the_parts_that_are_chosen_with_heading_and_steps(visit: Open) -> None:
    page = visit("en/", **PHONE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("section.part:visible")).to_have_count(2)
    for panel, steps in [("get-in-phone", 3), ("look-app", 1)]:
        expect(page.locator(f"#{panel} > h4")).to_be_visible()
        expect(page.locator(f"#{panel} > ol > li:visible")).to_have_count(steps)
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.locator(".step-tick:visible")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.querySelector('#look-app-1')).breakInside") == "avoid"
    assert page.evaluate("getComputedStyle(document.querySelector('#look-app-1'), '::before').borderTopWidth") != "0px"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chosen(page) == ["get-in-phone", "look-app"]
    expect(page.locator("#get-in-phone > ol > li")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(visit: Open, width: int) -> None:
    page = visit("", viewport={"width": width, "height": 700})
    for tab in page.get_by_role("tab").all():
        tab.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_is_clean_with_each_tab_open(visit: Open, axe_source: str, scheme: str) -> None:
    page = visit("#get-in-pc-2", color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(axe_source)
    for tab in page.get_by_role("tab").all()[:: 1 if scheme == "light" else 4]:
        tab.click()
        rules = {
            "region": {"enabled": False},
            "page-has-heading-one": {"enabled": False},
            "heading-order": {"enabled": False},
        }
        found = page.evaluate("rules => axe.run(document, {rules})", rules)["violations"]
        assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


def test_no_control_has_a_row_of_its_own(visit: Open) -> None:
    page = visit("en/", **PHONE)
    with_tools = page.evaluate("document.querySelector('#look-app-1').getBoundingClientRect().height")
    page.evaluate("document.querySelectorAll('.step-tick, .step-copy').forEach(tool => tool.remove())")
    assert page.evaluate("document.querySelector('#look-app-1').getBoundingClientRect().height") == with_tools


def test_targets_are_large_enough_for_a_finger(visit: Open) -> None:
    page = visit("en/", **PHONE)
    targets = page.locator("[role=tab], section.part:not([hidden]) .step-tick").all()
    assert len(targets) > 3
    for target in targets:
        box = target.bounding_box()
        assert box and box["height"] >= 44, re.sub(r"\s+", " ", target.inner_text())
