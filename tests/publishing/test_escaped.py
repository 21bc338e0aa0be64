"""Whatever a text holds, it stays a text: pages have the same elements and attributes as before.

Every text of the fixture site is given a script, quotation marks and braces at once. The texts that are refused for
that, with their line, are given what is left of it without ``<…>`` and ``[[…]]`` (in pages also without braces), or
stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml
from tests.fuzz.cases import outline
from tests.small_site import build, lay_out

from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.load import load_site

STRONG = " \"'<>&{{}}[[]]<script>alert(1)</script>"
WEAK = {".yml": " \"'&{{}}]] < %}", ".md": " \"'& < %"}
CODED = {"languages.yml", "synonyms.yml", "chatter.yml", "complaints.yml", "vocabulary.yml"}
"""Files of words that are compared, not shown."""
_PROSE = re.compile(r"^(?:title|description): .*|^(?:#+ |-   |\d\. )?[^\W\d_][^|:`]*$", re.MULTILINE)
_END = re.compile(r"(?: \{ #[\w-]+ \})?$")
Place = tuple[str, int]
"""A file below the project and the number of a text in it."""


def nodes(node: yaml.Node | None, key: str = "") -> Iterator[yaml.ScalarNode]:
    """The texts of a data file: what stands in a language."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from nodes(value, key if key in LOCALES else name.value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from nodes(value, key)
    elif isinstance(node, yaml.ScalarNode) and key in LOCALES:
        yield node


class Spoilt:
    """A laid-out fixture site whose texts are all spoilt."""

    def __init__(self, project: Path) -> None:
        project.mkdir()
        lay_out(project)
        self.project = project
        found = [*(project / "docs").rglob("*.yml"), *(project / "docs").rglob("*.md")]
        self.sources = {path: path.read_text(encoding="utf-8") for path in sorted(found) if path.name not in CODED}
        self.refused: Counter[Place] = Counter()
        self.places: dict[tuple[str, int], Place] = {}

    def spoil(self) -> None:
        """Write every file anew, and note which text stands in which line."""
        self.places.clear()
        for path, text in self.sources.items():
            name = path.relative_to(self.project).as_posix()
            spoilt = self._data(name, text) if path.suffix == ".yml" else self._page(name, text)
            path.write_text(spoilt, encoding="utf-8")

    def _data(self, name: str, text: str) -> str:
        root = yaml.compose(text, yaml.BaseLoader)
        for number, node in enumerate(nodes(root)):
            node.value = self._added(name, number) + node.value  # behind {n}, some templates have one element more
            node.style = '"'
        spoilt = str(yaml.serialize(root, Dumper=yaml.BaseDumper, allow_unicode=True, width=10**6))
        for number, node in enumerate(nodes(yaml.compose(spoilt, yaml.BaseLoader))):
            self.places[name, node.start_mark.line + 1] = (name, number)
        return spoilt

    def _page(self, name: str, text: str) -> str:
        lines, is_fenced = text.split("\n"), False
        for number, line in enumerate(lines):
            is_fenced ^= line.startswith("```")
            if _PROSE.fullmatch(line) and not is_fenced:
                end = len(line) - len(_END.search(line)[0])  # type: ignore[index]
                lines[number] = line[:end] + self._added(name, number) + line[end:]
                self.places[name, number + 1] = (name, number)
        return "\n".join(lines)

    def _added(self, name: str, number: int) -> str:
        return (STRONG, WEAK[Path(name).suffix], "")[min(self.refused[name, number], 2)]

    def problems(self) -> list[tuple[str, int]]:
        """Where something is refused."""
        problems = Problems(self.project)
        load_site(self.project / "docs", self.project / "mkdocs.yml", problems)
        return [(problem.path, problem.line) for problem in problems._items]


def test_texts_stay_texts(tmp_path: Path, small_dir: Path) -> None:
    spoilt = Spoilt(tmp_path / "project")
    for _ in range(20):
        spoilt.spoil()
        refused = spoilt.problems()
        if not refused:
            break
        assert [place for place in refused if place not in spoilt.places] == []
        spoilt.refused.update({spoilt.places[place] for place in refused})
    done = build(spoilt.project, tmp_path / "site", "https://help.example/help/")
    assert done.returncode == 0, done.stderr
    for page in sorted(small_dir.rglob("*.html")):
        name = page.relative_to(small_dir)
        before, after = page.read_text("utf-8"), (tmp_path / "site" / name).read_text("utf-8")
        assert outline(after) == outline(before), name
        assert after.count("&amp;{{") > before.count("&amp;{{"), name
