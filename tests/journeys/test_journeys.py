"""The ways that readers take, in Chromium and in WebKit. They lead through the fixture site."""

from __future__ import annotations

from functools import partial

import pytest
from tests.interface import said
from tests.journeys.reader import Reader

pytestmark = pytest.mark.browser


def test_a_pasted_message_leads_to_its_page(reader: Reader) -> None:
    reader.open("")
    reader.type("#search", "Net Err. Please refresh")
    reader.wait(lambda: reader.sees(".search__hit"), "a hit")
    reader.press(".search__hit a, a.search__hit")
    reader.wait(lambda: reader.address.startswith("errors/door-net/"), "the page of the message")
    assert reader.sees("h1")


def has_answers(reader: Reader, count: int) -> bool:
    return len(reader.all(".flow-trail li")) == count


def test_a_chart_leads_to_its_end_and_back(reader: Reader) -> None:
    reader.open("ways/")
    asked = 0
    while reader.sees("[data-choose]"):
        reader.press("[data-choose]", -1)
        asked += 1
        reader.wait(partial(has_answers, reader, asked), "the answer")
    assert asked > 1
    assert reader.sees("[data-node][data-here]")
    for _ in range(asked):
        reader.press("[data-do=back]")
    reader.wait(lambda: reader.sees("[data-choose]") and not reader.sees("[data-do=back]"), "the first question")


def test_a_chosen_device_stays_chosen(reader: Reader) -> None:
    reader.open("guide/")
    reader.press("#get-in [role=tab]", -1)
    chosen = reader.all("#get-in [role=tab][aria-selected=true]")[0].get_attribute("id")
    reader.reload()
    reader.wait(lambda: reader.sees(f"#{chosen}[aria-selected=true]"), "the chosen tab after loading again")
    reader.open("guide/")  # whose address names no device
    reader.wait(lambda: reader.sees(f"#{chosen}[aria-selected=true]"), "the chosen tab on a later visit")
    reader.press("[data-language-switch]")
    reader.wait(lambda: reader.address.startswith("en/guide/"), "the page in English")
    reader.wait(lambda: reader.sees(f"#{chosen}[aria-selected=true]"), "the chosen tab in English")


def test_the_menu_opens_on_a_phone(reader: Reader) -> None:
    reader.open("")
    assert not reader.sees(".site-nav a")
    reader.press(".site-header__menu")
    reader.wait(lambda: reader.sees(".site-nav a"), "the menu")


def test_a_word_is_explained_and_closed(reader: Reader) -> None:
    reader.open("ways/")
    reader.press("button.term")
    reader.wait(lambda: reader.sees("[popover]:popover-open"), "the explanation")
    reader.press("h1")
    reader.wait(lambda: not reader.sees("[popover]:popover-open"), "the explanation is gone")


def test_a_letter_is_filled_in_and_copied(reader: Reader) -> None:
    reader.open("contact/#letter-shut")
    reader.type("[data-letter=shut] [data-field=account-email]", "hanako@example.com")
    assert reader.sees("[data-letter=shut] [data-sent] [data-value=account-email]", "hanako@example.com")
    reader.press("[data-letter=shut] [data-copy-letter]")
    reader.wait(lambda: reader.sees(".toast", said("ja", "letter", "copied-with-blanks")), "that it is copied")
