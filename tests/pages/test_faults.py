"""What a writer of pages is told: every fault of the small site, with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sample import Sample


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    return Sample(tmp_path)


def test_the_small_site_has_no_fault(sample: Sample) -> None:
    assert sample.faults() == []


def test_an_unknown_front_matter_key(sample: Sample) -> None:
    sample.change_twins("topic.md", "confidence: low", "confidence: low\ntags: [a]")
    wanted = 'unknown key "tags"; expected a documented key'
    assert [fault for fault in sample.faults() if "tags" in fault] == [
        f"docs/en/topic.md:6: {wanted}",
        f"docs/ja/topic.md:6: {wanted}",
    ]


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


def test_a_date_in_the_future(sample: Sample) -> None:
    sample.change_twins("topic.md", "2026-11-01", "2999-01-01")
    wanted = "checked: 2999-01-01 lies in the future; expected the day on which it was checked"
    assert f"docs/ja/topic.md:4: {wanted}" in sample.faults()


def test_an_unknown_source(sample: Sample) -> None:
    sample.change_twins("index.md", "[manual]", "[manuel]")
    wanted = 'unknown source "manuel"; expected a key of docs/data/sources.yml (did you mean "manual"?)'
    assert sample.faults() == [f"docs/en/index.md:6: {wanted}", f"docs/ja/index.md:6: {wanted}"]


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


def test_a_dead_link(sample: Sample) -> None:
    sample.change_twins("index.md", "(topic.md#second)", "(topik.md)")
    wanted = 'no page "topik.md"; expected an existing page (did you mean "topic.md"?)'
    assert sample.faults() == [f"docs/en/index.md:12: {wanted}", f"docs/ja/index.md:12: {wanted}"]


def test_a_dead_anchor(sample: Sample) -> None:
    sample.change_twins("index.md", "(topic.md#second)", "(topic.md#secund)")
    wanted = 'no anchor "secund" on topic.md; expected an existing id (did you mean "second"?)'
    assert sample.faults() == [f"docs/en/index.md:12: {wanted}", f"docs/ja/index.md:12: {wanted}"]


def test_a_dead_related_page(sample: Sample) -> None:
    sample.change_twins("index.md", "[topic.md#second]", "[topic.md#third]")
    assert 'docs/ja/index.md:7: no anchor "third" on topic.md; expected an existing id' in sample.faults()


def test_an_unknown_host(sample: Sample) -> None:
    sample.change_twins("topic.md", "www.aliexpress.com", "www.aliexpres.com")
    wanted = 'a link to the unknown host "www.aliexpres.com"; expected a host of docs/data/hosts.yml or of a source'
    assert f'docs/ja/topic.md:15: {wanted} (did you mean "aliexpress.com"?)' in sample.faults()


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", "ftp://a.example/"])
def test_a_link_of_another_kind(target: str, sample: Sample) -> None:
    sample.change_twins("topic.md", "https://www.aliexpress.com/", target)
    assert len(sample.faults()) == 2


def test_an_unknown_term(sample: Sample) -> None:
    sample.change_twins("topic.md", "term:cookie", "term:cooky")
    wanted = 'unknown term "cooky"; expected a key of docs/data/terms.yml (did you mean "cookie"?)'
    assert f"docs/ja/topic.md:11: {wanted}" in sample.faults()


def test_broken_yaml(sample: Sample) -> None:
    sample.write("data/terms.yml", "cookie:\n  ja: [\n")
    assert any(fault.startswith("docs/data/terms.yml:3: not YAML: ") for fault in sample.faults())


def test_a_duplicate_key(sample: Sample) -> None:
    sample.change_twins("topic.md", "confidence: low", "confidence: low\nconfidence: low")
    wanted = 'the key "confidence" a second time (first in line 5); expected each key once'
    assert f"docs/ja/topic.md:6: {wanted}" in sample.faults()


def test_a_wrong_encoding(sample: Sample) -> None:
    text = sample.path("ja/topic.md").read_text(encoding="utf-8")
    sample.path("ja/topic.md").write_bytes(text.encode("shift_jis"))
    assert "docs/ja/topic.md:2: a byte that is not UTF-8; expected a file in UTF-8" in sample.faults()


def test_a_page_that_is_in_no_navigation(sample: Sample) -> None:
    for locale in ("ja", "en"):
        sample.write(f"{locale}/more.md", sample.path(f"{locale}/topic.md").read_text(encoding="utf-8"))
    wanted = "a page that is in no navigation; expected an entry under nav in mkdocs.yml"
    assert sample.faults() == [f"docs/ja/more.md:1: {wanted}"]


def test_navigation_to_no_page(sample: Sample) -> None:
    config = sample.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "      - topics.md\n", encoding="utf-8")
    assert sample.faults() == [
        'mkdocs.yml:69: no page "topics.md"; expected a page of docs/ja (did you mean "topic.md"?)'
    ]


def test_a_heading_without_id(sample: Sample) -> None:
    sample.change_twins("topic.md", " { #second }", "")
    assert (
        'docs/ja/topic.md:13: the heading "見本" has no id; expected an explicit id, as in ## Words { #words }'
        in sample.faults()
    )


def test_an_id_that_is_not_ascii(sample: Sample) -> None:
    sample.change_twins("topic.md", "#second", "#二番")
    assert (
        'docs/ja/topic.md:13: the id "二番"; expected lower-case ASCII words joined by single hyphens, as in reset-password'
        in sample.faults()
    )


def test_an_id_twice(sample: Sample) -> None:
    sample.change_twins("topic.md", "#topic", "#second")
    assert (
        'docs/ja/topic.md:13: the id "second" a second time (first in line 9); expected each id once a page'
        in sample.faults()
    )


def test_two_first_headings(sample: Sample) -> None:
    sample.change_twins("topic.md", "## ", "# ")
    assert "docs/ja/topic.md:8: not exactly one # heading at the head; expected one # heading, first" in sample.faults()


def test_an_unknown_name_in_a_fence(sample: Sample) -> None:
    sample.change_twins("topic.md", "## ", "```messages\nloggin\n```\n\n## ")
    wanted = 'unknown messages "loggin"; expected one of door, login'
    assert f'docs/ja/topic.md:13: {wanted} (did you mean "login"?)' in sample.faults()


def test_the_same_data_twice_on_a_page(sample: Sample) -> None:
    sample.change_twins("topic.md", "## ", "```messages\nlogin\n```\n\n```messages\nlogin\n```\n\n## ")
    assert 'docs/ja/topic.md:17: the messages "login" a second time; expected once a page' in sample.faults()


@pytest.mark.parametrize("tag", ["<script>alert(1)</script>", '<a href="javascript:x">y</a>', "<b>y</b>"])
def test_html_in_a_page(tag: str, sample: Sample) -> None:
    sample.change_twins("topic.md", "## ", f"{tag}\n\n## ")
    assert any(fault.startswith("docs/ja/topic.md:13: HTML ") for fault in sample.faults())


def test_the_language_of_words_may_be_marked(sample: Sample) -> None:
    sample.change_twins("topic.md", "## ", '<span lang="en">Captcha Interception</span>\n\n## ')
    assert sample.faults() == []
