"""Charts together: folders, shared answers, equal ids, links and fences."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from tests.flows.test_flow_errors import GOOD
from tests.sample import Sample

from helpsite.flows.load import load_flows
from helpsite.ground.locales import LOCALES
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


def test_a_dead_link_is_told_in_every_language(tmp_path: Path) -> None:
    sample = Sample(tmp_path)
    sample.change("data/flows/short.yml", "contact.md#letter-shut", "contact.md#letter-shot")
    wanted = (
        'no anchor "letter-shot" on contact.md ({}); expected an existing id (did you mean "letter-shut" or "letters"?)'
    )
    assert sample.faults() == [f"docs/data/flows/short.yml:15: {wanted.format(locale)}" for locale in sorted(LOCALES)]


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
