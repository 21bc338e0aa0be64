"""Flowcharts in a real browser, on the published fixture site."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from tests.small_site import FIXTURE

from helpsite.flows.load import load_flows
from helpsite.flows.model import Flow
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems

pytestmark = pytest.mark.browser

DATA = FIXTURE / "docs" / "data"
FLOWS = load_flows(DATA / "flows", DATA / "answers.yml", Problems())
PAGES = {"pick": "ways/", "short": "door/"}
PREFIX: dict[Locale, str] = {"ja": "", "en": "en/"}
PHONE: ViewportSize = {"width": 360, "height": 740}
LOCALES: list[Locale] = ["ja", "en"]

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
    seen = page.wait_for_function(STATE, arg=[flow.name, node], timeout=5000).json_value()
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


WALK = """async ([anchor, moves]) => {
    const figure = document.getElementById(anchor);
    const texts = (selector) => [...figure.querySelectorAll(selector)].map((box) => box.textContent.replaceAll("\u200b", ""));
    const seen = () => JSON.stringify([
        [...figure.querySelectorAll("[data-node]")].filter((box) => box.getClientRects().length).map((box) => box.dataset.node),
        location.hash, texts(".flow-choices button"), texts(".flow-trail li .flow-said")]);
    for (const [move, wanted] of moves) {
        if (move === null) history.back(); else figure.querySelectorAll(".flow-choices button")[move].click();
        const end = performance.now() + 5000;
        while (seen() !== JSON.stringify(wanted) && performance.now() < end) await new Promise((done) => setTimeout(done));
        if (seen() !== JSON.stringify(wanted)) return {move, wanted, seen: JSON.parse(seen())};
    }
}"""
"""Makes the moves (press the answer at this place, or go back) and gives the first that shows anything else than wanted."""

Seen = tuple[list[str], str, list[str], list[str]]
Way = list[tuple[str, int]]
"""Answers, as questions with places."""


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


@pytest.fixture
def phone(page: Page, small_url: str) -> Page:
    """The page on signing in, on a phone."""
    page.set_viewport_size(PHONE)
    page.goto(small_url + PAGES["pick"])
    return page


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
    assert rows(phone, PICK).count() == 2


def test_reload_back_and_forward_keep_the_answers(phone: Page) -> None:
    give(phone, PICK, *PLACES)
    phone.reload()
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "ja")
    phone.go_back()
    phone.go_back()
    stands_at(phone, PICK, ENDS[0])
    phone.go_forward()
    assert stands_at(phone, PICK, ENDS[1])["given"] == words(WAY[:2], "ja")


def test_the_answers_are_still_there_after_reading_another_page(phone: Page, small_url: str) -> None:
    give(phone, PICK, *PLACES)
    phone.goto(f"{small_url}about/")
    phone.go_back()
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "ja")


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


def test_an_answer_can_be_changed(phone: Page) -> None:
    give(phone, PICK, *PLACES)
    rows(phone, PICK).nth(1).get_by_role("button").click()
    assert stands_at(phone, PICK, ENDS[0])["given"] == words(WAY[:1], "ja")
    phone.go_back()
    assert stands_at(phone, PICK, ENDS[2])["given"] == words(WAY, "ja")


def test_a_link_to_an_earlier_question_keeps_what_was_answered_before_it(phone: Page) -> None:
    give(phone, PICK, *PLACES)
    phone.evaluate(f"location.hash = '{PICK.anchor_of(ENDS[1])}'")
    assert stands_at(phone, PICK, ENDS[1])["given"] == words(WAY[:2], "ja")


def test_one_can_start_again(phone: Page) -> None:
    give(phone, PICK, *PLACES)
    phone.locator("[data-do=restart]").click()
    assert stands_at(phone, PICK, PICK.start)["hash"] == f"#{PICK.anchor_of(PICK.start)}"
    assert rows(phone, PICK).count() == 0


def test_a_shared_address_opens_the_question_without_answers(small_url: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{small_url}en/ways/#{PICK.anchor_of(ENDS[1])}")
    stands_at(page, PICK, ENDS[1])
    assert rows(page, PICK).count() == 0
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
    assert phone.evaluate("document.activeElement.id") == PICK.anchor_of(ENDS[0])
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


def test_a_chart_whose_script_does_not_arrive_is_whole(phone: Page) -> None:
    phone.route("**/flow*.js", lambda route: route.abort())
    phone.reload()
    assert phone.locator(f"#{PICK.anchor} [data-node]:visible").count() == len(PICK.nodes)
    expect(phone.locator(f"#{PICK.anchor} button:visible:not(.print-tools *)")).to_have_count(0)


def test_nothing_jumps_when_the_script_takes_over(phone: Page) -> None:
    shifts = """() => new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
            .observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(sum), 300);
    })"""
    phone.reload()
    assert phone.evaluate(shifts) == 0


def test_a_node_named_by_the_address_is_seen(page: Page, small_url: str) -> None:
    anchor = PICK.anchor_of(ENDS[1])
    page.goto(f"{small_url}ways/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_answers_given_are_marked_in_the_whole_chart(phone: Page) -> None:
    give(phone, PICK, *PLACES[:2])
    phone.locator("[data-show=whole]").click()
    given = phone.locator(".flow-label[data-given]:visible")
    assert sorted(label.inner_text().replace("\u200b", "") for label in given.all()) == sorted(words(WAY[:2], "ja"))
    expect(phone.locator(f"#{PICK.anchor_of(ENDS[1])}")).to_be_in_viewport()


def last_node(flow: Flow) -> str:
    return list(flow.nodes)[-1]


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
    inside = "e => getComputedStyle(e).breakInside"
    assert page.locator(f"#{PICK.anchor_of(last_node(PICK))}").evaluate(inside) == "avoid"


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
