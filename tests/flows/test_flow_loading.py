"""Charts together: folders, shared answers, equal ids, links and fences."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from tests.flows.test_flow_errors import GOOD
from tests.sample import Sample

from helpsite.flows.load import load_flows
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Document
from helpsite.pages.checks import check_fences
from helpsite.pages.frontmatter import FrontMatter
from helpsite.pages.scan import scan
from helpsite.pages.source import SourcePage


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


@pytest.mark.parametrize(
    ("link", "line", "told"),
    [
        (
            "    link: guide.md#how-to\n",
            19,
            'no anchor "how-to" on guide.md; expected an existing id (did you mean "how"?)',
        ),
        ("", 16, '"flow-short-enter" leads nowhere; expected a link to a message, a procedure or a page'),
        (
            "    link: about.md\n",
            16,
            'no way from "flow-short-enter" to customer service (flow-short-enter → about.md); '
            "expected a way on that ends at contact.md",
        ),
    ],
)
def test_an_outcome_that_leads_nowhere_is_told_once(tmp_path: Path, link: str, line: int, told: str) -> None:
    sample = Sample(tmp_path)
    sample.change("data/flows/short.yml", "    link: guide.md#get-in\n", link)
    assert sample.faults() == [f"docs/data/flows/short.yml:{line}: {told}"]


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
