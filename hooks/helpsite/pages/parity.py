"""Two languages that stay in step: the same pages, with the same things in the same order.

Drift is found by structure, not by dates; the idea is fastapi's and kubernetes' translation checks.
"""

from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from helpsite.ground.locales import DEFAULT_LOCALE, Locale, other_locales
from helpsite.ground.problems import Problems
from helpsite.pages.frontmatter import FAULTY
from helpsite.pages.source import Block, SourcePage

Pages = Mapping[Locale, Mapping[str, SourcePage]]


def compare_pages(pages: Pages, docs: Path, problems: Problems) -> None:
    """Note every page that another language lacks and every block that differs between twins."""
    for locale in other_locales(DEFAULT_LOCALE):
        ours, theirs = pages[DEFAULT_LOCALE], pages[locale]
        for name in sorted(ours.keys() - theirs.keys()):
            _missing(ours[name], docs / locale / name, problems)
        for name in sorted(theirs.keys() - ours.keys()):
            _missing(theirs[name], docs / DEFAULT_LOCALE / name, problems)
        for name in sorted(ours.keys() & theirs.keys()):
            compare_twins(ours[name], theirs[name], problems)


def _missing(page: SourcePage, twin: Path, problems: Problems) -> None:
    shown = twin.relative_to(problems.root) if problems.root and twin.is_relative_to(problems.root) else twin
    problems.add(page.path, 1, f"no translation at {shown.as_posix()}", "every page in every language")


def compare_twins(ours: SourcePage, theirs: SourcePage, problems: Problems) -> None:
    """Note every block that stands on one of the two pages only, with both files, lines and values."""
    if not (ours.readable and theirs.readable):
        return
    if FAULTY not in (ours.front, theirs.front):
        _compare_front(ours, theirs, problems)
    left = [(block.kind, block.value) for block in ours.blocks]
    right = [(block.kind, block.value) for block in theirs.blocks]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            _differences(ours, theirs, (a, b), (c, d), problems)


def _differences(
    ours: SourcePage, theirs: SourcePage, mine: tuple[int, int], yours: tuple[int, int], problems: Problems
) -> None:
    for step in range(max(mine[1] - mine[0], yours[1] - yours[0])):
        left = _at(ours, mine[0] + step, mine[1])
        right = _at(theirs, yours[0] + step, yours[1])
        where, line = _place(ours, mine[0] + step)
        path, other_line = _place(theirs, yours[0] + step)
        found = f"{right or 'nothing'} where {where}:{line} has {left or 'nothing'}"
        problems.add(path, other_line, found, "the same in both languages")


def _at(page: SourcePage, index: int, end: int) -> Block | None:
    return page.blocks[index] if index < end else None


def _place(page: SourcePage, index: int) -> tuple[str, int]:
    line = page.blocks[index].line if index < len(page.blocks) else page.first_line + page.text.count("\n")
    return f"docs/{page.locale}/{page.name}", line


def _compare_front(ours: SourcePage, theirs: SourcePage, problems: Problems) -> None:
    for key in ("checked", "confidence", "sources", "related", "area", "template"):
        left, right = getattr(ours.front, key), getattr(theirs.front, key)
        if left != right:
            where = f"docs/{ours.locale}/{ours.name}:{ours.document.line((key,))}"
            found = f'{key} "{_shown(right)}" where {where} has "{_shown(left)}"'
            problems.add(theirs.path, theirs.document.line((key,)), found, "the same in both languages")


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
