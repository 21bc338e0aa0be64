"""The examples for writers in CONTRIBUTING.md are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.sample import named

from helpsite.ground.problems import Problems
from helpsite.procedures import check_procedures, load_devices
from helpsite.screens import Screens, load_screens
from helpsite.wordings import Wordings, load_wordings

if TYPE_CHECKING:
    from tests.procedures.conftest import Tables

ROOT = Path(__file__).parents[2]
DATA = ROOT / "docs" / "data"


def example(section: str) -> str:
    """The first fenced example below a heading."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {section}\n.*?^```\w+\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert found, section
    return found[1]


@pytest.fixture(scope="module")
def real() -> tuple[Wordings, Screens]:
    table = load_wordings(DATA / "wordings.yml", named(), [], Problems())
    return table, load_screens(DATA / "screens", table, Problems())


def test_the_procedure(real: tuple[Wordings, Screens], tables: Tables) -> None:
    table, screens = real
    problems = Problems()
    devices = load_devices(DATA / "devices.yml", problems)
    text = example("A procedure")
    (source,) = check_procedures(text, Path("CONTRIBUTING.md"), 1, "ja", devices, screens, table, problems)
    assert list(problems) == []
    assert [(part.device, part.step_count, part.same) for part in source.parts] == [("pc", 2, None), ("phone", 0, "pc")]
    assert 'id="reset-password-pc-2"' in tables.draw(text.replace("| reset-account", "| first"), "ja")


def test_the_screen(real: tuple[Wordings, Screens], tmp_path: Path) -> None:
    (tmp_path / "reset-account.yml").write_text(example("A screen"), encoding="utf-8")
    problems = Problems()
    screens = load_screens(tmp_path, real[0], problems)
    assert list(problems) == []
    assert sorted(screens["reset-account"].marks) == [1, 2, 3]


def test_the_wording(tmp_path: Path) -> None:
    (tmp_path / "wordings.yml").write_text(example("A wording on the screen"), encoding="utf-8")
    problems = Problems()
    table = load_wordings(tmp_path / "wordings.yml", named("founding"), ["reset-forgot-password"], problems)
    assert list(problems) == []
    assert list(table) == ["forgot-password"]
