"""What a writer is warned of, and what the charts of the site may not do."""

from __future__ import annotations

from pathlib import Path

from helpsite.flows.advice import advise
from helpsite.flows.load import load_answers, load_flows, parse_flow
from helpsite.ground.problems import Problems

ROOT = Path(__file__).parents[2]
DATA = ROOT / "docs" / "data"


WARNED = """\
title:
  ja: 題
  en: T
start: q0
nodes:
"""


def test_warnings_name_what_makes_a_chart_hard_to_use(tmp_path: Path) -> None:
    (tmp_path / "flows").mkdir()
    (tmp_path / "answers.yml").write_text((DATA / "answers.yml").read_text("utf-8"), "utf-8")
    chain = "".join(
        f"  q{n}:\n    ja: 問{n}\n    en: Q\n    answers:\n      'yes': q{n + 1}\n      'no': end\n" for n in range(13)
    )
    last = "  q13:\n    ja: 問\n    en: Q\n    answers:\n"
    last += "".join(f"      - ja: 答{n}\n        en: A{n}\n        to: end\n" for n in range(7))
    last += "      - answer: other\n        to: end\n"
    end = f"  end:\n    ja: {'あ' * 46}\n    en: {'a' * 91}\n"
    (tmp_path / "flows" / "long.yml").write_text(WARNED + chain + last + end, "utf-8")
    problems, advice = Problems(tmp_path), Problems(tmp_path)
    advise(load_flows(tmp_path / "flows", tmp_path / "answers.yml", problems)["long"], advice)
    assert not problems
    assert [str(warning).removeprefix("flows/long.yml:") for warning in advice] == [
        "5: 14 questions; expected up to 12, or two charts",
        "87: 8 answers; expected up to 7",
        "111: an outcome without link; expected the section, procedure or message that carries it out",
        "112: 46 characters (ja); expected up to 45",
        "113: 91 characters (en); expected up to 90",
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
        "x.yml:5: 5 levels; expected up to 3; ask the question that decides more earlier"
    ]


def test_three_answers_need_one_for_none_of_these(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(
        WARNED
        + "  q0:\n    ja: 問\n    en: Q\n    answers:\n"
        + "".join(f"      - ja: 答{n}\n        en: A{n}\n        to: end\n" for n in range(3))
        + "  end:\n    ja: 終\n    en: End\n    link: a.md\n",
        "utf-8",
    )
    problems = Problems(tmp_path)
    load_flows(tmp_path, DATA / "answers.yml", problems)
    wanted = "the shared answer `other` as the last one"
    assert [str(problem) for problem in problems] == [
        f'x.yml:9: 3 answers to "q0", and none for "none of these"; expected {wanted}'
    ]
