"""One mistake is one answer: every key of every file of the small site, misspelt, left out, and with a wrong value.

Where a file has many rows of one shape, the first one stands for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.nightly import by_day
from tests.sample import FIXTURE, Sample

DOCS = FIXTURE / "docs"
ELSEWHERE = ("redirects",)
"""What is read only when the site is built."""
FILES = [path.relative_to(DOCS) for path in sorted((DOCS / "data").rglob("*.yml")) if path.stem not in ELSEWHERE]
FRONT = Path("ja/guide.md")
NAMED = "letters"
"""Its rows are named in many places; when one is gone, each of them is told with its own line."""

Change = tuple[str, str, str]
"""What was done, to which key, and the whole text after it."""


def changes(text: str) -> Iterator[Change]:
    root = yaml.compose(text, yaml.BaseLoader)
    done: set[tuple[str, ...]] = set()
    for path, mapping in _mappings(root, ()):
        rows = list(mapping.value)
        for at, (key, value) in enumerate(rows):
            name = key.value
            if (*path[-1:], name) not in done:
                done.add((*path[-1:], name))
                for what, changed in (
                    ("wrong", [(key, _wrong(value))]),
                    ("misspelt", [(_scalar(f"{name}x"), value)]),
                    ("left out", []),
                )[: 1 if path[-1:] == (NAMED,) else None]:
                    mapping.value = [*rows[:at], *changed, *rows[at + 1 :]]
                    yield what, name, yaml.serialize(root, Dumper=yaml.BaseDumper, allow_unicode=True)
                mapping.value = rows


def _mappings(node: yaml.Node | None, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], yaml.MappingNode]]:
    if isinstance(node, yaml.MappingNode):
        yield path, node
        for key, value in node.value:
            yield from _mappings(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value, path)


def _scalar(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)


def _wrong(value: yaml.Node) -> yaml.Node:
    if isinstance(value, yaml.ScalarNode):
        return yaml.MappingNode("tag:yaml.org,2002:map", [(_scalar("a"), _scalar("b"))])
    return _scalar("x")


def lines_of(text: str, name: str) -> set[int]:
    return {
        number
        for number, line in enumerate(text.split("\n"), 1)
        if f"{name}:" in line.replace("'", "").replace('"', "")
    }


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("sample"))


def check(sample: Sample, path: str, change: Change, *, head: str = "", tail: str = "") -> None:
    what, key, text = change
    sound = sample.path(path).read_text(encoding="utf-8")
    sample.write(path, head + text + tail)
    try:
        faults = sample.faults()
    finally:
        sample.write(path, sound)
    told = f"{key} {what}:\n" + "\n".join(faults)
    assert len(faults) <= 2, told
    if what == "wrong":
        lines = {line + head.count("\n") for line in lines_of(text, key)}
        assert any(faults[0].startswith(f"docs/{path}:{line}: ") for line in lines), told
    elif what == "misspelt" and faults:
        assert f"{key}x" in faults[0], told  # of a row's name, whoever uses the row is told the near one


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_wrong_key_is_told_once_and_by_its_line(sample: Sample, path: Path) -> None:
    text = (DOCS / path).read_text(encoding="utf-8")
    for change in by_day(list(changes(text)), 8):
        check(sample, path.as_posix(), change)


def test_a_wrong_key_at_the_head_of_a_page_is_told_once_and_by_its_line(sample: Sample) -> None:
    text = (DOCS / FRONT).read_text(encoding="utf-8")
    _, front, rest = text.split("---\n", 2)
    for change in changes(front):
        check(sample, FRONT.as_posix(), change, head="---\n", tail=f"---\n{rest}")
