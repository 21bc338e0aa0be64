"""A small site to break: a copy of ``tests/fixture`` with the real interface words."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table
from helpsite.ground.yamlfile import Document
from helpsite.load import load_site
from helpsite.site import Site

ROOT = Path(__file__).parents[1]
FIXTURE = Path(__file__).parent / "fixture"


def named(*keys: str) -> Table[Any]:
    """A table of which only the keys matter."""
    return Table(known=keys, document=Document(Path("docs/data/sources.yml"), None, None))


class Sample:
    """A copy of the small site in ``root``, and what its writer would be told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(FIXTURE, root, dirs_exist_ok=True)
        shutil.copytree(ROOT / "docs" / "data" / "ui", root / "docs" / "data" / "ui")

    def path(self, name: str) -> Path:
        """A file below ``docs``."""
        return self.root / "docs" / name

    def write(self, name: str, text: str) -> None:
        """Give a file below ``docs`` a new text."""
        self.path(name).write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace ``old``, which must stand in the file, by ``new``."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} does not stand in {name}"
        self.write(name, text.replace(old, new))

    def change_twins(self, name: str, old: str, new: str) -> None:
        """The same `change` in both languages."""
        for locale in ("ja", "en"):
            self.change(f"{locale}/{name}", old, new)

    def load(self) -> tuple[Site, list[str]]:
        """The site, and every problem as its writer reads it."""
        problems = Problems(self.root)
        site = load_site(self.root / "docs", self.root / "mkdocs.yml", problems)
        return site, [str(problem) for problem in problems]

    def faults(self) -> list[str]:
        """Every problem as its writer reads it."""
        return self.load()[1]
