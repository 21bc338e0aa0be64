"""What a writer of messages is told: every fault with file, line and cure."""

from __future__ import annotations

import pytest
from tests.sample import Sample

FILE = "data/messages/login.yml"
SECOND = """\
- id: login-second
  kind: symptom
  title:
    ja: 二つ目
    en: The second
  where:
    ja: どこか
    en: Somewhere
  meaning:
    ja: 二つ目という意味です。
    en: It means the second.
  remedies:
    - use: reload
  urgency: calm
  evidence:
    - source: public-copy
      quoted: inferred
  confidence: low
  checked: 2026-11-01
"""


def add_second(sample: Sample, old: str = "", new: str = "") -> None:
    text = sample.path(FILE).read_text(encoding="utf-8")
    sample.write(FILE, text + SECOND.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("    en: Somewhere\n", "", 11, 'no "where.en"; expected the key "en"'),
        (
            "kind: error",
            "kind: eror",
            2,
            "kind: unknown value \"eror\"; expected one of 'error', 'notice', 'screen', 'mail', ",
        ),
        (
            "source: manual",
            "source: manuel",
            21,
            'unknown source "manuel"; expected a key of docs/data/sources.yml (did',
        ),
        (
            "use: reload",
            "use: relod",
            18,
            'unknown remedy "relod"; expected a key of docs/data/remedies.yml (did you mean "rel',
        ),
        (
            "2026-11-01",
            "2999-01-01",
            24,
            "checked: 2999-01-01 lies in the future; expected the day on which it was checked",
        ),
        ("ja: どこか", "ja: <b>どこか</b>", 12, "where.ja: HTML in a text; expected plain words"),
        (
            "quoted: verbatim",
            "quoted: literal",
            22,
            "evidence.0.quoted: unknown value \"literal\"; expected one of 'verbatim'",
        ),
        (
            "    - use: reload\n",
            "    - link: topic.md\n",
            18,
            "remedies.0: a rem",
        ),
        (
            "urgency: calm",
            "urgency: calm\n  related: [login-sampel]",
            20,
            'unknown message "login-sampel"; expected the id',
        ),
        (
            "urgency: calm",
            "urgency: calm\n  related: [login-sample]",
            20,
            "a message related to itself; expected another mess",
        ),
        (
            "      - text: みほんです\n",
            "      - text: ''\n",
            8,
            "wordings.ja.0.text: an empty wording; expected the exact words",
        ),
        (
            "    en:\n      - t",
            "    eo:\n      - t",
            9,
            'unknown language "eo"; expected a key of docs/data/ui/language.yml',
        ),
        (
            "urgency: calm",
            "letter: lokc\n  urgency: calm",
            19,
            'unknown letter "lokc"; expected a key of docs/data/letters',
        ),
        (
            "urgency: calm",
            "otherwise: []\n  urgency: calm",
            19,
            "otherwise: 0 ways on; expected one to three, the best one ",
        ),
        (
            "urgency: calm",
            "letter: shut\n  otherwise:\n    - to: contact.md#letter-shut\n  urgency: calm",
            21,
            'the letter "shut" under `letter` as well; expected one of them: `letter` where it is true for everybody, a',
        ),
        (
            "urgency: calm",
            "otherwise:\n    - to: about.md\n  urgency: calm",
            1,
            'no way from "errors/login-sample.md" to customer service (errors/login-sample.md → about.md); expected a wa',
        ),
        (
            "urgency: calm",
            "otherwise:\n    - to: errors/login-sample.md\n  urgency: calm",
            1,
            "a way that comes back: errors/login-sample.md → errors/login-sample.md; expected another way on at one of",
        ),
        (
            "urgency: calm",
            "otherwise:\n    - to: nowhere.md\n  urgency: calm",
            20,
            'no page "nowhere.md"; expected an existing page',
        ),
        ("kind: error", "kind: symptom", 2, "a symptom with wordings; expected another kind, or no wordings"),
        (
            "    - use: reload",
            "    - use: reload\n      link: topic.md#x",
            19,
            'no anchor "x" on topic.md; expected an existing id',
        ),
    ],
)
def test_faults_of_one_entry(old: str, new: str, line: int, wanted: str, sample: Sample) -> None:
    sample.change(FILE, old, new)
    (found,) = sample.faults()
    assert found.startswith(f"docs/{FILE}:{line}: {wanted}"), found


def test_kanji_without_a_reading(sample: Sample) -> None:
    sample.change(FILE, "みほんです", "見本です")
    wanted = 'no reading for "見本です"; expected `reading`: how it begins, in hiragana'
    assert sample.faults() == [f"docs/{FILE}:8: {wanted}"]


def test_an_id_twice(sample: Sample) -> None:
    add_second(sample, "id: login-second", "id: login-sample")
    assert sample.faults() == [
        f'docs/{FILE}:25: the id "login-sample" a second time (first in login.yml:1); expected each id once'
    ]


def test_a_wording_that_two_entries_claim(sample: Sample) -> None:
    add_second(sample, "kind: symptom", "kind: error\n  wordings:\n    en:\n      - text: this is A SAMPLE.")
    wanted = 'the wording "this is A SAMPLE.", which "login-sample" claims as its own; expected one owner; the others say shared: true'
    assert sample.faults() == [f"docs/{FILE}:29: {wanted}"]


def test_a_shared_wording_needs_an_owner(sample: Sample) -> None:
    add_second(
        sample, "kind: symptom", "kind: error\n  wordings:\n    en:\n      - text: Nobody's\n        shared: 'true'"
    )
    assert sample.faults() == [f"docs/{FILE}:29: a shared wording without an owner; expected one entry that owns it"]


def test_related_messages_name_each_other(sample: Sample) -> None:
    add_second(sample, "urgency: calm", "urgency: calm\n  related: [login-sample]")
    wanted = '"login-sample" does not name "login-second"; expected related messages to name each other'
    assert sample.faults() == [f"docs/{FILE}:39: {wanted}"]


def test_an_unknown_area(sample: Sample) -> None:
    sample.write("data/messages/loging.yml", SECOND)
    wanted = 'unknown area "loging"; expected a key of docs/data/areas.yml (did you mean "login"?)'
    assert sample.faults() == [f"docs/data/messages/loging.yml:1: {wanted}"]


@pytest.mark.parametrize("written", ["use: get-in", "do: {ja: 入ります。, en: Enter.}\n      link: guide.md#get-in"])
def test_a_cost_that_the_procedure_says(sample: Sample, written: str) -> None:
    add_second(sample, "use: reload", f"{written}\n      cost: {{ja: 半日です。, en: It takes half a day.}}")
    (fault,) = sample.faults()
    assert 'a cost that "guide.md#get-in" says as well; expected no cost, and `use` to name' in fault


def test_all_faults_in_one_run(sample: Sample) -> None:
    for right, wrong in (("use: reload", "use: relod"), ("source: manual", "source: manuel")):
        sample.change(FILE, right, wrong)
    assert len(sample.faults()) == 2


def test_an_id_that_is_no_slug(sample: Sample) -> None:
    sample.change(FILE, "id: login-sample", "id: Login_Sample")
    wanted = "expected lower-case ASCII words joined by single hyphens, as in reset-password"
    assert sample.faults()[0] == f'docs/{FILE}:1: id: "Login_Sample" is no id; {wanted}'
