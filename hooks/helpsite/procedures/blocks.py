"""The blocks of a Markdown source (``/// name | title`` … ``///``), found line by line as `pymdownx.blocks` finds them.

Nothing is rendered: a check must know the line of every mistake, and Python-Markdown does not keep lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpsite.ground.problems import Problems, shorten
from helpsite.ground.source_lines import SourceLine, source_lines

_SLASHES = re.compile(r" *(/{3,})(?P<rest>.*)$")
_HEAD = re.compile(r" *(?P<name>[\w-]+) *(?:\| *(?P<argument>.*?) *)?$", re.ASCII)


@dataclass
class Block:
    """One block: its first line, how many slashes it has, how deep in lists it stands, and what is in it.

    ``header`` are the indented lines right below its first line, which hold its options.
    """

    name: str
    argument: str
    line: int
    slashes: int = 0
    level: int = 0
    header: list[SourceLine] = field(default_factory=list)
    content: list[SourceLine | Block] = field(default_factory=list)

    def inner(self) -> list[Block]:
        """The blocks right in this one."""
        return [item for item in self.content if isinstance(item, Block)]

    def walk(self) -> Iterator[tuple[Block, Block]]:
        """Every block below this one, beside the block around it."""
        for block in self.inner():
            yield self, block
            yield from block.walk()

    def __str__(self) -> str:
        return f'"{"/" * self.slashes} {self.name}"'


def read_blocks(text: str, path: Path, first_line: int, problems: Problems) -> Block:
    """A block without a name that holds the whole of ``text``, which starts at ``first_line`` of ``path``."""
    reader = _Reader(path, problems)
    for line in source_lines(text, first_line):
        reader.read(line)
    reader.close()
    return reader.page


class _Reader:
    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.problems = problems
        self.page = Block("", "", 1)
        self.stack = [self.page]
        self.before: SourceLine | None = None
        self.ended = False
        self.in_header = False

    def read(self, line: SourceLine) -> None:
        match = None if line.code else _SLASHES.match(line.text)
        if match is None:
            self._text(line)
        elif not match["rest"].strip():
            self._end(line, len(match[1]))
        else:
            self._start(line, len(match[1]), _HEAD.match(match["rest"]))
        self.before = line

    def close(self) -> None:
        for block in self.stack[1:]:
            self._unclosed(block)

    def _unclosed(self, block: Block) -> None:
        wanted = f'"{"/" * block.slashes}" with as much indentation'
        self.problems.add(self.path, block.line, f"{block} is not closed", wanted)

    def _text(self, line: SourceLine) -> None:
        top = self.stack[-1]
        if self.ended and not line.blank:
            self.problems.add(
                self.path, line.number, "text right below the end of a block", "a blank line between them"
            )
        self.ended = False
        if self.in_header and not line.blank and not line.code and line.indent >= 4 * (top.level + 1):
            top.header.append(line)
        else:
            self.in_header = False
            top.content.append(line)

    def _start(self, line: SourceLine, slashes: int, head: re.Match[str] | None) -> None:
        if head is None:
            found = f'slashes that open no block: "{shorten(line.raw.strip())}"'
            self.problems.add(self.path, line.number, found, '"/// name" or "/// name | title" is wanted')
            return
        top = self.stack[-1]
        block = Block(head["name"].lower(), head["argument"] or "", line.number, slashes, line.indent // 4)
        if top.slashes == slashes and top.level == block.level:
            wanted = "more slashes around it, or four spaces before it inside a step"
            self.problems.add(self.path, line.number, f"{block} right inside {top}, with as many slashes", wanted)
        if self.before is not None and not self.before.blank:
            self.problems.add(self.path, line.number, f"{block} right below another line", "a blank line before it")
        top.content.append(block)
        self.stack.append(block)
        self.ended, self.in_header = False, True

    def _end(self, line: SourceLine, slashes: int) -> None:
        self.ended, self.in_header = True, False
        for index in range(len(self.stack) - 1, 0, -1):
            block = self.stack[index]
            if (block.slashes, block.level) == (slashes, line.indent // 4):
                for inner in self.stack[index + 1 :]:
                    self._unclosed(inner)
                del self.stack[index:]
                return
        self.problems.add(self.path, line.number, f'"{"/" * slashes}" closes no block', "one end for each block")
