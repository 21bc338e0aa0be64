"""``docs/data/screens/*.yml``, checked at the door."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.yamlfile import Document, Loc, check, load_yaml
from helpsite.screens.drawing import Screen, Screens, WordingsLike
from helpsite.screens.model import Element, ScreenData

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_screens(folder: Path, wordings: WordingsLike, problems: Problems) -> Screens:
    """Every screen of ``folder`` by its file's name. Wrong files are left out and their problems are noted."""
    screens = {}
    for path in sorted(folder.glob("*.yml")):
        screen = _load(path, wordings, problems)
        if screen:
            screens[path.stem] = screen
    return Screens(screens)


def _load(path: Path, wordings: WordingsLike, problems: Problems) -> Screen | None:
    if not _NAME.fullmatch(path.stem):
        problems.add(path, 1, f'a screen called "{path.stem}"', "a name of small letters, digits and hyphens")
    document = load_yaml(path, problems)
    data = document and check(ScreenData, document, problems)
    if document is None or not data:
        return None
    placed = list(_placed(data.elements, ("elements",)))
    _check_wordings(placed, document, wordings, problems)
    return Screen(path, path.stem, data, _marks(placed, document, problems), wordings)


def _placed(elements: Sequence[Element], loc: Loc) -> Iterator[tuple[Loc, Element]]:
    """Every element with its place in the file."""
    for index, element in enumerate(elements):
        yield (*loc, index), element
        yield from _placed(element.elements, (*loc, index, "elements"))


def _check_wordings(
    placed: Sequence[tuple[Loc, Element]], document: Document, wordings: Collection[str], problems: Problems
) -> None:
    for loc, element in placed:
        if element.says is not None and element.says not in wordings:
            wanted = "a key of the wordings" + did_you_mean(element.says, wordings)
            problems.add(document.path, document.line((*loc, "says")), f'unknown wording "{element.says}"', wanted)


def _marks(placed: Sequence[tuple[Loc, Element]], document: Document, problems: Problems) -> Mapping[int, int]:
    """Every mark of the screen with its line."""
    marks: dict[int, int] = {}
    for loc, element in placed:
        for key, mark in (("mark", element.mark), ("end", element.end)):
            if mark is None:
                continue
            line = document.line((*loc, key))
            if mark in marks:
                problems.add(
                    document.path, line, f"mark {mark} a second time (first in line {marks[mark]})", "each once"
                )
            marks.setdefault(mark, line)
    return marks
