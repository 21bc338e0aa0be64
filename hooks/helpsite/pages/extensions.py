"""The site's Markdown: which extensions, with which options, and the fences that hold the name of some data.

Nothing here needs MkDocs: `extensions` and `options` are what Python-Markdown takes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from markdown import Markdown
from pymdownx.superfences import SuperFencesException

Fence = Callable[[str], str]
"""Draws the data that a fence names: takes the fence's content, gives HTML."""

BOXES = ("first", "cost", "unsure", "note", "warning", "urgent")

PLAIN = [
    "attr_list",
    "def_list",
    "tables",
    "toc",
    "pymdownx.blocks.admonition",
    "pymdownx.superfences",
]
"""The extensions that are named, not built."""


def options(fences: Mapping[str, Fence]) -> dict[str, dict[str, Any]]:
    """The options of the extensions in `PLAIN`, by extension."""
    return {
        "toc": {"toc_depth": "2-3"},
        "pymdownx.blocks.admonition": {"types": [*BOXES]},
        "pymdownx.superfences": {"custom_fences": [_custom(name, draw) for name, draw in fences.items()]},
    }


def _custom(name: str, draw: Fence) -> dict[str, Any]:
    def formatter(
        source: str, language: str, css_class: str, options: dict[str, Any], md: Markdown, **kwargs: Any
    ) -> str:
        del language, css_class, options, md, kwargs
        try:
            return draw(source.strip())
        except Exception as error:  # superfences would swallow it and publish the fence as plain text
            raise SuperFencesException(f"{name} {source.strip()}: {type(error).__name__}: {error}") from error

    return {"name": name, "class": name, "format": formatter}
