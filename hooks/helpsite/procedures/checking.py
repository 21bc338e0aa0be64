"""The check of a page's source at the door: every fault of its procedures, with its line, all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.procedures.blocks import Block, read_blocks
from helpsite.procedures.contracts import Devices, Screens, WordingsLike
from helpsite.procedures.names import IF_NOT, IN_STEPS, NAMES, PART, PROCEDURE, SCREEN, SEE
from helpsite.procedures.options import read_id, read_options, read_same
from helpsite.procedures.source import PartSource, ProcedureSource
from helpsite.procedures.steps import RawPart, RawStep, finished, marks_in, paragraphs, read_steps


def check_procedures(  # noqa: PLR0913, PLR0917 (a page, its language, and the three tables)
    text: str,
    path: Path,
    first_line: int,
    locale: Locale,
    devices: Devices,
    screens: Screens,
    wordings: WordingsLike,
    problems: Problems,
) -> list[ProcedureSource]:
    """The procedures of the page ``text``, which starts at ``first_line`` of ``path`` (below the front matter).

    Notes every fault of its blocks, procedures, screens, marks and wordings; what is faulty is given as far as it can
    be understood, so that the faults of one page do not hide one another.
    """
    wordings.check(text, path, first_line, problems)
    checker = _Checker(path, locale, devices, screens, problems)
    return checker.page(read_blocks(text, path, first_line, problems))


@dataclass
class _Checker:
    path: Path
    locale: Locale
    devices: Devices
    screens: Screens
    problems: Problems

    def page(self, page: Block) -> list[ProcedureSource]:
        for around, block in page.walk():
            self._place(around, block)
        self._outside(page)
        procedures: dict[str, ProcedureSource] = {}
        for block in page.inner():
            if block.name == PROCEDURE:
                self._keep(self._procedure(block), procedures)
        return list(procedures.values())

    def _keep(self, source: ProcedureSource, procedures: dict[str, ProcedureSource]) -> None:
        first = procedures.get(source.id)
        if first is not None and source.id:
            found = f'the id "{source.id}" a second time (first in line {first.line})'
            self._add(source.line, found, "an id of its own for each procedure")
        elif source.id:
            procedures[source.id] = source

    def _add(self, line: int, found: str, wanted: str) -> None:
        self.problems.add(self.path, line, found, wanted)

    def _place(self, around: Block, block: Block) -> None:
        """Whether a block may stand where it stands."""
        if block.name == PROCEDURE and (around.name or block.level):
            self._add(block.line, f"{block} inside something else", "a procedure stands by itself on the page")
        elif block.name == PART and around.name != PROCEDURE:
            self._add(block.line, f"{block} outside a procedure", "a part stands in a procedure")
        elif block.name not in NAMES and around.name == PROCEDURE:
            wanted = '"/// part | device"' + did_you_mean(block.name, NAMES)
            self._add(block.line, f"{block} right inside a procedure", wanted)
        elif difflib.get_close_matches(block.name, NAMES, 1, 0.75) and block.name not in NAMES:
            self._add(block.line, f"unknown block {block}", "a documented block" + did_you_mean(block.name, NAMES))
        if block.name == SCREEN and block.argument not in self.screens.known:
            wanted = "a file of docs/data/screens/" + did_you_mean(block.argument, self.screens.known)
            self._add(block.line, f'unknown screen "{shorten(block.argument)}"', wanted)
        if block.name in IN_STEPS:
            read_options(block, self.path, self.problems)

    def _outside(self, page: Block) -> None:
        """What belongs to steps and stands outside of every procedure. (A screen may stand by itself.)"""
        outside = [item for item in page.content if not (isinstance(item, Block) and item.name == PROCEDURE)]
        for number, line in marks_in(outside):
            self._add(line, f"the mark {{{number}}} outside a step", "a mark stands in a step that has a screen")
        for _, block in Block("", "", 0, content=outside).walk():
            if block.name in (SEE, IF_NOT):
                self._add(block.line, f"{block} outside a step", "four spaces before it, below a step")

    def _procedure(self, block: Block) -> ProcedureSource:
        name = read_id(block, self.path, self.problems)
        if not block.argument:
            self._add(block.line, f"{block} without a title", f"{'/' * block.slashes} procedure | title")
        for item in block.content:
            if not isinstance(item, Block) and not item.blank:
                self._add(item.number, "text in a procedure beside its parts", "the text inside a part, or before it")
        parts, mentions = self._parts(block)
        return ProcedureSource(
            self.path, block.line, self.locale, name, block.argument, tuple(parts.values()), frozenset(mentions)
        )

    def _parts(self, block: Block) -> tuple[dict[str, PartSource], set[tuple[str, int]]]:
        parts: dict[str, PartSource] = {}
        mentions: set[tuple[str, int]] = set()
        inner = [part for part in block.inner() if part.name == PART]
        if not inner:
            self._add(block.line, f"{block} without parts", "one part for each device")
        for part in inner:
            source = self._part(part, mentions)
            if source.device in parts:
                found = f'a second part for "{source.device}" (first in line {parts[source.device].line})'
                self._add(part.line, found, "one part for each device")
            parts.setdefault(source.device, source)
        self._same(parts)
        return parts, mentions

    def _same(self, parts: Mapping[str, PartSource]) -> None:
        for part in parts.values():
            if part.same is None:
                continue
            other = parts.get(part.same)
            if other is None or other is part or other.same is not None:
                with_steps = [device for device, source in parts.items() if source.same is None]
                wanted = "a part of this procedure that has steps" + did_you_mean(part.same, with_steps)
                self._add(part.line, f'the same as "{shorten(part.same)}"', wanted)

    def _part(self, block: Block, mentions: set[tuple[str, int]]) -> PartSource:
        device = block.argument
        fault = self.devices.fault(device, "device")
        if fault is not None:
            self._add(block.line, *fault)
        same = read_same(block, self.path, self.problems)
        raw = read_steps(block, self.path, self.problems)
        self._lists(block, raw, same)
        steps = [step for steps in raw.lists[:1] for step in steps]
        self._misplaced(raw)
        mentions |= self._marks(steps)
        label = self.devices[device][self.locale] if device in self.devices else device
        found = tuple(finished(step) for step in steps)
        return PartSource(device, label, block.line, same, paragraphs(raw.beside), found)

    def _lists(self, block: Block, raw: RawPart, same: str | None) -> None:
        if same is not None and raw.lists:
            wanted = '"same", or steps, not both'
            self._add(
                raw.lists[0][0].line, f"steps in a part that is the same as another one ({block.argument})", wanted
            )
        elif same is None and not raw.lists:
            self._add(
                block.line, f"a part without steps ({block.argument})", "one ordered list (1. …), or same: device"
            )
        for second in raw.lists[1:]:
            wanted = "one list; what stands between steps is indented by four spaces"
            self._add(second[0].line, f"a second ordered list in one part ({block.argument})", wanted)

    def _misplaced(self, raw: RawPart) -> None:
        inner = Block("", "", 0, content=raw.beside)
        for _, block in inner.walk():
            if block.name in IN_STEPS:
                self._add(block.line, f"{block} outside a step", "four spaces before it, below a step")
        for number, line in marks_in(raw.beside):
            self._add(line, f"the mark {{{number}}} outside a step", "a mark stands in a step that has a screen")

    def _marks(self, steps: Iterable[RawStep]) -> set[tuple[str, int]]:
        """The marks that steps mention, as (screen, number); a mark means the screen shown last."""
        mentions: set[tuple[str, int]] = set()
        screen: str | None = None
        for step in steps:
            screens = step.blocks(SCREEN)
            for second in screens[1:]:
                self._add(second.line, "a second screen in one step", "one screen for a step")
            screen = screens[0].argument if screens else screen
            for number, line in marks_in(step.content):
                self._mark(screen, number, line)
                mentions.add((screen or "", number))
        return {
            (name, number) for name, number in mentions if name in self.screens and number in self.screens[name].marks
        }

    def _mark(self, screen: str | None, number: int, line: int) -> None:
        if screen is None:
            self._add(line, f"the mark {{{number}}} before any screen", "a screen in this step or in one before it")
        elif screen in self.screens and number not in self.screens[screen].marks:
            known = ", ".join(f"{{{mark}}}" for mark in sorted(self.screens[screen].marks)) or "none"
            self._add(line, f'no mark {{{number}}} on the screen "{screen}"', f"one of its marks: {known}")


def unmentioned_marks(procedures: Iterable[ProcedureSource], screens: Screens, problems: Problems) -> None:
    """Note every mark of a screen that no step of ``procedures`` (all pages of one language) mentions."""
    mentioned = {pair for source in procedures for pair in source.mentions}
    for name, screen in screens.items():
        for mark, line in screen.marks.items():
            if (name, mark) not in mentioned:
                wanted = f"a step that says {{{mark}}}, or no number there"
                problems.add(screen.path, line, f"mark {mark} of {name} is mentioned by no step", wanted)
