"""The catalogue on the built site: every message has its page, every wording stands there letter by letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from helpsite.areas import load_areas
from helpsite.citations import Source
from helpsite.ground.problems import Problems
from helpsite.ground.tables import load_table
from helpsite.messages.catalogue import Catalogue
from helpsite.messages.load import load_catalogue

pytestmark = pytest.mark.site

DATA = Path(__file__).parents[2] / "docs" / "data"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    problems = Problems()
    sources = load_table(DATA / "sources.yml", Source, problems)
    found = load_catalogue(
        DATA / "messages", DATA / "remedies.yml", load_areas(DATA / "areas.yml", problems), sources, problems
    )
    problems.raise_if_any()
    return found


def listed(path: Path) -> set[str]:
    """The messages that an index page links to."""
    tree = html.document_fromstring(path.read_bytes())
    links = tree.xpath("//*[@data-message-index]//section//li/a/@href")
    return {str(href).strip("/") for href in links}


def test_data_pages_index_and_json_hold_the_same_ids(catalogue: Catalogue, site_dir: Path) -> None:
    ids = set(catalogue.entries)
    differences = {}
    for root in (site_dir, site_dir / "en"):
        data = json.loads((root / "errors" / "index.json").read_text(encoding="utf-8"))
        places = {
            "pages": {path.parent.name for path in (root / "errors").glob("*/index.html")},
            "index": listed(root / "errors" / "index.html"),
            "index.json": {row["id"] for row in data["messages"]},
        }
        for place, found in places.items():
            if found != ids:
                differences[f"{root.name}/{place}"] = sorted(found ^ ids)
    assert differences == {}


def test_every_wording_stands_on_its_page_letter_by_letter(catalogue: Catalogue, site_dir: Path) -> None:
    missing = []
    for root in (site_dir, site_dir / "en"):
        for message in catalogue:
            tree = html.document_fromstring((root / "errors" / message.id / "index.html").read_bytes())
            quotes = {
                (str(quote.get("lang")), str(quote.text_content()).replace("\u200b", ""))
                for quote in tree.xpath("//*[@data-message]//q")
            }
            wanted = {(language, word.text) for language, words in message.wordings.items() for word in words}
            missing += [f"{message.id}: {wording}" for wording in wanted - quotes]
    assert missing == []


def test_the_json_has_the_promised_shape(site_dir: Path) -> None:
    data = json.loads((site_dir / "en" / "errors" / "index.json").read_text(encoding="utf-8"))
    assert (data["version"], data["language"]) == (1, "en")
    keys = ["id", "area", "kind", "title", "wordings", "summary", "firstStep", "address", "confidence", "checked"]
    assert all(list(row) == keys for row in data["messages"])
    row = next(row for row in data["messages"] if row["id"] == "slide-net-err")
    assert row["address"] == "https://help.example/help/en/errors/slide-net-err/"
    assert row["wordings"]["en"][0].startswith("Net Err.")


def test_readers_are_told_of_copies_without_an_address(site_dir: Path) -> None:
    page = (site_dir / "en" / "errors" / "title-access-denied" / "index.html").read_text(encoding="utf-8")
    assert "public copy without an address" in page
