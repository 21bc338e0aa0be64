"""The fences of a page that hold the name of some data."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from helpsite.ground.problems import Problems, did_you_mean
from helpsite.pages.source import DATA_FENCES, SourcePage


def check_fences(page: SourcePage, names: Mapping[str, Collection[str]], problems: Problems) -> None:
    """Note every fence whose content names nothing. ``names`` is what may stand in each kind of fence."""
    seen: set[str] = set()
    for block in page.blocks:
        kind, _, value = block.value.partition(" ")
        if block.kind != "fence" or kind not in DATA_FENCES:
            continue
        known = names.get(kind, ())
        if value not in known:
            expected = f"one of {', '.join(sorted(known)[:12])}" + did_you_mean(value, known)
            problems.add(page.path, block.line, f'unknown {kind} "{value}"', expected)
        elif block.value in seen:
            problems.add(page.path, block.line, f'the {kind} "{value}" a second time', "once a page")
        seen.add(block.value)
