"""Which pages a browser has to look at, so that it has seen everything that the templates draw."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

Feature = tuple[str, str]
"""The language, and an element with its classes."""


def cover(pages: Mapping[str, Path]) -> list[str]:
    """A small choice of ``pages`` (address to file) on which every element stands with each of its classes, in each language.

    Chosen greedily: each time the page that shows most of what was not seen yet.
    """
    features = {address: _features(file) for address, file in sorted(pages.items())}
    unseen: set[Feature] = set().union(*features.values())
    chosen = []
    while unseen:
        best = max(features, key=lambda address: len(features[address] & unseen))
        chosen.append(best)
        unseen -= features[best]
    return sorted(chosen)


def _features(file: Path) -> set[Feature]:
    root = html.parse(str(file)).getroot()
    language = root.get("lang", "")
    return {(language, _name(element)) for element in root.iter() if isinstance(element.tag, str)}


def _name(element: HtmlElement) -> str:
    return ".".join([str(element.tag), *sorted(element.get("class", "").split())])
