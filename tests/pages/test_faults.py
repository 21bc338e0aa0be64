"""What a writer of pages is told: every fault of the small site, with file, line and cure."""

from __future__ import annotations

import pytest
from tests.sample import Sample


def test_the_small_site_has_no_fault(sample: Sample) -> None:
    sample.change_twins("topic.md", "## ", '<span lang="en">Captcha Interception</span>\n\n## ')
    assert sample.faults() == []


FAULTS = {
    "unknown key": (
        ("topic", "confidence: low", "confidence: low\ntags: [a]"),
        '6: unknown key "tags"; expected a documented key',
    ),
    "date in the future": (
        ("topic", "2026-11-01", "2999-01-01"),
        "4: checked: 2999-01-01 lies in the future; expected the day on which it was checked",
    ),
    "unknown source": (
        ("index", "[manual]", "[manuel]"),
        '6: unknown source "manuel"; expected a key of docs/data/sources.yml (did you mean "manual"?)',
    ),
    "dead link": (
        ("index", "(topic.md#second)", "(topik.md)"),
        '12: no page "topik.md"; expected an existing page (did you mean "topic.md"?)',
    ),
    "dead anchor": (
        ("index", "(topic.md#second)", "(topic.md#secund)"),
        '12: no anchor "secund" on topic.md; expected an existing id (did you mean "second"?)',
    ),
    "dead related page": (
        ("index", "[topic.md#second]", "[topic.md#third]"),
        '7: no anchor "third" on topic.md; expected an existing id',
    ),
    "unknown host": (
        ("topic", "www.aliexpress.com", "www.aliexpres.com"),
        '15: a link to the unknown host "www.aliexpres.com"; expected a host of docs/data/hosts.yml or of a source '
        '(did you mean "aliexpress.com"?)',
    ),
    "unknown term": (
        ("topic", "term:cookie", "term:cooky"),
        '11: unknown term "cooky"; expected a key of docs/data/terms.yml (did you mean "cookie"?)',
    ),
    "key twice": (
        ("topic", "confidence: low", "confidence: low\nconfidence: low"),
        '6: the key "confidence" a second time (first in line 5); expected each key once',
    ),
    "heading without id": (
        ("topic", " { #second }", ""),
        '13: the heading "見本" has no id; expected an explicit id, as in ## Words { #words }',
    ),
    "id that is not ASCII": (
        ("topic", "#second", "#二番"),
        '13: the id "二番"; expected lower-case ASCII words joined by single hyphens, as in reset-password',
    ),
    "id twice": (
        ("topic", "#topic", "#second"),
        '13: the id "second" a second time (first in line 9); expected each id once a page',
    ),
    "two first headings": (
        ("topic", "## ", "# "),
        "8: not exactly one # heading at the head; expected one # heading, first",
    ),
    "unknown name in a fence": (
        ("topic", "#second }", "#second }\n\n```messages\nloggin\n```"),
        '15: unknown messages "loggin"; expected one of door, login (did you mean "login"?)',
    ),
    "same data twice": (
        ("topic", "#second }", "#second }\n\n```messages\nlogin\n```"),
        '21: the messages "login" a second time; expected once a page',
    ),
}
"""Name of the fault: page, what is changed in it in both languages, and what is told of the Japanese one."""


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_page(name: str, sample: Sample) -> None:
    (page, old, new), wanted = FAULTS[name]
    sample.change_twins(f"{page}.md", old, new)
    assert f"docs/ja/{page}.md:{wanted}" in sample.faults()


def test_a_missing_front_matter_key(sample: Sample) -> None:
    sample.change("ja/topic.md", "confidence: low\n", "")
    assert 'docs/ja/topic.md:2: no "confidence"; expected the key "confidence"' in sample.faults()


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("title: 見本", "title: [a]", "2: title: a list; expected a text"),
        ("title: 見本", "title: ~", "2: title: nothing; expected a text"),
        ("title: 見本", "title: 010", ""),
        ("title: 見本", "title: 12:30", ""),
        ("2026-11-01", '"2026-11-01"', ""),
        ("2026-11-01", "[2026-11-01]", "4: checked: a list; expected a day, as 2026-11-24"),
        ("2026-11-01", "2026-11-01T00:00", '4: checked: "2026-11-01T00:00"; expected a day, as 2026-11-24'),
        ("2026-11-01", "20261101", '4: checked: "20261101"; expected a day, as 2026-11-24'),
        ("2026-11-01", "2026-13-01", '4: checked: "2026-13-01"; expected a day, as 2026-11-24'),
        ("sources: []", "sources: manual", '6: sources: "manual"; expected a list'),
        ("sources: []", "sources: [[manual]]", "6: sources.0: a list; expected a text"),
        ("sources: []", "sources: []\narea: [login]", "7: area: a list; expected a text"),
        ("sources: []", "sources: []\nsymptoms: {a: b}", "7: symptoms: keys with values; expected a list"),
        ("sources: []", "sources: []\ntemplate: a", "7: template: unknown value \"a\"; expected one of 'home.html'"),
    ],
)  # fmt: skip
def test_a_value_of_another_type(old: str, new: str, wanted: str, sample: Sample) -> None:
    sample.change("ja/topic.md", old, new)
    assert sample.faults() == ([f"docs/ja/topic.md:{wanted}"] if wanted else [])


def test_no_front_matter_at_all(sample: Sample) -> None:
    sample.write("ja/topic.md", "# 見本 { #topic }\n")
    wanted = "no front matter; expected a block between two lines of --- with title, description, …"
    assert f"docs/ja/topic.md:1: {wanted}" in sample.faults()


def test_a_missing_translation(sample: Sample) -> None:
    sample.path("en/topic.md").unlink()
    assert (
        "docs/ja/topic.md:1: no translation at docs/en/topic.md; expected every page in every language"
        in sample.faults()
    )


def test_different_ids(sample: Sample) -> None:
    sample.change("en/topic.md", "#second", "#zweite")
    assert (
        'docs/en/topic.md:13: heading "## zweite" where docs/ja/topic.md:13 has heading "## second"; '
        "expected the same in both languages" in sample.faults()
    )


def test_all_differences_in_one_run(sample: Sample) -> None:
    sample.change("en/index.md", "-   sample\n-   sample", "-   sample")
    sample.change("en/topic.md", "confidence: low", "confidence: high")
    assert sample.faults() == [
        'docs/en/index.md:14: list "1 item" where docs/ja/index.md:14 has list "2 items"; expected the same in both languages',
        'docs/en/topic.md:5: confidence "high" where docs/ja/topic.md:5 has "low"; expected the same in both languages',
    ]


def test_broken_yaml(sample: Sample) -> None:
    sample.write("data/terms.yml", "cookie:\n  ja: [\n")
    assert any(fault.startswith("docs/data/terms.yml:3: not YAML: ") for fault in sample.faults())


def test_a_wrong_encoding(sample: Sample) -> None:
    text = sample.path("ja/topic.md").read_text(encoding="utf-8")
    sample.path("ja/topic.md").write_bytes(text.encode("shift_jis"))
    assert "docs/ja/topic.md:2: a byte that is not UTF-8; expected a file in UTF-8" in sample.faults()


def test_a_page_that_is_in_no_navigation(sample: Sample) -> None:
    for locale in ("ja", "en"):
        sample.write(f"{locale}/more.md", sample.path(f"{locale}/about.md").read_text(encoding="utf-8"))
    wanted = "a page that is in no navigation; expected an entry under nav in mkdocs.yml"
    assert sample.faults() == [f"docs/ja/more.md:1: {wanted}"]


def test_navigation_to_no_page(sample: Sample) -> None:
    config = sample.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "      - topics.md\n", encoding="utf-8")
    assert sample.faults() == [
        'mkdocs.yml:69: no page "topics.md"; expected a page of docs/ja (did you mean "topic.md"?)'
    ]
