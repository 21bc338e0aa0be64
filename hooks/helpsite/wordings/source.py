"""Wordings in the sources of pages: which keys are named, and are they known?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from helpsite.problems import Problems, did_you_mean, shorten
from helpsite.source import source_lines

KEY = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_JAPANESE = r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]"
_SPACE_BEFORE = re.compile(_JAPANESE + r" $")
_SPACE_AFTER = re.compile(" " + _JAPANESE)


def used_wordings(text: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Every ``[[key]]`` of a Markdown text outside of code, as (key, line)."""
    for line in source_lines(text, first_line):
        for match in KEY.finditer(line.text):
            yield match[1], line.number


def check_wordings(text: str, path: Path, first_line: int, known: Collection[str], problems: Problems) -> set[str]:
    """Note every unknown key of a page; gives the known keys that it names."""
    used = set()
    for key, line in used_wordings(text, first_line):
        if key in known:
            used.add(key)
        else:
            wanted = "a key of the wordings" + did_you_mean(key, known)
            problems.add(path, line, f'unknown wording "{shorten(key)}"', wanted)
    return used


def without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from ``start`` to ``end`` of ``text``, widened by the space at either side of it where the space
    parts it from a Japanese letter: writers type one (``[[continue]] を押します``), readers want none.
    """
    if _SPACE_BEFORE.search(text, max(0, start - 2), start):
        start -= 1
    if _SPACE_AFTER.match(text, end):
        end += 1
    return start, end
