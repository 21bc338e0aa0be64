"""The charts of the site, the list of `make flows`, and the writers' guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpsite.flows import advise, load_flows, parse_flow
from helpsite.flows.__main__ import main
from helpsite.flows.load import load_answers
from helpsite.ground.problems import Problems

ROOT = Path(__file__).parents[2]
DATA = ROOT / "docs" / "data"
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## A flowchart\n")[2].partition("\n## ")[0]
CHARTS = {"locked", "register", "reset", "sign-in", "slider", "start"}


def test_the_six_charts_have_neither_faults_nor_warnings() -> None:
    problems = Problems(ROOT)
    flows = load_flows(DATA / "flows", DATA / "answers.yml", problems)
    for flow in flows.values():
        advise(flow, problems)
    assert [str(problem) for problem in problems] == []
    assert set(flows) == CHARTS


def test_every_outcome_leads_somewhere_and_urgent_ones_are_few() -> None:
    for flow in load_flows(DATA / "flows", DATA / "answers.yml", Problems()).values():
        outcomes = [node for node in flow.nodes.values() if not node.answers]
        assert all(node.link for node in outcomes)
        assert sum(node.tone == "urgent" for node in outcomes) <= 2


def test_the_example_of_the_guide_is_a_good_chart() -> None:
    problems = Problems()
    example = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert example is not None
    flow = parse_flow(example[1], Path("sign-in.yml"), load_answers(DATA / "answers.yml", problems), problems)
    assert flow is not None, list(problems)
    advise(flow, problems)
    assert [str(problem) for problem in problems] == []


WARNED = """\
title:
  ja: 題
  en: T
start: q0
nodes:
"""


def test_warnings_name_what_makes_a_chart_hard_to_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "answers.yml").write_text((DATA / "answers.yml").read_text("utf-8"), "utf-8")
    chain = "".join(
        f"  q{n}:\n    ja: 問{n}\n    en: Q\n    answers:\n      'yes': q{n + 1}\n      'no': end\n" for n in range(13)
    )
    last = "  q13:\n    ja: 問\n    en: Q\n    answers:\n"
    last += "".join(f"      - ja: 答{n}\n        en: A{n}\n        to: end\n" for n in range(6))
    end = f"  end:\n    ja: {'あ' * 46}\n    en: {'a' * 91}\n"
    (tmp_path / "flows" / "long.yml").write_text(WARNED + chain + last + end, "utf-8")
    assert main([str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        "long: 題",
        "  14 questions, 1 outcomes, longest way 14 answers, 1 levels",
        "    1  q0: 問0",
        "    2  q1: 問1",
    ]
    assert [line.rpartition("long.yml:")[2] for line in lines if line.startswith("warning")] == [
        "5: 14 questions; up to 12, or two charts",
        "87: 6 answers; up to 5",
        "106: an outcome without link; the section, procedure or message that carries it out",
        "107: 46 characters (ja); up to 45",
        "108: 91 characters (en); up to 90",
    ]


def test_levels_are_warned_of() -> None:
    problems = Problems()
    nodes = "".join(
        f"  q{n}:\n    ja: 問\n    en: Q\n    answers:\n"
        + "".join(
            f"      - ja: 答{m}\n        en: A{m}\n        to: {to}\n"
            for m, to in enumerate([f"q{n + 1}" if n < 3 else "end", f"a{n}", f"b{n}"])
        )
        for n in range(4)
    )
    leaves = "".join(
        f"  {side}{n}:\n    ja: 問\n    en: Q\n    answers:\n      'yes': end\n      'no': end\n"
        for n in range(4)
        for side in "ab"
    )
    text = WARNED + nodes + leaves + "  end:\n    ja: 終\n    en: End\n    link: a.md\n"
    flow = parse_flow(text, Path("x.yml"), load_answers(DATA / "answers.yml", problems), problems)
    assert flow is not None
    advise(flow, problems)
    assert [str(problem) for problem in problems] == [
        "x.yml:5: 5 levels; up to 3; ask the question that decides more earlier"
    ]


def test_the_list_of_the_real_charts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    output = capsys.readouterr().out
    assert "start: いま何が起きていますか\n  3 questions, 10 outcomes, longest way 2 answers, 2 levels\n" in output
