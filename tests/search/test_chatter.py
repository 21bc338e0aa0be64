"""A message that stands whole in a search is among the first three, whatever is around it."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page
from tests.search.served import Served

pytestmark = pytest.mark.browser
MESSAGE_WORDS = "code password account error sorry please try again later wrong network slide"
CHATTER_WORDS = "my phone shows since yesterday help what should do when i log in it says account error code"
PLACES = """async (rounds) => {
    const { Index } = await import("./assets/js/search/index.js");
    return rounds.map(({ messages, search, wanted }) => {
        const index = new Index({});
        index.add(messages.map((text, at) => ({
            kind: 0, title: `${at}`, address: `${at}/`, device: "", wordings: [["en", "", text]],
        })));
        return index.search(search).hits.findIndex(({ entry }) => entry.title === `${wanted}`);
    });
}"""


def _round(chance: random.Random) -> dict[str, object]:
    """Thirty messages that have their words in common, and a search with one of them in the middle of chatter."""
    messages = [" ".join(chance.choices(MESSAGE_WORDS.split(), k=chance.randint(3, 7))) for _ in range(30)]
    before, after = (" ".join(chance.choices(CHATTER_WORDS.split(), k=chance.randint(0, 12))) for _ in range(2))
    wanted = chance.randrange(len(messages))
    return {"messages": messages, "search": f"{before} {messages[wanted]} {after}", "wanted": wanted}


def test_a_message_inside_chatter_is_among_the_first_three(page: Page, small: Served) -> None:
    chance = random.Random(7)
    rounds = [_round(chance) for _ in range(60)]
    page.goto(small.url)
    places = page.evaluate(PLACES, rounds)
    assert [row for row, place in zip(rounds, places, strict=True) if not 0 <= place < 3] == []
