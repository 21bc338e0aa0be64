"""The reader of pages sees what is drawn: definitions and what stands in them, fences, attribute lists, ids."""

from __future__ import annotations

import pytest
from tests.sample import Sample

from helpsite.pages.sections import sections


def faults(sample: Sample, text: str) -> list[str]:
    """What is told of ``text`` at the end of a page, in both languages, without its place."""
    for locale in ("ja", "en"):
        page = sample.path(f"{locale}/topic.md")
        page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
    rows = [row.partition(": ")[2] for row in sample.faults() if row.startswith("docs/ja/topic.md")]
    return [row.partition(";")[0] for row in rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n語\n:   1. [a](https://evil.example/)\n", 'a link to the unknown host "evil.example"'),
        ("\n語\n:   本文\n\n    [a](topic.md#none)\n", 'no anchor "none" on topic.md'),
        ("\n語\n:   本文\n\n    <script>alert(1)</script>\n", 'HTML "<script>alert(1)</script>"'),
        ("\n語\n:   - [[none]]\n", 'unknown wording "none"'),
        ("\n\\<script>alert(1)\n", 'HTML "<script>"'),
        ("\n[a](https://www.aliexpress.com/){ href=javascript:x }\n", 'an attribute list "{ href=javascript:x }"'),
        ("\n本文\n{: .x }\n", 'an attribute list "{: .x }"'),
        ("\n```\ntext\n", 'a fence that no "```" closes'),
        ("\n```\ntext\n````\n", 'a fence that no "```" closes'),
        ("\n```\ntext\n  ```\n", 'a fence that no "```" closes'),
        ("\n``` {.flow}\nx\n```\n", 'a fence "{.flow}"'),
        ("\n語\n:   ```flow\n    none\n    ```\n", 'unknown flow "none"'),
    ],
)
def test_what_stands_anywhere_is_checked(sample: Sample, text: str, found: str) -> None:
    assert found in faults(sample, text)


def test_lists_in_definitions_are_compared(sample: Sample) -> None:
    for locale, items in (("ja", "1. a\n    2. b\n    3. c"), ("en", "1. a\n    2. b")):
        page = sample.path(f"{locale}/topic.md")
        page.write_text(page.read_text(encoding="utf-8") + f"\n語\n:   {items}\n", encoding="utf-8")
    assert any('numbered list "2 items"' in row and 'numbered list "3 items"' in row for row in sample.faults())


def test_one_id_on_a_heading_and_on_a_procedure(sample: Sample) -> None:
    sample.path("data/procedures/look.yml").rename(sample.path("data/procedures/second.yml"))
    sample.change_twins("guide.md", "```procedure\nlook\n```", "")
    assert 'the id "second" a second time' in faults(sample, "\n```procedure\nsecond\n```\n")


def test_the_words_of_a_definition_are_found(sample: Sample) -> None:
    text = "\n/// note | 注意\n    attrs: {id: care}\n\n語\n:   - はじめ `code`\n    - おわり\n///\n"
    faults(sample, text)
    page = sample.load()[0].pages["ja"]["topic.md"]
    assert sections(page)[-1].text.endswith("語 はじめ code おわり")
