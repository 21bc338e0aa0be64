"""Each setting of the order: a search that it decides, and that goes another way without it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page
from tests.search.smallsite import Served

pytestmark = pytest.mark.browser
RUN = """async ([name, neutral, words, entries, search]) => {
    const { Index, SETTINGS } = await import("./assets/js/search/index.js");
    const found = () => {
        const index = new Index(words);
        index.add(entries.map(([kind, title, ...texts], at) => ({
            kind, title, address: `${at}/`, device: "", wordings: texts.length ? [["en", "", ...texts]] : [],
        })));
        const { hits, weak } = index.search(search);
        return weak ? [] : hits.map(({ entry }) => entry.title);
    };
    const before = found();
    const kept = SETTINGS[name];
    SETTINGS[name] = neutral;
    const after = found();
    SETTINGS[name] = kept;
    return [before, after];
}"""
MESSAGE, LABEL, SECTION = 0, 1, 3
LONG = "the wrong code was typed into the wrong box of a page that was open for a long time"
STORY = "my old phone showed some long story about net errors yesterday"
CASES: list[tuple[str, float, dict[str, Any], list[list[Any]], str, str]] = [
    ("shortness", 0, {}, [[MESSAGE, LONG], [MESSAGE, "code wrong now"]], "code wrong", "code wrong now"),
    (
        "message",
        1,
        {},
        [[SECTION, "account locked"], [MESSAGE, "account is locked for some time"]],
        "account locked",
        "account is locked for some time",
    ),
    (
        "group",
        1,
        {"synonyms": [["locked", "banned"]]},
        [[MESSAGE, "account banner of shops"], [MESSAGE, "account locked"]],
        "account banned",
        "account locked",
    ),
    (
        "chatter",
        1,
        {"chatter": ["whatshouldido"]},
        [[MESSAGE, "what should be in the letter"], [MESSAGE, "refused"]],
        "what should i do refused",
        "refused",
    ),
    (
        "exact",
        1,
        {},
        [[MESSAGE, "try again later, try again", "try again or wait"], [MESSAGE, "b", "try again"]],
        "try again",
        "b",
    ),
    ("cover", 9, {}, [[MESSAGE, "net errors"], [MESSAGE, "b"]], STORY, "net errors"),
]


@pytest.mark.parametrize(
    ("name", "neutral", "words", "entries", "search", "first"), CASES, ids=[case[0] for case in CASES]
)
def test_a_setting_decides(
    page: Page,
    small: Served,
    name: str,
    neutral: float,
    words: dict[str, Any],
    entries: list[list[Any]],
    search: str,
    first: str,
) -> None:
    page.goto(small.url)
    before, after = page.evaluate(RUN, [name, neutral, words, entries, search])
    assert before[0] == first
    assert after[:1] != [first]
