"""Every page of the site, printed by a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.nightly import by_day
from tests.printing.sheets import (
    BOUNDS,
    CHROME_WORDS,
    LEADS,
    MAIN_WORDS,
    SMALL_TEXT,
    Form,
    kind_of,
    print_page,
    squeeze,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
]

PARTS = 2
"""The pages are printed in so many parts, so that test processes can share it."""
KINDS = ("sign-in/", "", "slider/", "errors/slide-net-err/", "contact/", "words/", "errors/")


def faults(page: Page, site_url: str, address: str, form: Form) -> str:
    """What is wrong with the printed page at ``address``, a line each."""
    page.emulate_media(media="screen")
    page.goto(site_url + address)
    main = page.evaluate(MAIN_WORDS)
    chrome = page.evaluate(CHROME_WORDS)
    page.emulate_media(media="print")
    small = page.evaluate(SMALL_TEXT)
    only = page.locator(".print-head, .print-box").all_text_contents() + page.evaluate(LEADS)
    known = squeeze("\n".join(main + only))
    sheets = print_page(page, form)
    lost = [text.strip() for text in main if not sheets.holds(text)]
    kept = {squeeze(text) for text in chrome} - {""}
    found = [f"{address}: not on paper: {text}" for text in lost]
    found += [f"{address}: on paper: {text}" for text in kept if text not in known and text in sheets.text]
    found += [f"{address}: below 10 pt: {text}" for text in small]
    found += [f"{address}: hardly anything on sheet {at}" for at in sheets.thin()]
    if (code := sheets.code()) != f"https://help.example/help/{address}":
        found.append(f'{address}: QR code "{code}"')
    if len(sheets.texts) > BOUNDS[kind_of(address)]:
        found.append(f"{address}: {len(sheets.texts)} sheets")
    return "\n".join(found)


@pytest.mark.parametrize("part", range(PARTS))
def test_everything_and_nothing_else_is_on_paper(page: Page, site_url: str, looked_at: list[str], part: int) -> None:
    addresses = by_day(looked_at[part::PARTS], 2)
    forms: dict[bool, Form] = {False: "A4", True: "Letter"}
    found = [faults(page, site_url, address, forms[address.startswith("en/")]) for address in addresses]
    assert "\n".join(filter(None, found)) == ""


@pytest.mark.parametrize("kind", by_day(KINDS, 3))
def test_the_other_form_of_paper(page: Page, site_url: str, kind: str) -> None:
    assert faults(page, site_url, kind, "Letter") == ""
    assert faults(page, site_url, f"en/{kind}", "A4") == ""
