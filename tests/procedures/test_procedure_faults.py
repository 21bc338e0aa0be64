"""What the writer of a procedure is told: exact words, exact lines, once."""

from __future__ import annotations

import pytest
from tests.sample import Sample

FILE = "data/procedures/get-in.yml"
FAULTS = {
    "unknown device": (
        "\n  app:",
        "\n  ap:",
        '43: unknown device "ap"; expected a key of docs/data/devices.yml (did you mean "app"?)',
    ),
    "the same as itself": (
        "same: pc",
        "same: phone",
        '39: the same as "phone"; expected a part of this procedure that has steps',
    ),
    "the same as nothing": (
        "same: pc",
        "same: pcs",
        '39: the same as "pcs"; expected a part of this procedure that has steps (did you mean "pc"?)',
    ),
    "no steps": (
        "    same: pc\n",
        "",
        "38: parts.phone: a part without steps; expected `steps`, or `same` with the device whose steps these are",
    ),
    "same and steps": (
        "  app:\n",
        "  app:\n    same: pc\n",
        "43: parts.app: `same` and steps in one part; expected either `same` or `steps`",
    ),
    "a missing language": ("  ja: 中に入る\n", "", '1: no "title.ja"; expected the key "ja"'),
    "unknown key": (
        "if-not:",
        "ifnot:",
        '32: unknown key "ifnot"; expected a documented key (did you mean "if-not" or "note"?)',
    ),
    "unknown screen": (
        "screen: first",
        "screen: frist",
        '25: unknown screen "frist"; expected a file of docs/data/screens/ (did you mean "first"?)',
    ),
    "unknown wording": (
        "Press [[continue]]",
        "Press [[contniue]]",
        '31: unknown wording "contniue"; expected a key of docs/data/wordings.yml (did you mean "continue"?)',
    ),
    "a mark that the screen lacks": (
        "{12}",
        "{13}",
        '29: no mark {13} on the screen "first"; expected one of its marks: {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}',
    ),
    "marks that differ": (
        "Press [[continue]] {12}",
        "Press [[continue]] {11}",
        "29: marks that differ (ja: {12}, en: {11}); expected the same in every language",
    ),
    "a dead link": (
        "[the sample](topic.md#second)",
        "[the sample](topic.md#secnod)",
        '34: no anchor "secnod" on topic.md; expected an existing id (did you mean "second"?)',
    ),
    "an unknown host": (
        "[the sample](topic.md#second)",
        "[the sample](https://bad.example/)",
        '34: a link to the unknown host "bad.example"; expected a host of docs/data/hosts.yml or of a source (did you mean "manual.example"?)',
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), FAULTS.values(), ids=FAULTS)
def test_each_mistake_is_told_once(sample: Sample, old: str, new: str, told: str) -> None:
    sample.change(FILE, old, new)
    assert sample.faults() == [f"docs/{FILE}:{told}"]


def test_a_mark_that_no_step_mentions_is_told_at_the_screen(sample: Sample) -> None:
    sample.change(FILE, "{10}", "")
    told = "mark 10 of first is mentioned by no step; expected a step that says {10}, or no number there"
    assert sample.faults() == [f"docs/data/screens/first.yml:52: {told}"]


def test_a_mark_needs_a_screen(sample: Sample) -> None:
    sample.change("data/procedures/look.yml", "アプリを見ます", "図の {1} を見ます")
    sample.change("data/procedures/look.yml", "Look at the app", "Look at {1} now")
    told = "a mark before any screen; expected a screen in this step or in one before it"
    assert sample.faults() == [f"docs/data/procedures/look.yml:12: {told}"]


def test_a_procedure_stands_on_one_page(sample: Sample) -> None:
    sample.change_twins("guide.md", "\n\n```procedure\nlook\n```", "")
    sample.change_twins("topic.md", " { #topic }", " { #topic }\n\n```procedure\nget-in\n```")
    wanted = "expected one page that shows it"
    assert sample.faults() == [
        f'docs/data/procedures/get-in.yml:1: the procedure "get-in" on guide.md and topic.md; {wanted}',
        f'docs/data/procedures/look.yml:1: the procedure "look" on no page; {wanted}',
    ]


def test_an_unknown_procedure_is_told_in_every_language(sample: Sample) -> None:
    sample.change_twins("guide.md", "look", "lock")
    rows = [row for row in sample.faults() if "lock" in row]
    told = 'unknown procedure "lock"; expected one of get-in, look (did you mean "look"?)'
    assert rows == [f"docs/en/guide.md:17: {told}", f"docs/ja/guide.md:17: {told}"]
