"""What the real site's search finds: every wording its own page, the searches written beforehand, and their variants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.nightly import by_day
from tests.search.harness import Search, ask, judge, rank, score, start
from tests.search.searches import CHATTER, MESSAGES, NONSENSE, unseen, variants, wordings, written

pytestmark = [pytest.mark.browser, pytest.mark.site]
MOST_ACCIDENTS = 5


def test_every_wording_finds_its_own_page_first(page: Page, site_url: str) -> None:
    answers = judge(page, site_url, wordings())
    wrong = [(search, answer.hits[:3]) for search, answer in answers if rank(search, answer.hits) != 1]
    assert wrong == []


def test_chatter_around_a_wording_leaves_it_among_the_first_three(page: Page, site_url: str) -> None:
    searches = [
        Search(frame.format(search.text), search.locale, search.answers)
        for search in by_day(wordings(), 6)
        if len(search.text) > 3
        for frame in CHATTER[search.locale]
    ]
    answers = judge(page, site_url, searches)
    wrong = [(search, answer.hits[:3]) for search, answer in answers if not 0 < rank(search, answer.hits) <= 3]
    assert wrong == []


@pytest.mark.parametrize(("made_by", "first", "three"), [(written, 0.95, 0.99), (unseen, 0.85, 0.95)])
def test_searches_of_people(
    made_by: Callable[[], list[Search]], first: float, three: float, page: Page, site_url: str
) -> None:
    found = score(judge(page, site_url, made_by()))
    assert found.recall(1) >= first
    assert found.recall(3) >= three


@pytest.mark.parametrize("made_of", [written, wordings], ids=["written", "wordings"])
def test_variants(page: Page, site_url: str, made_of: type[list[Search]]) -> None:
    found = score(judge(page, site_url, list(variants(by_day(made_of(), 5)))))
    assert found.recall(1) >= 0.90
    assert found.recall(3) >= 0.97


def test_nonsense_finds_nothing(page: Page, site_url: str) -> None:
    """Nothing is offered as a result but by rare accident; what is only similar is called so."""
    found: dict[str, list[str]] = {}
    for locale, texts in NONSENSE.items():
        start(page, site_url, locale)
        answers = zip(texts, ask(page, texts), strict=True)
        found |= {text: answer.hits for text, answer in answers if answer.hits and not answer.weak}
    assert len(found) <= MOST_ACCIDENTS, found


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_result_leads_to_a_place_in_the_readers_language(
    page: Page, site_url: str, site_dir: Path, locale: str
) -> None:
    start(page, site_url, locale)
    texts = [search.text for search in wordings() if search.locale == locale]
    texts += [path.stem for path in sorted(MESSAGES.glob("*.yml"))]
    root = site_dir if locale == "ja" else site_dir / locale
    for address in {address for answer in ask(page, texts) for address in answer.hits}:
        path, _, anchor = address.partition("#")
        html = (root / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html, address
