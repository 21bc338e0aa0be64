"""``docs/data/screens/*.yml``, checked."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from helpsite.ground.problems import Problems
from helpsite.ground.tables import data_files
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, Loc, load_yaml
from helpsite.screens.model import Element, ScreenData
from helpsite.screens.render import Screen, Screens
from helpsite.wordings.table import Wordings


def load_screens(folder: Path, wordings: Wordings, problems: Problems) -> Screens:
    """Every screen of ``folder`` by its file's name."""
    paths = data_files(folder, problems)
    screens = {path.stem: screen for path in paths if (screen := _load_screen(path, wordings, problems))}
    return Screens(screens, tuple(path.stem for path in paths))


def _load_screen(path: Path, wordings: Wordings, problems: Problems) -> Screen | None:
    document = load_yaml(path, problems)
    data = document and check(ScreenData, document, problems)
    if document is None or not data:
        return None
    placed = list(_placed(data.elements, ("elements",)))
    for loc, element in placed:
        if element.says is not None:
            wordings.check_key(element.says, "wording", document, (*loc, "says"), problems)
    return Screen(path, path.stem, data, _marks(placed, document, problems), wordings)


def _placed(elements: Sequence[Element], loc: Loc) -> Iterator[tuple[Loc, Element]]:
    """Every element with its place in the file."""
    for index, element in enumerate(elements):
        yield (*loc, index), element
        yield from _placed(element.elements, (*loc, index, "elements"))


def _marks(placed: Sequence[tuple[Loc, Element]], document: Document, problems: Problems) -> Mapping[int, int]:
    """Every mark of the screen with its line."""
    marks: dict[int, int] = {}
    for loc, element in placed:
        for key, mark in (("mark", element.mark), ("end", element.end)):
            if mark is None:
                continue
            line = document.line((*loc, key))
            if mark in marks:
                found = f"mark {mark} a second time (first in line {marks[mark]})"
                problems.add(document.path, line, found, "each once")
            marks.setdefault(mark, line)
    return marks
