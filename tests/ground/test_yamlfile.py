from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from helpsite.ground.problems import Problems
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import load_yaml, parse_yaml

PATH = Path("data.yml")


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    kind: str = ""


def faults(text: str) -> list[str]:
    problems = Problems()
    document = parse_yaml(text, PATH, problems)
    if document is not None:
        check(Row, document, problems)
    return [str(problem) for problem in problems]


def test_yes_no_numbers_and_dates_stay_texts() -> None:
    document = parse_yaml("yes: no\n1: 2026-11-23\n", PATH, Problems())
    assert document is not None
    assert document.data == {"yes": "no", "1": "2026-11-23"}


def test_a_key_that_stands_twice() -> None:
    assert faults("title: a\ntitle: b\n") == [
        'data.yml:2: the key "title" a second time (first in line 1); expected each key once'
    ]


def test_an_unknown_key_suggests_near_names() -> None:
    assert faults("title: a\ntitel: b\n") == [
        'data.yml:2: unknown key "titel"; expected a documented key (did you mean "title"?)'
    ]


def test_a_missing_key() -> None:
    assert faults("kind: a\n") == ['data.yml:1: no "title"; expected the key "title"']


def test_broken_yaml_names_the_line() -> None:
    assert faults("title: a\n  b: c\n") == [
        "data.yml:2: not YAML: mapping values are not allowed in this context; expected YAML as in the other files"
    ]


def test_an_alias_is_refused() -> None:
    assert faults("title: &a x\nkind: *a\n") == ["data.yml:1: a YAML alias (*name); expected the value written out"]


def test_nested_aliases_take_no_time() -> None:
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]" for n in range(40)]
    assert faults("\n".join(rows))


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "data.yml"
    path.write_bytes(b"a: b\nc: " + "日本".encode("shift_jis"))
    problems = Problems(tmp_path)
    assert load_yaml(path, problems) is None
    assert [str(problem) for problem in problems] == ["data.yml:2: a byte that is not UTF-8; expected a file in UTF-8"]


@pytest.mark.parametrize("text", ["&a [*a]", "? [a]\n: b", "!!python/object:os.system {}", "\x00", "- " * 2000])
def test_odd_yaml_is_a_problem_and_no_traceback(text: str) -> None:
    assert faults(text)


@settings(deadline=None)  # a busy machine is no fault
@given(st.text())
def test_no_text_gives_a_traceback(text: str) -> None:
    problems = Problems()
    document = parse_yaml(text, PATH, problems)
    if document is not None:
        check(Row, document, problems)
    assert all(str(problem).startswith("data.yml:") for problem in problems)


@pytest.mark.parametrize("value", ["!!bool maybe", "!!int ''", "!!timestamp nope", "!!python/name:os.system", "!ENV X"])
def test_a_tag_is_refused(value: str) -> None:
    problems = Problems()
    assert parse_yaml(f"a: 1\nb: {value}\n", Path("x.yml"), problems) is None
    assert [problem.line for problem in problems] == [2]
    assert "expected the value without a tag" in str(next(iter(problems)))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xef\xbb\xbfa: 1\n", "x.yml:1: a byte order mark"),
        (b"a: 1\nb: \x02\n", "x.yml:2: the control character U+0002"),
        (b'a: 1\nb: "\\x02"\n', "x.yml:2: the control character U+0002"),
    ],
)
def test_what_nobody_can_see_is_told(content: bytes, found: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(content)
    problems = Problems(tmp_path)
    load_yaml(tmp_path / "x.yml", problems)
    assert [str(problem).partition(";")[0] for problem in problems] == [found]
