"""What a writer of charts is told: every mistake, with its line, all at once, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpsite.flows.load import parse_flow
from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems

SHARED = {"yes": Localized({"ja": "はい", "en": "Yes"}), "no": Localized({"ja": "いいえ", "en": "No"})}

GOOD = """\
title:
  ja: 題
  en: Title
start: ask
nodes:
  ask:
    ja: 問い？
    en: Question?
    answers:
      "yes": fine
      "no": again
  again:
    ja: もう一度？
    en: Again?
    answers:
      - answer: "yes"
        back: ask
      - answer: "no"
        to: fine
  fine:
    ja: 終わり
    en: End
    link: sign-in.md#chart
"""

TONE = "unknown value \"urgnt\"; expected one of 'done', 'contact' or 'urgent' (did you mean \"urgent\"?)"

FAULTS = {
    "not-yaml": (("start: ask\n", "start: [ask\n"), "x.yml:5: not YAML: did not find expected ',' or ']'; "),
    "key-twice": (
        ("start: ask\n", "start: ask\nstart: fine\n"),
        'x.yml:5: the key "start" a second time (first in line 4); expected each key once',
    ),
    "unknown-key": (
        ("    link: ", "    lnk: "),
        'x.yml:23: unknown key "lnk"; expected a documented key (did you mean "link"?)',
    ),
    "bad-name": (
        ("  again:", "  again!:"),
        'x.yml:12: the key "again!"; expected lower-case ASCII words joined by single hyphens, as in reset-password',
    ),
    "unknown-tone": (
        ("    link: ", "    tone: urgnt\n    link: "),
        "x.yml:23: tone: " + TONE,
    ),
    "few-answers": (
        ('      "no": again\n', ""),
        "x.yml:9: answers: fewer than two answers; expected two or more, or no key `answers` for an outcome",
    ),
    "no-answers": (
        ('    answers:\n      "yes": fine\n      "no": again\n', "    answers:\n"),
        "x.yml:9: answers: no answers; expected two or more, or no key `answers` for an outcome",
    ),
    "no-target": (
        ('"yes": fine', '"yes":'),
        "x.yml:10: answers.yes: an answer without target; expected the name of a node",
    ),
    "no-to": (
        ("        to: fine\n", ""),
        "x.yml:18: answers.1: an answer without target; expected `to` or `back`",
    ),
    "two-targets": (
        ("        back: ask\n", "        back: ask\n        to: fine\n"),
        "x.yml:16: answers.0: an answer with two targets; expected either `to` or `back`",
    ),
    "half-text": (
        ('      - answer: "no"\n', "      - ja: いや\n"),
        "x.yml:18: answers.1: no text in en; expected ja, en, or `answer` with a shared one",
    ),
    "two-texts": (
        ('      - answer: "no"\n', '      - answer: "no"\n        en: Nope\n'),
        "x.yml:18: answers.1: a shared answer with words of its own; expected either `answer` or ja, en",
    ),
    "text-missing": (("    en: Again?\n", ""), 'x.yml:12: no "en"; expected the key "en"'),
    "empty-text": (
        ("en: Again?", 'en: ""'),
        "x.yml:14: en: an empty text; expected words",
    ),
    "html": (
        ("en: Again?", "en: <b>Again?</b>"),
        "x.yml:14: en: HTML in a text; expected plain words",
    ),
    "unknown-node": (
        ('"no": again', '"no": agian'),
        'x.yml:11: unknown node "agian"; expected the name of a node (did you mean "again"?)',
    ),
    "unknown-start": (
        ("start: ask", "start: agian"),
        'x.yml:4: unknown node "agian"; expected the name of a node (did you mean "again"?)',
    ),
    "unknown-answer": (
        ('"no": again', '"noo": again'),
        'x.yml:11: no shared answer "noo"; expected a key of docs/data/answers.yml (did you mean "no"?)',
    ),
    "answer-twice": (
        ('      - answer: "no"\n', '      - ja: はい\n        en: "Right"\n'),
        'x.yml:18: the answer "はい" a second time; expected each answer once',
    ),
    "nothing-leads-here": (
        ('"no": again', '"no": fine'),
        'x.yml:12: nothing leads to "again"; expected an answer that leads there, or no such node',
    ),
    "loop": (
        ("        back: ask", "        to: ask"),
        'x.yml:17: an unmarked loop: "again" leads back to "ask"; expected `back: ask` in a list of answers',
    ),
    "false-back": (
        ("        back: ask", "        back: fine"),
        'x.yml:17: a false way back: "fine" does not lead to "again"; expected `to: fine`',
    ),
    "back-to-itself": (
        ("        back: ask", "        back: again"),
        'x.yml:17: a false way back: "again" does not lead to "again"; expected `to: again`',
    ),
    "no-way-out": (
        ("        to: fine", "        back: ask"),
        'x.yml:15: no way out of "again": every answer leads back; expected an answer that leads on',
    ),
    "start-without-answers": (
        ("start: ask", "start: fine"),
        'x.yml:4: the start "fine" has no answers; expected a question to start with',
    ),
    "question-with-link": (
        ("    en: Again?\n", "    en: Again?\n    tone: done\n"),
        "x.yml:12: again: a question with `link` or `tone`; expected an outcome, or neither of them",
    ),
    "link-outside": (
        ("link: sign-in.md#chart", "link: https://example.com"),
        "x.yml:23: link: no link inside the site; expected page.md, page.md#section or errors/message.md",
    ),
}
"""Name of the mistake: what is changed in `GOOD`, and what the writer is told (or its beginning)."""


def faults(text: str, name: str = "x.yml") -> list[str]:
    problems = Problems()
    parse_flow(text, Path(name), SHARED, problems)
    return [str(problem) for problem in problems]


def test_a_good_chart_has_no_faults() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_line(fault: str) -> None:
    (old, new), wanted = FAULTS[fault]
    assert old in GOOD
    found = faults(GOOD.replace(old, new, 1))
    assert any(line.startswith(wanted) for line in found), found


def test_all_faults_of_a_chart_come_at_once() -> None:
    text = GOOD.replace("back: ask", "to: ask").replace("en: End", "tone: urgnt").replace('"no": again', '"no": agian')
    assert faults(text) == [
        'x.yml:11: unknown node "agian"; expected the name of a node (did you mean "again"?)',
        'x.yml:20: no "en"; expected the key "en"',
        "x.yml:22: tone: " + TONE,
    ]
