"""The script of the flowcharts on pages made for it: several charts, random charts, refused storage, no network."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route
from tests.browsers.waiting import until
from tests.nightly import by_day

from helpsite.flows.load import parse_flow
from helpsite.flows.model import Flow
from helpsite.flows.render import render_flow
from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems

pytestmark = [pytest.mark.browser]

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs" / "assets"
WORDS = words_in(load_words(ROOT / "docs" / "data" / "ui", Problems()), "en")
HERE = "http://charts.test/"
PAGE = """<!doctype html><html lang="en" class="js"><title>x</title><link rel="stylesheet" href="site.css">
<main class="text">{charts}</main><script type="module" src="flow.js"></script>"""


def random_chart(name: str, seed: int, questions: int = 9) -> Flow:
    """A chart whose questions lead to later ones, to one of three outcomes, or back to the start."""
    dice = random.Random(seed)
    lines = ["title:", "  ja: 題", "  en: T", "start: q0", "nodes:"]
    for n in range(questions):
        lines += [f"  q{n}:", f"    ja: 問{n}", f"    en: Question {n}?", "    answers:"]
        targets = [("to", f"q{n + 1}" if n + 1 < questions else "o0"), ("to", f"o{dice.randint(0, 2)}")]
        targets += [("to", f"q{dice.randint(n + 1, questions - 1)}")] if n + 1 < questions else []
        targets += [("back", "q0")] if n and dice.random() < 0.3 else []
        dice.shuffle(targets)
        for m, (way, to) in enumerate(targets):
            lines += [f"      - ja: 答{n}-{m}", f"        en: Answer {n}-{m}", f"        {way}: {to}"]
    for n in range(3):
        lines += [f"  o{n}:", f"    ja: 果{n}", f"    en: Outcome {n}"]
    text = "\n".join(lines) + "\n"
    used = [n for n in range(3) if f"to: o{n}\n" in text]
    for n in set(range(3)) - set(used):
        text = text.replace(f"  o{n}:\n    ja: 果{n}\n    en: Outcome {n}\n", "")
    problems = Problems()
    flow = parse_flow(text, Path(f"{name}.yml"), {}, problems)
    assert flow is not None, list(problems)
    return flow


def serve(page: Page, *flows: Flow) -> None:
    """Answer `HERE` with a page of these charts, and its files."""
    context = PageContext("en", "index.md", Anchors(), WORDS)
    body = PAGE.format(charts="".join(render_flow(flow, context, lambda _: ()) for flow in flows))
    styles = {sheet.name: sheet for sheet in (ASSETS / "css").iterdir()}
    files = {
        **styles,
        **{name: ASSETS / "js" / name for name in ("flow.js", "flow-chart.js", "print-way.js", "store.js")},
    }

    def fulfil(route: Route) -> None:
        name = route.request.url.removeprefix(HERE).partition("#")[0]
        if name in files:
            route.fulfill(path=files[name])
        else:
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route(f"{HERE}**", fulfil)
    page.set_viewport_size({"width": 360, "height": 740})


WALK = """async ([chart, nodes]) => {
    const figure = document.getElementById(`flow-${chart}`);
    const changed = () => new Promise((done) => addEventListener("hashchange", () => setTimeout(done), {once: true}));
    const buttons = () => [...figure.querySelectorAll(".flow-choices button")];
    const found = {};
    for (const node of nodes) {
        if (location.hash !== `#flow-${chart}-${node}`) {
            const arrived = changed();
            location.hash = `flow-${chart}-${node}`;
            await arrived;
        }
        found[node] = [];
        for (let place = 0; place < buttons().length; place += 1) {
            const words = buttons()[place].textContent;
            const there = changed();
            buttons()[place].click();
            await there;
            const seen = [...figure.querySelectorAll("[data-node]")].filter((box) => box.getClientRects().length);
            found[node].push([words, seen.map((box) => box.dataset.node).join()]);
            const back = changed();
            history.back();
            await back;
        }
    }
    return found;
}"""


@pytest.mark.parametrize("seed", by_day(range(6), 3))
def test_what_is_asked_is_what_the_data_say(seed: int, page: Page) -> None:
    flow = random_chart("x", seed)
    serve(page, flow)
    page.goto(HERE)
    questions = {name: node for name, node in flow.nodes.items() if node.answers}
    data = {name: [[each.texts["en"], each.to] for each in node.answers] for name, node in questions.items()}
    assert page.evaluate(WALK, ["x", list(questions)]) == data


def here(page: Page, chart: str) -> str:
    return str(page.locator(f"#flow-{chart} [data-here]").get_attribute("data-node"))


def test_charts_on_one_page_do_not_disturb_one_another(page: Page) -> None:
    one, two = random_chart("one", 1), random_chart("two", 2)
    serve(page, one, two)
    page.goto(HERE)
    page.locator("#flow-one [data-choose]").nth(0).click()
    page.wait_for_url("**#flow-one-*")
    page.locator("#flow-two [data-choose]").nth(1).click()
    page.wait_for_url("**#flow-two-*")
    reached = (one.nodes["q0"].answers[0].to, two.nodes["q0"].answers[1].to)
    assert (here(page, "one"), here(page, "two")) == reached
    page.reload()
    assert (here(page, "one"), here(page, "two")) == reached
    page.go_back()
    page.wait_for_url("**#flow-one-*")
    until(page, "document.querySelector('#flow-two [data-here]').dataset.node === 'q0'")
    assert (here(page, "one"), here(page, "two")) == (reached[0], "q0")


def test_a_chart_works_where_storage_is_refused(page: Page) -> None:
    flow = random_chart("x", 3)
    serve(page, flow)
    refuse = "Object.defineProperty(window, '{0}', {{get() {{ throw new DOMException('no', 'SecurityError'); }}}});"
    page.add_init_script(refuse.format("localStorage") + refuse.format("sessionStorage"))
    page.goto(HERE)
    page.locator("[data-choose]").nth(0).click()
    page.locator(f"[data-node={flow.nodes['q0'].answers[0].to}][data-here]").wait_for()
    page.locator("[data-show=whole]").click()
    assert page.locator("[data-node]:visible").count() == len(flow.nodes)


@pytest.mark.parametrize("stored", ["[", "7", '{"here": "gone", "trail": []}', '{"here": "o0", "trail": [["q0", 99]]}'])
def test_what_no_longer_fits_is_forgotten(stored: str, page: Page) -> None:
    flow = random_chart("x", 4)
    serve(page, flow)
    page.add_init_script(f"sessionStorage.setItem('hs-flow-answers-x', {stored!r})")
    page.goto(f"{HERE}#flow-x-q1")
    until(page, "document.querySelector('.flow').dataset.mode === 'guided'")
    assert here(page, "x") == "q1"
    assert page.locator(".flow-trail li").count() == 0


def test_a_broken_address_does_no_harm(page: Page) -> None:
    serve(page, random_chart("x", 5))
    page.goto(f"{HERE}#%E0%A4%A")
    until(page, "document.querySelector('.flow').dataset.mode === 'guided'")
    assert here(page, "x") == "q0"
