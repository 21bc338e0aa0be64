"""Tables: one mistake in a row is one problem, and the row stays known."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from helpsite.ground.problems import Problems
from helpsite.ground.slugs import is_slug
from helpsite.ground.tables import Table, load_table


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str


def load(folder: Path, text: str) -> tuple[Table[Row], list[str]]:
    (folder / "rows.yml").write_text(text, encoding="utf-8")
    problems = Problems(folder)
    return load_table(folder / "rows.yml", Row, problems), [str(problem) for problem in problems]


def test_a_faulty_row_hides_no_other_and_stays_known(tmp_path: Path) -> None:
    table, problems = load(tmp_path, "one:\n  title: a\ntwo:\n  titel: b\n  title: b\nthree:\n  title: []\n")
    assert problems == [
        'rows.yml:4: unknown key "titel"; expected a documented key (did you mean "title"?)',
        "rows.yml:7: title: a list; expected a text",
    ]
    assert list(table) == ["one"]
    assert not table.is_whole
    assert table.fault("two", "row") is None
    assert table.fault("tow", "row") == ('unknown row "tow"', 'a key of docs/data/rows.yml (did you mean "two"?)')


@pytest.mark.parametrize("text", ["a: [", "[]", "text", ""])
def test_in_a_file_that_cannot_be_read_nothing_is_unknown(tmp_path: Path, text: str) -> None:
    table, problems = load(tmp_path, text)
    assert len(problems) == 1
    assert table.fault("anything", "row") is None


def test_rows_know_their_lines(tmp_path: Path) -> None:
    table, _ = load(tmp_path, "one:\n  title: a\ntwo:\n  title: b\n")
    assert (table.line("two"), table.line("two", "title")) == (3, 4)


def test_a_key_is_a_slug(tmp_path: Path) -> None:
    assert load(tmp_path, "One:\n  title: a\n")[1] == [
        'rows.yml:1: the key "One"; expected lower-case ASCII words joined by single hyphens, as in reset-password'
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("slide-12", True),
        ("slide-１２", False),
        ("a--b", False),
        ("-a", False),
        ("a_b", False),
        ("", False),
        ("a\n", False),
    ],
)
def test_slugs(text: str, *, right: bool) -> None:
    assert is_slug(text) == right


def test_the_same_mistake_in_many_places_is_told_once() -> None:
    problems = Problems()
    for line in range(1, 10):
        problems.add("a.md", line, "unknown word", "a known one")
    assert [str(problem) for problem in problems] == [
        "a.md:1: unknown word (also at a.md:2, a.md:3, a.md:4, a.md:5, a.md:6 and 3 more places); expected a known one"
    ]
