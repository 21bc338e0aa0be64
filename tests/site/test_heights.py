"""Pages stay short: the longest of each kind keep to the bounds of `tests.heights`, with room for other fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser
from tests.heights import Height, addresses, heights
from tests.nightly import AT_NIGHT

pytestmark = [pytest.mark.browser, pytest.mark.site]

ROOM = 1.15
"""Letters of another font need so much more room."""
LOOKED_AT = 2
"""So many pages of a kind and language are looked at by day."""


def longest(folder: Path) -> list[str]:
    """The pages with the most open text of each kind and language, and the contact pages with their longest letters."""
    kinds: dict[tuple[bool, int], list[tuple[int, str]]] = {}
    for address in addresses(folder):
        page, _, letter = address.partition("#")
        root = html.parse(str(folder / page / "index.html")).getroot()
        part = root.get_element_by_id(letter).getparent() if letter else root.find(".//main")
        text = "".join(part.xpath(".//text()[not(ancestor::details)]"))
        kind = (page.startswith("en/"), Height(address, 360, 0).bound + bool(letter))
        kinds.setdefault(kind, []).append((len(text), address))
    return [address for rows in kinds.values() for _, address in sorted(rows)[-LOOKED_AT:]]


def test_no_page_is_too_long(browser: Browser, site_dir: Path, site_url: str) -> None:
    found = heights(browser, site_url, addresses(site_dir) if AT_NIGHT else longest(site_dir))
    assert [str(height) for height in found if height.pixels > ROOM * height.bound] == []
