"""The house as it promises to be: short files and functions, one name for one thing, guides that name what is there."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from helpsite.ground.locales import LOCALES

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "hooks").rglob("*.py"))
SCRIPTS = sorted([*(ROOT / "docs" / "assets" / "js").rglob("*.js"), *(ROOT / "overrides").rglob("*.js")])
ROLES = {"__init__.py", "__main__.py", "checks.py", "load.py", "model.py", "render.py", "texts.py"}
"""Files of the same purpose in several rooms."""

_FUNCTION = re.compile(r"( *+)(?!if\b|for\b|while\b|switch\b)[^/*]*\) (?:=> )?\{")
_NAMED = re.compile(r"`([\w./-]+(?:/|\.(?:py|yml|js|css|html|md|json)))`")
_LANGUAGE = re.compile("[\"'/](?:" + "|".join(LOCALES) + ")[\"'/]")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of the file at ``path`` with its number of lines."""
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                yield node.name, (node.end_lineno or 0) - node.lineno + 1
        return
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if start := _FUNCTION.fullmatch(line):
            yield line.strip(), 2 + len([*takewhile(lambda row: not row.startswith(f"{start[1]}}}"), lines[at + 1 :])])


def test_files_and_functions_are_short() -> None:
    lines = {path: path.read_text("utf-8").count("\n") for path in (*CORE, *SCRIPTS)}
    assert {path: count for path, count in lines.items() if count > 200} == {}
    found = [(path, *row) for path in (*CORE, *SCRIPTS) for row in functions(path)]
    assert len(found) > len(lines)
    assert [row for row in found if row[-1] > 25] == []


def test_no_two_things_have_one_name() -> None:
    files = Counter(path.name for path in CORE if path.name not in ROLES)
    trees = [ast.parse(path.read_text("utf-8")).body for path in CORE]
    things = Counter(node.name for body in trees for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    assert [name for name, count in files.items() if count > 1] == []
    assert [name for name, count in things.items() if count > 1 and not name.startswith("_") and name != "main"] == []


def test_no_two_files_need_one_another() -> None:
    """Python refuses circles by itself, but for those that only types make."""
    assert [path for path in CORE if "TYPE_CHECKING" in path.read_text("utf-8")] == []


def test_no_language_is_spelled_out() -> None:
    """What differs by language stands in docs/data/languages.yml; what writers are told is English."""
    files = [
        path for folder in ("hooks", "overrides", "docs/assets/js", "deploy") for path in (ROOT / folder).rglob("*")
    ]
    texts = {
        path: path.read_text("utf-8")
        for path in files
        if path.suffix in {".py", ".html", ".js", ".json", ""} and path.is_file()
    }
    told_in_english = ROOT / "overrides" / "components" / "mistakes.html"
    assert {path: found for path, text in texts.items() if (found := _LANGUAGE.findall(text))}.keys() <= {
        told_in_english
    }


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md", "DECISIONS.md", "deploy/README.md"])
def test_guides_name_what_is_there(guide: str) -> None:
    """A path is written from the root, or from the folder that the text is about."""
    text = (ROOT / guide).read_text("utf-8").partition("## Reference of the formats")[0]
    built = {"errors/index.json", "en/errors/index.json", "en/404.html", "sw.js", "errors/slide-net-err.md"}
    places = [
        ROOT,
        *(
            ROOT / place
            for place in (
                "hooks/helpsite",
                "docs",
                "docs/data",
                "docs/assets",
                "docs/assets/css",
                "docs/assets/js",
                "overrides",
                "overrides/components",
                "tests",
            )
        ),
    ]
    named = set(_NAMED.findall(text)) - built - ROLES
    assert named
    assert [name for name in sorted(named) if not any((place / name).exists() for place in places)] == []
