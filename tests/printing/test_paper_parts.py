"""What a button prints, how many sheets it says, and which day; without script; on a dark screen."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.browsers.surroundings import TIME_ZONE
from tests.browsers.waiting import until
from tests.conftest import SITE_URL
from tests.interface import said
from tests.printing.sheets import Sheets, print_page, squeeze

pytestmark = pytest.mark.browser


def printed_by(button: Locator) -> Sheets:
    """What is printed while the print window of ``button`` is open, which ends with the sheets."""
    page = button.page
    page.evaluate("() => void Object.assign(window, {isPrinting: false, print: () => (window.isPrinting = true)})")
    button.click()
    until(page, "window.isPrinting")
    sheets = print_page(page)
    until(page, "!document.querySelector('[data-print-off]')")
    return sheets


def sheets_said(button: Locator) -> int:
    """How many sheets ``button`` says."""
    button.scroll_into_view_if_needed()
    until(button, "(button) => /\\d/.test(button.textContent)")
    return int(re.sub(r".*?(\d+) A4.*", r"\1", button.inner_text()))


@pytest.fixture
def steps(page: Page, paper_url: str) -> Page:
    page.goto(f"{paper_url}en/guide/#get-in-app")
    return page


def buttons(page: Page, procedure: str) -> Locator:
    return page.locator(f"#{procedure} > .print-tools > button")


FIRST_PC, FIRST_APP, OTHER = "Fill in", "Open the app.", "Look at the"


def test_the_chosen_device_alone_and_then_the_page_whole_again(steps: Page) -> None:
    sheets = printed_by(buttons(steps, "get-in"))
    for text in ("Get in", "Have your key ready.", FIRST_APP, said("en", "print", "case-number")):
        assert squeeze(text) in sheets.text
    assert not any(squeeze(text) in sheets.text for text in (FIRST_PC, "Hold the phone", OTHER))
    assert sheets.code() == (address := f"{SITE_URL}en/guide/#get-in-app")
    assert squeeze(address) in sheets.text
    again = print_page(steps)
    today = dt.datetime.now(ZoneInfo(TIME_ZONE)).date()
    assert f"Printedon:{today.day}{today:%B}{today.year}" in again.text
    assert squeeze(OTHER) in again.text
    assert again.code() == f"{SITE_URL}en/guide/"


def test_steps_that_are_the_same_as_those_of_another_device(steps: Page) -> None:
    steps.locator("#get-in [role=tab]").nth(1).click()
    sheets = printed_by(buttons(steps, "get-in"))
    assert all(squeeze(text) in sheets.text for text in (FIRST_PC, "Hold the phone"))
    assert squeeze(FIRST_APP) not in sheets.text
    assert sheets.code() == f"{SITE_URL}en/guide/#get-in-phone"


def test_all_devices(steps: Page) -> None:
    steps.get_by_label(said("en", "print", "all-devices")).first.check()
    sheets = printed_by(buttons(steps, "get-in"))
    assert all(squeeze(text) in sheets.text for text in (FIRST_PC, "Hold the phone", FIRST_APP))
    assert squeeze(OTHER) not in sheets.text
    assert sheets.code() == f"{SITE_URL}en/guide/#get-in"


def test_the_buttons_say_how_many_sheets(steps: Page) -> None:
    steps.locator("[data-print]").wait_for()
    steps.evaluate("""() => {
        const last = document.querySelector("#look > section.part:not([hidden]) ol.steps").lastElementChild;
        for (let copy = 0; copy < 40; copy += 1) last.after(last.cloneNode(true));
        for (const button of document.querySelectorAll("#look > .print-tools > button")) button.textContent = "";
        for (const hidden of [true, false]) last.closest("section.part").hidden = hidden;
    }""")
    for button in (buttons(steps, "get-in"), buttons(steps, "look"), steps.locator("[data-print]")):
        count = sheets_said(button)
        assert count == len(printed_by(button).texts)
    assert sheets_said(buttons(steps, "get-in")) == 1 < sheets_said(buttons(steps, "look"))


def test_more_devices_may_take_more_sheets(steps: Page) -> None:
    steps.evaluate("""() => {
        const last = document.querySelector("#get-in-pc ol.steps").lastElementChild;
        for (let copy = 0; copy < 40; copy += 1) last.after(last.cloneNode(true));
    }""")
    button = buttons(steps, "get-in")
    assert sheets_said(button) == 1
    steps.get_by_label(said("en", "print", "all-devices")).first.check()
    until(button, "(button) => !button.textContent.includes('1 A4')")


def size_on_paper(page: Page) -> float:
    """The size of the type, in points, of what is printed now."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize) * 72 / 96")
    page.emulate_media(media="null")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return round(float(size), 1)


def test_a_sheet_is_filled_or_the_type_is_larger(steps: Page) -> None:
    page_button = steps.locator("[data-print]")
    page_button.wait_for()
    short = size_on_paper(steps)
    steps.evaluate("""() => {
        const last = document.querySelector("#look > section.part:not([hidden]) ol.steps").lastElementChild;
        for (let copy = 0; copy < 50; copy += 1) last.after(last.cloneNode(true));
    }""")
    assert 11 < size_on_paper(steps) < short <= 14
    assert sheets_said(page_button) == len(print_page(steps).texts) == 1


def test_what_is_left_of_a_sheet_is_for_writing(steps: Page) -> None:
    def row() -> float:
        steps.emulate_media(media="print")
        box = steps.locator(".print-box__row").first.bounding_box()
        steps.emulate_media(media="null")
        return box["height"] if box else 0

    before = row()
    steps.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert row() > 2 * before > 0
    steps.evaluate("dispatchEvent(new Event('afterprint'))")
    assert row() == before


def test_to_measure_leaves_everything_as_it_was(steps: Page) -> None:
    tab = steps.locator("#get-in [role=tab]").first
    tab.focus()
    steps.evaluate("scrollTo(0, 40)")
    state = """() => [scrollY, document.activeElement.id, matchMedia("print").matches,
        ...[...document.styleSheets].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join(""))]"""
    before = steps.evaluate(state)
    steps.evaluate(
        """() => document.querySelector("#get-in > section.part:not([hidden])").toggleAttribute("hidden", false)"""
    )
    steps.wait_for_timeout(300)
    assert steps.evaluate(state) == before


def answer(page: Page, *answers: str) -> Locator:
    """Walk the chart one question at a time; gives the button that prints it."""
    for text in answers:
        page.get_by_role("button", name=text, exact=True).click()
    return page.locator("figure.flow > .print-tools > button")


def test_the_way_that_was_taken_is_one_sheet_with_the_steps_of_its_outcome(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}en/topic/")
    button = answer(page, "It does not", "It does not")
    page.wait_for_selector(".print-way > *", state="attached")
    sheets = printed_by(button)
    told = ("Does it move?It does not", "Does it sound?It does not", "Look the words up.", said("en", "message", "now"))
    assert [squeeze(text) in sheets.text for text in told] == [True] * len(told)
    assert len(sheets.texts) == 1
    assert sheets.code() == f"{SITE_URL}en/topic/#flow-way-message"


def test_the_steps_of_an_outcome_are_those_of_its_procedure(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}en/topic/")
    button = answer(page, "It does not", "It does")
    page.wait_for_selector(".print-way > *", state="attached")
    text = printed_by(button).text
    explained, on_the_sketch = "wait for the bird.", "[field 2]"
    for told in ("Have your key ready.", explained, on_the_sketch):
        assert squeeze(told) in text
    assert squeeze("Look at the") not in text


def test_steps_for_any_device_name_none_on_a_way(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}en/topic/")
    button = answer(page, "None of these")
    page.wait_for_selector(".print-way > *", state="attached")
    text = printed_by(button).text
    assert squeeze("Sit down.") in text
    assert squeeze("Any device") not in text


def test_of_a_section_that_ends_a_page_the_page_s_end_is_not_on_a_way(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}en/topic/")
    button = answer(page, "It does not", "None of these")
    page.wait_for_selector(".print-way > *", state="attached")
    text = printed_by(button).text
    assert squeeze("Wait a day.") in text
    assert text.count(squeeze(said("en", "print", "tried"))) == 1
    assert squeeze(said("en", "ways", "title")) not in text


def test_a_way_without_network_is_the_answers_and_the_outcome(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}en/topic/")
    page.route("**/errors/**", lambda route: route.abort())
    text = printed_by(answer(page, "It does")).text
    assert squeeze("Does it move?It does") in text
    assert squeeze("Look the words up.") in text


def test_a_chart_that_was_not_begun_prints_whole(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}en/topic/")
    sheets = printed_by(answer(page))
    for text in ("The chart", "Does it move?", "Does it sound?", "Look the words up.", "Go in."):
        assert squeeze(text) in sheets.text
    assert sheets.code() == f"{SITE_URL}en/topic/#flow-way"
    assert page.locator("figure.flow").get_attribute("data-mode") == "guided"


def test_a_letter_prints_with_its_meaning_beside_it(page: Page, paper_url: str) -> None:
    page.goto(f"{paper_url}contact/#letter-shut")
    sheets = printed_by(page.locator("[data-letter=shut] > .print-tools > button"))
    assert all(squeeze(text) in sheets.text for text in ("Dear keeper,", "番人様", "開けてほしい", "扉の写真"))
    assert sheets.code() == f"{SITE_URL}contact/#letter-shut"
    page.evaluate("document.documentElement.dataset.printAlone = ''")
    page.emulate_media(media="print")
    boxes = [box.bounding_box() for box in page.locator("[data-letter=shut] .letter__text").all()]
    assert boxes[0] and boxes[1] and boxes[0]["y"] == boxes[1]["y"] and boxes[0]["x"] < boxes[1]["x"]


def test_without_script_there_is_a_line_for_the_day_and_no_button(browser: Browser, paper_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{paper_url}en/guide/")
    assert page.locator("[data-print]").is_hidden()
    assert page.locator(".print-tools").count() == 0
    assert print_page(page).code() == f"{SITE_URL}en/guide/"
    page.emulate_media(media="print")
    box = page.locator("[data-print-today]").bounding_box()
    assert box is not None and box["width"] > 100
    context.close()


def test_black_on_white_from_a_dark_screen(browser: Browser, paper_url: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{paper_url}en/guide/")
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate("""() => [...document.querySelectorAll(".text *")]
        .filter((element) => element.checkVisibility() && element.textContent.trim())
        .map((element) => getComputedStyle(element))
        .flatMap((style) => [`ink ${style.color}`, `ground ${style.backgroundColor}`])""")
    assert set(colours) <= {"ink rgb(0, 0, 0)", "ground rgb(255, 255, 255)", "ground rgba(0, 0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
