"""Wordings in the sources of pages: which keys are named, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpsite.ground.source_lines import source_lines

KEY = re.compile(r"\[\[([^\[\]\n]+)\]\]")


def used_wordings(text: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Every ``[[key]]`` of a Markdown text outside of code, as (key, line)."""
    for line in source_lines(text, first_line):
        for match in KEY.finditer(line.text):
            yield match[1], line.number
