"""The ordered list of a part, read from its source lines as Python-Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpsite.ground.problems import Problems
from helpsite.ground.source_lines import SourceLine
from helpsite.procedures.blocks import Block
from helpsite.procedures.names import IF_NOT, MARK, SCREEN, SEE
from helpsite.procedures.source import StepSource

_ITEM = re.compile(r" {0,3}(\d+)\. +(?=\S)")
_BULLET = re.compile(r" {0,3}[*+-] +\S")


@dataclass
class RawStep:
    """A step as lines and blocks, its marker cut off."""

    line: int
    content: list[SourceLine | Block] = field(default_factory=list)

    def blocks(self, name: str) -> list[Block]:
        """Every block called ``name`` in the step, however deep."""
        inner = Block("", "", self.line, content=self.content)
        return [block for _, block in inner.walk() if block.name == name]


@dataclass
class RawPart:
    """The content of a part: its lists (there should be one), and the lines beside them."""

    lists: list[list[RawStep]] = field(default_factory=list)
    beside: list[SourceLine | Block] = field(default_factory=list)


def read_steps(part: Block, path: Path, problems: Problems) -> RawPart:
    """Sort the content of ``part`` into lists and the rest; what breaks a list is noted."""
    return _Reader(path, problems).read(part)


class _Reader:
    def __init__(self, path: Path, problems: Problems) -> None:
        self.path = path
        self.problems = problems
        self.raw = RawPart()
        self.step: RawStep | None = None
        self.blank = True

    def read(self, part: Block) -> RawPart:
        for item in part.content:
            if isinstance(item, Block):
                self._block(item, part)
            elif item.blank:
                self.blank = True
                (self.step.content if self.step else self.raw.beside).append(item)
            else:
                self._line(item)
                self.blank = False
        return self.raw

    def _block(self, block: Block, part: Block) -> None:
        if block.level > part.level and self.step is not None:
            self.step.content.append(block)
        else:
            self.step = None
            self.raw.beside.append(block)
        self.blank = True

    def _line(self, line: SourceLine) -> None:
        item = _ITEM.match(line.text)
        if item:
            self._item(line, item)
        elif self.step is not None and (line.indent >= 4 or line.code or not self.blank):
            self.step.content.append(line)
        else:
            self._beside(line)

    def _item(self, line: SourceLine, item: re.Match[str]) -> None:
        if self.step is None:
            if not self.blank:
                wanted = "a blank line between them"
                self.problems.add(self.path, line.number, "a step right below a sentence", wanted)
            if int(item[1]) != 1:
                self.problems.add(self.path, line.number, f"steps that begin with {item[1]}", "the first step is 1")
            self.raw.lists.append([])
        rest = " " * item.end() + line.text[item.end() :]
        self.step = RawStep(line.number, [SourceLine(line.number, rest, " " * item.end() + line.raw[item.end() :])])
        self.raw.lists[-1].append(self.step)

    def _beside(self, line: SourceLine) -> None:
        if _BULLET.match(line.text):
            wanted = "the bullets inside a step, four spaces further in"
            self.problems.add(self.path, line.number, "a list of bullets beside the steps", wanted)
        self.step = None
        self.raw.beside.append(line)


def marks_in(content: list[SourceLine | Block]) -> Iterator[tuple[int, int]]:
    """Every mark ``{n}`` in prose, as (number, line), however deep."""
    for item in content:
        if isinstance(item, Block):
            yield from marks_in(item.content)
        else:
            yield from ((int(match[1]), item.number) for match in MARK.finditer(item.text))


def finished(raw: RawStep) -> StepSource:
    """The step as others see it."""
    screens = raw.blocks(SCREEN)
    return StepSource(
        raw.line,
        texts=paragraphs(raw.content, skip=(SEE, IF_NOT, SCREEN)),
        see=_texts_of(raw.blocks(SEE)),
        if_not=_texts_of(raw.blocks(IF_NOT)),
        screen=screens[0].argument if screens else None,
        marks=frozenset(number for number, _ in marks_in(raw.content)),
    )


def _texts_of(blocks: list[Block]) -> tuple[str, ...]:
    return tuple(text for block in blocks for text in paragraphs(block.content))


def paragraphs(content: list[SourceLine | Block], skip: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The Markdown of ``content`` paragraph by paragraph, also of the blocks in it, unless ``skip`` names them."""
    found: list[str] = []
    lines: list[str] = []
    for item in [*content, SourceLine(0, "", "")]:
        if isinstance(item, SourceLine) and not item.blank:
            lines.append(item.raw.strip())
            continue
        if lines:
            found.append("\n".join(lines))
            lines = []
        if isinstance(item, Block) and item.name not in skip:
            found += [item.argument] if item.argument else []
            found += paragraphs(item.content)
    return tuple(found)
