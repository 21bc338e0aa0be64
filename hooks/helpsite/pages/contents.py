"""A page's list of contents: its headings, and the procedures that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpsite.pages.source import Heading, SourcePage

_DEEPEST = 3


def contents(page: SourcePage, procedures: Mapping[str, str]) -> list[Any]:
    """The list as nested rows of ``name``, ``id``, ``level`` and ``children``, as Python-Markdown's `toc` gives it.

    ``procedures`` is the title of every procedure by its id; a procedure counts as a third-level heading.
    """
    shown = [
        Heading(_DEEPEST, procedures[name], name, block.line)
        for block in page.blocks
        if block.kind == "fence" and block.value.startswith("procedure ")
        for name in [block.value.partition(" ")[2]]
    ]
    rows: list[dict[str, Any]] = []
    for heading in sorted([*page.headings, *shown], key=lambda heading: heading.line):
        if 1 < heading.level <= _DEEPEST:
            level = rows
            while level and level[-1]["level"] < heading.level:
                level = level[-1]["children"]
            level.append({"name": heading.title, "id": heading.anchor, "level": heading.level, "children": []})
    return rows
