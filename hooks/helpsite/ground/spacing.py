"""Spaces beside what is put into a Japanese text."""

import re
from collections.abc import Callable

_JAPANESE = r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]"
_SPACE_BEFORE = re.compile(_JAPANESE + r" $")
_SPACE_AFTER = re.compile(" " + _JAPANESE)


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
