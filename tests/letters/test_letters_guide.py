"""What CONTRIBUTING.md says about letters is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpsite.ground.problems import Problems
from helpsite.letters import load_letters

ROOT = Path(__file__).parents[2]
SECTION = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## A support letter\n")[2].split("\n## ")[0]
EXAMPLE = SECTION.partition("```yaml\n")[2].partition("```")[0]


def faults(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "letters.yml"
    path.write_text(text, encoding="utf-8")
    problems = Problems(tmp_path)
    load_letters(path, problems)
    return [str(problem) for problem in problems]


def test_the_example(tmp_path: Path) -> None:
    assert faults(EXAMPLE, tmp_path) == []


CURES = re.findall(r"^\| `(.+?)` \| .+ \|$", SECTION, re.MULTILINE)


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("    meaning: |", "    sense: |", 'no "meaning"'),
        ("[date-seen, tried]", "[date-seen, tired]", 'unknown field "…"'),
        ("      最初に出た日：{date-seen}", "      最初に出た日：", 'the field "…", which does not stand in "…"'),
        ("[date-seen, tried]", "[date-seen]", "is no field of this letter"),
        ("[date-seen, tried]", "[date-seen]", 'the field "…", which no letter uses'),
        ("      試したこと：\n", "      試したこと：\n\n", "paragraphs of"),
    ],
)
def test_every_cure_is_for_something(tmp_path: Path, old: str, new: str, cure: str) -> None:
    assert cure in CURES
    pattern = re.compile(re.escape(cure).replace("…", ".+"))
    assert any(pattern.search(line) for line in faults(EXAMPLE.replace(old, new), tmp_path))
