"""What a writer of charts is told: every mistake, with its line, all at once, and never a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpsite.flows.checks import check_flow_links
from helpsite.flows.load import load_flows, parse_flow
from helpsite.ground.anchors import Anchors
from helpsite.ground.locales import LOCALES, Localized
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Document
from helpsite.pages.checks import check_fences
from helpsite.pages.frontmatter import FrontMatter
from helpsite.pages.scan import scan
from helpsite.pages.source import SourcePage

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


def folder(tmp_path: Path, **charts: str) -> Path:
    (tmp_path / "flows").mkdir()
    (tmp_path / "answers.yml").write_text('"yes":\n  ja: はい\n  en: "Yes"\n"no":\n  ja: いいえ\n  en: "No"\n', "utf-8")
    for name, text in charts.items():
        (tmp_path / "flows" / name.replace("__", ".").replace("_", "-")).write_text(text, "utf-8")
    return tmp_path


def test_all_faults_of_all_charts_come_in_one_run(tmp_path: Path) -> None:
    one, two = GOOD.replace("start: ask", "start: aks"), GOOD.replace("    en: End\n", "")
    folder(tmp_path, one__yml=one, two__yml=two, three__yaml=GOOD, four__yml=GOOD, **{"Sign In__yml": GOOD})
    problems = Problems(tmp_path)
    load_flows(tmp_path / "flows", tmp_path / "answers.yml", problems)
    assert [str(problem).removeprefix("flows/") for problem in problems] == [
        'Sign In.yml:1: the name "Sign In"; expected lower-case ASCII words joined by single hyphens, as in reset-password',
        'one.yml:4: unknown node "aks"; expected the name of a node (did you mean "ask"?)',
        "three.yaml:1: a file that nothing reads; expected a name that ends in .yml",
        'two.yml:20: no "en"; expected the key "en"',
    ]


def test_a_fault_in_the_shared_answers_does_not_hide_those_of_the_charts(tmp_path: Path) -> None:
    data = folder(tmp_path, one__yml=GOOD.replace("start: ask", "start: aks"))
    (data / "answers.yml").write_text("yes: [\n", "utf-8")
    problems = Problems(tmp_path)
    assert load_flows(data / "flows", data / "answers.yml", problems) == {}
    assert [problem.path for problem in problems] == ["answers.yml", "flows/one.yml"]


def test_equal_ids_in_two_charts_are_refused(tmp_path: Path) -> None:
    data = folder(tmp_path, a__yml=GOOD.replace("again", "b-again"), a_b__yml=GOOD)
    problems = Problems(tmp_path)
    load_flows(data / "flows", data / "answers.yml", problems)
    assert [str(problem) for problem in problems] == [
        'flows/a.yml:12: the id "flow-a-b-again", which the chart "a-b" has as well; expected another name for the node or chart'
    ]


def test_a_dead_link_is_told_in_every_language() -> None:
    problems, anchors = Problems(), Anchors()
    flow = parse_flow(GOOD, Path("x.yml"), SHARED, problems)
    assert flow is not None
    for locale in LOCALES:
        anchors.add(locale, "sign-in.md", "", "Sign in")
    anchors.add("ja", "sign-in.md", "charts", "図")
    anchors.add("en", "sign-in.md", "chart", "Chart")
    check_flow_links({"x": flow}, anchors, problems)
    assert [str(problem) for problem in problems] == [
        'x.yml:23: a dead link (ja): no anchor "chart" on sign-in.md; expected an existing id (did you mean "charts"?)'
    ]


def test_a_fence_names_a_chart_once() -> None:
    problems = Problems()
    text = "# Page { #page }\n\n```flow\nstrat\n```\n\n```flow\nstart\n```\n\n```flow\nstart\n```\n"
    path = Path("docs/en/index.md")
    page = SourcePage("en", "index.md", path, text, 1, cast(FrontMatter, None), Document(path, None, None))
    check_fences(scan(page), {"flow": ["start", "slider"]}, problems)
    assert [str(problem) for problem in problems] == [
        'docs/en/index.md:3: unknown flow "strat"; expected one of slider, start (did you mean "start"?)',
        'docs/en/index.md:11: the flow "start" a second time; expected once a page',
    ]


def test_a_chart_that_hangs_too_deep_is_refused() -> None:
    nodes = "".join(
        f"  q{n}:\n    ja: 問\n    en: Q\n    answers:\n"
        + "".join(f"      - ja: 答{m}\n        en: A{m}\n        to: {to}\n" for m, to in enumerate(ways(n)))
        for n in range(10)
    )
    leaves = "".join(
        f"  {side}{n}:\n    ja: 問\n    en: Q\n    answers:\n      'yes': end\n      'no': end\n"
        for n in range(10)
        for side in "ab"
    )
    text = f"title:\n  ja: 題\n  en: T\nstart: q0\nnodes:\n{nodes}{leaves}  end:\n    ja: 終\n    en: End\n"
    assert faults(text) == ['x.yml:110: "q8" hangs more than 8 levels deep; expected a flatter chart, or two charts']


def ways(n: int) -> list[str]:
    return [f"q{n + 1}" if n < 9 else "end", f"a{n}", f"b{n}"]


def test_a_long_chain_is_no_problem() -> None:
    nodes = "".join(
        f"  q{n}:\n    ja: 問\n    en: Q\n    answers:\n      'yes': q{n + 1}\n      'no': end\n" for n in range(3000)
    )
    last = "  q3000:\n    ja: 問\n    en: Q\n    answers:\n      'yes': other\n      'no': end\n"
    ends = "  end:\n    ja: 終\n    en: End\n  other:\n    ja: 終\n    en: End\n"
    assert faults(f"title:\n  ja: 題\n  en: T\nstart: q0\nnodes:\n{nodes}{last}{ends}") == []


ODD = st.sampled_from(
    ["", "null", "[]", "{}", "- a", "yes", '"\\ud800"', "&a [*a]", "!!python/none x", "? [x]", "<b>", "\t"]
)
PIECES = st.sampled_from(re.findall(r"[^\n]*\n|\w+", GOOD))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, ODD, st.text(max_size=8)), max_size=40).map("".join))
def test_no_text_gives_a_traceback(text: str) -> None:
    for line in faults(text):
        assert re.match(r"x\.yml:\d+: .+; .+", line)
        assert "\n" not in line


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_broken_chart_gives_a_traceback(data: st.DataObject) -> None:
    lines = GOOD.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        key = lines[place].partition(":")[0]
        odd = st.tuples(st.just(f"{key}: "), ODD, st.just("\n")).map("".join)
        lines[place] = data.draw(st.one_of(st.just(""), odd, PIECES, st.text(max_size=12)))
    for line in faults("".join(lines)):
        assert re.match(r"x\.yml:\d+: .+; .+", line)
