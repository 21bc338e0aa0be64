"""What a writer is told: ``path:line: what was found; expected what should be there``, all of it at once."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

_TWINS = 2  # the same mistake in a page's two languages
_SHOWN = 5


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content, at a line (1-based) of a file."""

    path: str
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        """``path:line: found; expected …``, on one line whatever the texts hold."""
        return " ".join(f"{self.path}:{self.line}: {self.found}; expected {self.expected}".split())


@dataclass
class Problems:
    """A list that checks add to; whoever started the checks decides when it ends the build."""

    root: Path | None = None
    _items: list[Problem] = field(default_factory=list)

    def add(self, path: Path | str, line: int, found: str, expected: str) -> None:
        """Note a mistake. ``path`` is shown relative to ``root`` where it lies below it."""
        self._items.append(Problem(self._shown(path), line, found, expected))

    def include(self, others: Self) -> None:
        """Note what ``others`` holds as well."""
        for problem in others._items:
            self.add(problem.path, problem.line, problem.found, problem.expected)

    def _shown(self, path: Path | str) -> str:
        path = Path(path)
        if self.root is not None and path.is_relative_to(self.root):
            path = path.relative_to(self.root)
        return path.as_posix()

    def __iter__(self) -> Iterator[Problem]:
        """The mistakes by file and line, each once; one that stands in more than two places is told once as well."""
        places: dict[tuple[str, str], list[Problem]] = {}
        for problem in sorted(set(self._items)):
            places.setdefault((problem.found, problem.expected), []).append(problem)
        return iter(sorted(problem for same in places.values() for problem in _together(same)))

    def __bool__(self) -> bool:
        return bool(self._items)

    def raise_if_any(self) -> None:
        """Raise `ContentError` when at least one mistake was noted."""
        if self._items:
            raise ContentError(list(self))


def _together(same: list[Problem]) -> list[Problem]:
    """Equal mistakes: one or two as they are, more of them as the first one with the places of the others."""
    if len(same) <= _TWINS:
        return same
    others = [f"{problem.path}:{problem.line}" for problem in same[1:]]
    more = f" and {len(others) - _SHOWN} more places" if len(others) > _SHOWN else ""
    return [replace(same[0], found=f"{same[0].found} (also at {', '.join(others[:_SHOWN])}{more})")]


class ContentError(Exception):
    """The content cannot be published. ``str()`` is every mistake, one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def shorten(text: str, limit: int = 60) -> str:
    """``text`` on one line and no longer than ``limit`` characters, for use in a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``' (did you mean "password"?)'`` with up to three near names, or nothing."""
    near = difflib.get_close_matches(name[:200], sorted(set(known)), n=3, cutoff=0.6)
    if not near:
        return ""
    return " (did you mean " + " or ".join(f'"{match}"' for match in near) + "?)"
