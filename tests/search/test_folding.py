"""The folding and the grams: one set of cases for Python and JavaScript, and every code point in both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from tests.nightly import AT_NIGHT
from tests.search.served import Served

from helpsite.ground.folding import fold, grams

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
ANY = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=()), max_size=40)
LIKELY = st.text(st.sampled_from("aZ9 ー-ｶﾞが力ガΣςİıﬁⅣ①가ᄀ\u3099\u0301ａ。「"), max_size=12)


@pytest.mark.parametrize("case", VECTORS, ids=[case["why"] for case in VECTORS])
def test_cases(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["folded"]
    assert grams(case["folded"]) == case["grams"]


@given(ANY | LIKELY)
@settings(max_examples=400, deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(LIKELY)
def test_every_folded_character_is_in_a_gram(text: str) -> None:
    folded = fold(text)
    if len(folded) > 1:
        assert set(folded) == set("".join(grams(folded)))


@pytest.mark.browser
class TestJavaScript:
    """The same in the browser, in one visit a test."""

    def run(self, page: Page, url: str, texts: list[str]) -> list[tuple[str, list[str]]]:
        page.goto(url)
        result: list[tuple[str, list[str]]] = page.evaluate(
            """async (texts) => {
                const { fold, grams } = await import("./assets/js/search/text.js");
                return texts.map((text) => fold(text)).map((folded) => [folded, grams(folded).map(([gram]) => gram)]);
            }""",
            texts,
        )
        return result

    def test_cases(self, page: Page, small: Served) -> None:
        found = self.run(page, small.url, [case["text"] for case in VECTORS])
        assert [tuple(row) for row in found] == [(case["folded"], case["grams"]) for case in VECTORS]

    def test_every_code_point(self, page: Page, small: Served) -> None:
        """By day those of the planes that hold letters of today's scripts and their signs."""
        until = 0x110000 if AT_NIGHT else 0x20000
        page.goto(small.url)
        found = page.evaluate(
            """async (until) => {
                const { fold } = await import("./assets/js/search/text.js");
                const found = {};
                for (let code = 0; code < until; code++) {
                    const folded = fold(String.fromCodePoint(code));
                    if (folded) found[code] = folded;
                }
                return found;
            }""",
            until,
        )
        ours = {str(code): folded for code in range(until) if (folded := fold(chr(code)))}
        different = {code for code in {*found, *ours} if found.get(code) != ours.get(code)}
        assert different == set()

    def test_random_texts(self, page: Page, small: Served) -> None:
        texts: list[str] = []

        @given(ANY | LIKELY)
        @settings(max_examples=400, deadline=None, database=None)
        def collect(text: str) -> None:
            texts.append(text.encode("utf-8", "ignore").decode("utf-8"))

        collect()
        found = self.run(page, small.url, texts)
        assert [tuple(row) for row in found] == [(fold(text), grams(fold(text))) for text in texts]
