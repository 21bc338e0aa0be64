"""Markdown sources line by line, with code out of the way: what checks of syntax may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"[\s>]*(`{3,}|~{3,})(?P<info>.*)$")
_JAPANESE = r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]"
_SPACE_BEFORE = re.compile(_JAPANESE + r" $")
_SPACE_AFTER = re.compile(" " + _JAPANESE)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


@dataclass(frozen=True)
class SourceLine:
    """One line of a page: its number in the file, and its text with tabs as spaces and code spans blanked out.

    ``raw`` is the text as written; ``code`` says that the line belongs to a fenced code block (its text is empty).
    """

    number: int
    text: str
    raw: str
    code: bool = False

    @property
    def indent(self) -> int:
        """Spaces at the start."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def blank(self) -> bool:
        """Whether nothing is written here (a line of code is not blank)."""
        return not self.code and not self.raw.strip()


def source_lines(text: str, first_line: int = 1) -> Iterator[SourceLine]:
    """Every line of ``text``, which starts at ``first_line`` of its file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    closing = -1
    for index, line in enumerate(lines):
        if index > closing:
            closing = max(closing, _fence_end(lines, index))
        raw = line.expandtabs(4)
        code = index <= closing
        yield SourceLine(first_line + index, "" if code else _without_code(raw), raw, code)


def _without_code(line: str) -> str:
    return _CODE_SPAN.sub(lambda match: " " * len(match.group()), line)


def _fence_end(lines: list[str], start: int) -> int:
    """The index of the line that closes the fence opened at ``start``; -1 where there is no fence or no end."""
    opened = _FENCE.match(lines[start])
    if opened is None or "`" in opened.group("info"):
        return -1
    for index in range(start + 1, len(lines)):
        closed = _FENCE.match(lines[index])
        if closed and closed.group(1) == opened.group(1) and not closed.group("info").strip():
            return index
    return -1


def without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from ``start`` to ``end`` of ``text``, widened by the space at either side of it where the space
    parts it from a Japanese letter: writers type one (``[[continue]] を押します``), readers want none.
    """
    if _SPACE_BEFORE.search(text, max(0, start - 2), start):
        start -= 1
    if _SPACE_AFTER.match(text, end):
        end += 1
    return start, end


def substitute(pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str | None], text: str) -> str:
    """``text`` with every match replaced, and the space beside it dropped as in `without_spaces`.

    A match whose replacement is ``None`` stays as it is.
    """
    pieces, last = [], 0
    for match in pattern.finditer(text):
        new = replacement(match)
        if new is not None:
            start, end = without_spaces(text, *match.span())
            pieces += [text[last:start], new]
            last = end
    return "".join(pieces) + text[last:]
