"""Wordings in the sources of pages: which keys are named, and are they known?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.source_lines import source_lines

KEY = re.compile(r"\[\[([^\[\]\n]+)\]\]")


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
