"""Flowcharts in use, in a real browser, on the published fixture site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.flows.walk import (
    ENDS,
    FLOWS,
    LOCALES,
    PAGES,
    PHONE,
    PICK,
    PLACES,
    WAY,
    Way,
    address,
    choices,
    give,
    last_node,
    rows,
    stands_at,
    words,
)

from helpsite.flows.model import Flow
from helpsite.ground.locales import Locale

pytestmark = pytest.mark.browser

WALK = """async ([anchor, moves]) => {
    const figure = document.getElementById(anchor);
    const texts = (selector) => [...figure.querySelectorAll(selector)].map((box) => box.textContent.replaceAll("\u200b", ""));
    const seen = () => JSON.stringify([
        [...figure.querySelectorAll("[data-node]")].filter((box) => box.getClientRects().length).map((box) => box.dataset.node),
        location.hash, texts(".flow-choices button"), texts(".flow-trail li .flow-said")]);
    for (const [move, wanted] of moves) {
        if (move === null) history.back(); else figure.querySelectorAll(".flow-choices button")[move].click();
        const end = performance.now() + 30_000;
        while (seen() !== JSON.stringify(wanted) && performance.now() < end) await new Promise((done) => setTimeout(done));
        if (seen() !== JSON.stringify(wanted)) return {move, wanted, seen: JSON.parse(seen())};
    }
}"""
"""Makes the moves (press the answer at this place, or go back) and gives the first that shows anything else than wanted."""

Seen = tuple[list[str], str, list[str], list[str]]


def at(flow: Flow, locale: Locale, given: Way, node: str, back: bool = False) -> Seen:
    """What one sees at ``node`` after the answers ``given``: the node, the address, its answers, those given.

    Whoever comes ``back`` to where the page was opened sees the address that she opened.
    """
    choices = [each.texts[locale] for each in flow.nodes[node].answers]
    said = [flow.nodes[question].answers[place].texts[locale] for question, place in given]
    return [node], "" if back and not given else f"#{flow.anchor_of(node)}", choices, said


def ways(flow: Flow, locale: Locale, given: Way, node: str) -> list[tuple[int | None, Seen]]:
    """Every way from ``node``: each answer with what it leads to, and the way back with what was there before."""
    moves: list[tuple[int | None, Seen]] = []
    for place, answer in enumerate(flow.nodes[node].answers):
        after = [*given, (node, place)]
        moves.append((place, at(flow, locale, after, answer.to)))
        moves += [] if answer.back else ways(flow, locale, after, answer.to)
        moves.append((None, at(flow, locale, given, node, back=True)))
    return moves


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("chart", PAGES)
def test_every_way_ends_where_the_data_say_and_back_undoes_one_answer(
    chart: str, locale: Locale, page: Page, small_url: str
) -> None:
    flow = FLOWS[chart]
    page.set_viewport_size(PHONE)
    page.goto(small_url + address(chart, locale))
    stands_at(page, flow, flow.start)
    moves = ways(flow, locale, [], flow.start)
    assert len(moves) >= 2 * len(flow.nodes) - 2
    assert page.evaluate(WALK, [flow.anchor, moves]) is None


def test_the_language_switch_keeps_question_and_answers(phone: Page, small_url: str) -> None:
    give(phone, PICK, *PLACES)
    phone.locator("[data-language-switch]").click()
    phone.wait_for_url(f"{small_url}en/ways/#{PICK.anchor_of(ENDS[2])}")
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "en")
    phone.locator("[data-do=back]").click()
    stands_at(phone, PICK, ENDS[1])


def test_the_answers_survive_the_switch_although_the_address_names_a_section(phone: Page, small_url: str) -> None:
    give(phone, PICK, *PLACES[:2])
    phone.evaluate("location.hash = 'chart'")
    stands_at(phone, PICK, ENDS[1])
    phone.locator("[data-language-switch]").click()
    phone.wait_for_url(f"{small_url}en/ways/#chart")
    stands_at(phone, PICK, ENDS[1])
    expect(rows(phone, PICK)).to_have_count(2)


def test_reload_back_forward_and_another_page_keep_the_answers(phone: Page, small_url: str) -> None:
    give(phone, PICK, *PLACES)
    phone.reload()
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "ja")
    phone.goto(f"{small_url}about/")
    phone.go_back()
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "ja")
    phone.go_back()
    phone.go_back()
    stands_at(phone, PICK, ENDS[0])
    phone.go_forward()
    assert stands_at(phone, PICK, ENDS[1])["given"] == words(WAY[:2], "ja")


def test_the_button_back_undoes_one_answer_and_leaves_nothing_behind(phone: Page) -> None:
    before = phone.evaluate("history.length")
    give(phone, PICK, *PLACES[:2])
    phone.locator("[data-do=back]").click()
    stands_at(phone, PICK, ENDS[0])
    phone.locator("[data-do=back]").click()
    stands_at(phone, PICK, PICK.start)
    expect(phone.locator("[data-do=back]")).to_be_hidden()
    expect(phone.locator("[data-do=restart]")).to_be_hidden()
    assert phone.evaluate("history.length") == before + 2


def test_an_answer_can_be_changed_an_earlier_question_reached_and_all_begun_again(phone: Page) -> None:
    give(phone, PICK, *PLACES)
    rows(phone, PICK).nth(1).get_by_role("button").click()
    assert stands_at(phone, PICK, ENDS[0])["given"] == words(WAY[:1], "ja")
    phone.go_back()
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "ja")
    phone.evaluate(f"location.hash = '{PICK.anchor_of(ENDS[1])}'")
    assert stands_at(phone, PICK, ENDS[1])["given"] == words(WAY[:2], "ja")
    phone.locator("[data-do=restart]").click()
    assert stands_at(phone, PICK, PICK.start)["hash"] == f"#{PICK.anchor_of(PICK.start)}"
    expect(rows(phone, PICK)).to_have_count(0)


def test_a_shared_address_opens_the_question_without_answers(small_url: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{small_url}en/ways/#{PICK.anchor_of(ENDS[1])}")
    stands_at(page, PICK, ENDS[1])
    expect(rows(page, PICK)).to_have_count(0)
    expect(page.locator("[data-do=back]")).to_be_hidden()
    expect(page.locator("[data-do=restart]")).to_be_visible()
    expect(page.locator(f"#{PICK.anchor_of(ENDS[1])}")).to_be_in_viewport()
    context.close()


def test_the_address_of_another_section_is_not_disturbed(page: Page, small_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{small_url}ways/#explained")
    stands_at(page, PICK, PICK.start)
    expect(page.locator("#explained")).to_be_in_viewport()


def test_the_keyboard_alone_is_enough(phone: Page) -> None:
    choices(phone, PICK).nth(PLACES[0]).focus()
    phone.keyboard.press("Enter")
    stands_at(phone, PICK, ENDS[0])
    expect(phone.locator(f"#{PICK.anchor_of(ENDS[0])}")).to_be_focused()
    for _ in range(PLACES[1] + 1):
        phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    stands_at(phone, PICK, ENDS[1])


def test_one_question_comes_first_on_a_wide_screen_and_the_choice_is_remembered(page: Page, small_url: str) -> None:
    page.goto(small_url + PAGES["short"])
    stands_at(page, FLOWS["short"], FLOWS["short"].start)
    page.locator("[data-show=whole]").click()
    page.goto(small_url + "en/ways/")
    expect(page.locator("[data-show=whole]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#{PICK.anchor_of(last_node(PICK))}")).to_be_visible()


def test_answers_given_are_marked_in_the_whole_chart(phone: Page) -> None:
    give(phone, PICK, *PLACES[:2])
    phone.locator("[data-show=whole]").click()
    given = phone.locator(".flow-label[data-given]:visible")
    assert sorted(label.inner_text().replace("\u200b", "") for label in given.all()) == sorted(words(WAY[:2], "ja"))
    expect(phone.locator(f"#{PICK.anchor_of(ENDS[1])}")).to_be_in_viewport()


@pytest.mark.parametrize("locale", LOCALES)
def test_without_script_the_whole_chart_can_be_read(locale: Locale, browser: Browser, small_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    for chart, flow in FLOWS.items():
        page.goto(f"{small_url}{address(chart, locale)}#{flow.anchor_of(last_node(flow))}")
        assert page.locator(f"#{flow.anchor} [data-node]:visible").count() == len(flow.nodes)
        assert page.locator(f"#{flow.anchor} button:visible").count() == 0
        expect(page.locator(f"#{flow.anchor_of(last_node(flow))}")).to_be_in_viewport()
    context.close()
