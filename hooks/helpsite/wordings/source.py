"""Wordings in the sources of pages and data: which keys are named, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from helpsite.ground.markdown_source import PARSER, pieces

KEY = re.compile(r"\[\[([^\[\]\n]+)\]\]")


def used_wordings(text: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Every ``[[key]]`` of a Markdown text outside of code, as (key, line)."""
    return wordings_in(PARSER.parse(text), first_line)


def wordings_in(tokens: Sequence[Token], first_line: int = 1) -> Iterator[tuple[str, int]]:
    """The same for a text that was read."""
    for piece in pieces(tokens, first_line):
        for match in KEY.finditer(piece.text):
            yield match[1], piece.line
