"""The words of a page by section, without mark-up, as the search knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt

from helpsite.ground.text import squeeze
from helpsite.pages.source import PARSER, Heading, SourcePage

_BLOCK = re.compile(r"^\s*/{3,}")
_OPTION = re.compile(r"^\s+(attrs|open|type):")
_MARKS = re.compile(r"\{\d+\}|\{[^{}]*#[^{}]*\}|^:\s+", re.MULTILINE)


@dataclass
class Section:
    """A heading and the words below it, up to the next heading."""

    heading: Heading
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words on one line."""
        return squeeze(" ".join(self.words))


def sections(page: SourcePage, parser: MarkdownIt = PARSER) -> list[Section]:
    """The sections of ``page``."""
    found = [Section(heading) for heading in page.headings]
    places = {heading.line - page.first_line: number for number, heading in enumerate(page.headings)}
    current = -1
    for token in parser.parse("\n".join(_without_blocks(page.text.split("\n")))):
        line = token.map[0] if token.map else -1
        if token.type == "heading_open":
            current = places.get(line, current)
        elif token.type == "inline" and line not in places and current >= 0:
            pieces = (" " if child.type == "softbreak" else child.content for child in token.children or ())
            found[current].words.append(_MARKS.sub("", "".join(pieces)))
    return found


def _without_blocks(lines: list[str]) -> Iterator[str]:
    """The lines, with those that only open or close a block emptied."""
    return ("" if _BLOCK.match(line) or _OPTION.match(line) else line for line in lines)
