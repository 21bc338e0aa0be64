"""How flowcharts look in both forms: to axe, in small windows, in Japanese, on paper, in forced colours."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.flows.walk import ENDS, FLOWS, LOCALES, PAGES, PICK, PLACES, WAY, address, give, words

from helpsite.ground.locales import Locale

pytestmark = pytest.mark.browser


@pytest.fixture(params=["guided", "whole"])
def mode(request: pytest.FixtureRequest, page: Page) -> str:
    mode = str(request.param)
    page.add_init_script(f"localStorage.setItem('hs-flow', '{mode}')")
    return mode


@pytest.mark.parametrize(("scheme", "width", "locale"), [("light", 360, "ja"), ("dark", 1280, "en")])
def test_axe_finds_nothing_in_either_form(
    scheme: Any, width: int, locale: Locale, mode: str, page: Page, small_url: str, axe_source: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for chart in PAGES:
        page.goto(small_url + address(chart, locale))
        if mode == "guided":
            give(page, FLOWS[chart], 0)
        page.evaluate(axe_source)
        run = "async () => (await axe.run('figure.flow')).violations.map((v) => v.id + ' ' + v.nodes[0].html)"
        assert page.evaluate(run) == [], chart


@pytest.mark.usefixtures("mode")
@pytest.mark.parametrize("locale", LOCALES)
def test_small_windows_neither_scroll_sideways_nor_shrink_the_text(locale: Locale, page: Page, small_url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    sizes = """() => [...document.querySelectorAll("figure.flow :not(.print-tools *)")].filter((e) => e.getClientRects().length)
        .map((e) => parseFloat(getComputedStyle(e).fontSize))"""
    for chart in PAGES:
        page.goto(small_url + address(chart, locale))
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        text = page.evaluate("parseFloat(getComputedStyle(document.querySelector('article')).fontSize)")
        assert min(page.evaluate(sizes)) >= text


BREAKS = """() => [...document.querySelectorAll(
        "figure.flow :is(.flow-text, .flow-label, .flow-link a, .flow-title, .flow-choices button)")].flatMap((box) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const faults = [];
    let before = "", bottom = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let n = 0; n < node.length; n += 1) {
            range.setStart(node, n);
            range.setEnd(node, n + 1);
            const place = range.getBoundingClientRect();
            const letter = node.data[n];
            if (!place.width || letter === "\\u200b" || !letter.trim() || node.parentElement.closest(".visually-hidden")) {
                before += place.width || letter === "\\u200b" || letter === " " ? letter : "";
                continue;
            }
            if (bottom !== null && place.top > bottom - 4) {
                const last = before.replace(/[\\u200b\\s]+$/, "").at(-1);
                const between = /[\\u200b\\s、。」・]$/.test(before);
                if ("。、」』）？！ー…".includes(letter) || "「『（".includes(last) || !between)
                    faults.push(before.slice(-12) + "|" + letter);
            }
            bottom = Math.max(place.bottom, bottom !== null && place.top > bottom - 4 ? 0 : bottom ?? 0);
            before += letter;
        }
    }
    return faults;
})"""


@pytest.mark.usefixtures("mode")
def test_japanese_lines_break_between_phrases(page: Page, small_url: str) -> None:
    for chart in PAGES:
        page.goto(small_url + address(chart, "ja"))
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(BREAKS) == [], (chart, width)


@pytest.fixture
def whole(page: Page) -> None:
    page.add_init_script("localStorage.setItem('hs-flow', 'whole')")


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_of_a_whole_chart_is_on_paper(locale: Locale, page: Page, small_url: str) -> None:
    for chart, flow in FLOWS.items():
        page.emulate_media(media="screen")
        page.goto(small_url + address(chart, locale))
        page.emulate_media(media="print")
        printed = page.locator(f"#{flow.anchor}").inner_text().replace("\u200b", "")
        words = {node.texts[locale] for node in flow.nodes.values()}
        words |= {each.texts[locale] for node in flow.nodes.values() for each in node.answers}
        assert {word for word in words if word not in printed} == set()
        assert page.locator(f"#{flow.anchor} button:visible").count() == 0


def test_the_way_that_was_taken_is_on_paper_and_nothing_before_one_is(phone: Page) -> None:
    phone.emulate_media(media="print")
    expect(phone.locator(f"#{PICK.anchor}")).to_be_hidden()
    phone.emulate_media(media="screen")
    give(phone, PICK, *PLACES)
    phone.emulate_media(media="print")
    printed = phone.locator(f"#{PICK.anchor}").inner_text().replace("\u200b", "")
    assert [word for word in words(WAY, "ja") if word not in printed] == []
    seen = phone.locator(f"#{PICK.anchor} [data-node]:visible")
    assert [node.get_attribute("data-node") for node in seen.all()] == [ENDS[2]]
    assert phone.locator(f"#{PICK.anchor} button:visible").count() == 0


@pytest.mark.usefixtures("whole")
def test_on_paper_no_box_is_cut_and_nothing_is_grey(page: Page, small_url: str) -> None:
    page.goto(small_url + PAGES["pick"])
    page.emulate_media(media="print")
    colours = """() => [...new Set([...document.querySelectorAll("figure.flow *")].flatMap((e) => {
        const style = getComputedStyle(e);
        return e.getClientRects().length ? [style.color, style.borderTopColor] : [];
    }))]"""
    assert page.evaluate(colours) == ["rgb(0, 0, 0)"]
    inside = "boxes => [...new Set(boxes.map((box) => getComputedStyle(box).breakInside))]"
    assert page.locator("figure.flow .flow-outcome").evaluate_all(inside) == ["avoid"]


def test_forced_colours_keep_boxes_and_the_chosen_form(page: Page, small_url: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(small_url + PAGES["short"])
    pressed, other = (
        page.locator(f"[data-show={name}]").evaluate("e => getComputedStyle(e).backgroundColor")
        for name in ("whole", "guided")
    )
    assert pressed != other
    edge = page.locator(f"#{FLOWS['short'].anchor}").evaluate("e => getComputedStyle(e).borderTopWidth")
    assert edge == "1px"
