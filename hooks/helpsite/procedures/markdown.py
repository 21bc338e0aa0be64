"""Procedures in Markdown: blocks on the public API of ``pymdownx.blocks``, then ids, labels and sketches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_string

from helpsite.ground import page_context
from helpsite.ground.slugs import is_slug
from helpsite.ground.source_lines import without_spaces
from helpsite.procedures.contracts import Devices, Screens, WordingsLike
from helpsite.procedures.finishing import finish
from helpsite.procedures.names import IF_NOT, MARK, PART, PROCEDURE, SCREEN, SEE

_INLINE_PRIORITY = 174  # after code spans and escapes, before links, references and attribute lists
_TREE_PRIORITY = 4  # after inline patterns (20), attribute lists (8) and the table of contents (5)


class ProcedureExtension(BlocksExtension):  # type: ignore[misc]
    """Python-Markdown extension for procedures, their parts, steps and screens.

    Language, interface words and the page's name come from `page_context.current`. Blocks that are wrong (told at the
    door by `check_procedures`) are left as they are written.
    """

    def __init__(self, devices: Devices, screens: Screens, wordings: WordingsLike) -> None:
        super().__init__()
        del wordings  # screens draw theirs themselves, those in prose are `helpsite.wordings.WordingExtension`'s
        self.devices = devices
        self.screens = screens

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Register the blocks, the marks ``{1}``, and the finishing of the tree."""
        config = {"devices": self.devices, "screens": self.screens}
        for block in (_Procedure, _Part, _Screen, _See, _IfNot):
            block_mgr.register(block, config)
        md.inlinePatterns.register(_MarkPattern(MARK.pattern, md), "helpsite-mark", _INLINE_PRIORITY)
        md.treeprocessors.register(_Finisher(md, self), "helpsite-procedures", _TREE_PRIORITY)


class _Procedure(Block):  # type: ignore[misc]
    """``//// procedure | title`` with ``attrs: {id: …}``."""

    NAME = PROCEDURE
    ARGUMENT = True

    def on_validate(self, parent: Element) -> bool:
        """Whether there is an id that is new on this page."""
        del parent
        attrs = self.options["attrs"]
        name = attrs.get("id", "")
        ids = self.tracker.setdefault("ids", set())
        return set(attrs) == {"id"} and is_slug(name) and name not in ids

    def on_create(self, parent: Element) -> Element:
        name = self.options["attrs"]["id"]
        self.tracker["ids"].add(name)
        section = SubElement(parent, "section", {"class": PROCEDURE})
        # While the table of contents is made, the heading bears the id; `finish` renames it.
        SubElement(section, "h3", {"id": name}).text = self.argument
        return section


class _Part(Block):  # type: ignore[misc]
    """``/// part | device``, with ``same: device`` where the steps are another part's."""

    NAME = PART
    ARGUMENT = True
    OPTIONS = {"same": ("", type_string)}  # noqa: RUF012 (as the base class has it)

    def on_validate(self, parent: Element) -> bool:
        """Whether the part stands in a procedure, for a known device that has no part yet."""
        devices: Mapping[str, Any] = self.config["devices"]
        if parent.get("class") != PROCEDURE or self.options["attrs"] or self.argument not in devices:
            return False
        taken = {child.get("data-device") for child in parent}
        return self.argument not in taken and self.options["same"] in {"", *taken, *devices}

    def on_create(self, parent: Element) -> Element:
        attributes = {"class": PART, "data-device": self.argument}
        if self.options["same"]:
            attributes["data-same"] = self.options["same"]
        return SubElement(parent, "section", attributes)


class _Screen(Block):  # type: ignore[misc]
    """``/// screen | name``."""

    NAME = SCREEN
    ARGUMENT = True

    def on_validate(self, parent: Element) -> bool:
        """Whether there is such a screen."""
        del parent
        return not self.options["attrs"] and self.argument in self.config["screens"]

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": "screen-place", "data-screen": self.argument})


class _See(Block):  # type: ignore[misc]
    """``/// see``: what the reader should see after a step."""

    NAME = SEE

    def on_validate(self, parent: Element) -> bool:
        """Whether it has no options of its own."""
        del parent
        return not self.options["attrs"]

    def on_create(self, parent: Element) -> Element:
        box = SubElement(parent, "div", {"class": self.NAME})
        SubElement(box, "p", {"class": "step-label"}).text = page_context.current().words["procedure"][self.NAME]
        return box


class _IfNot(_See):
    """``/// if-not``: where to go when a step fails."""

    NAME = IF_NOT


class _MarkPattern(InlineProcessor):
    """``{1}`` in a step: the number of a mark in the sketch."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The number in a circle, with words for a screen reader."""
        before, _, after = page_context.current().words["procedure"]["mark"].partition("{n}")
        mark = Element("span", {"class": "mark", "data-mark": m[1]})
        for text in (before, m[1], after):
            if text is m[1]:
                _append_text(mark, text)
            elif text:
                SubElement(mark, "span", {"class": "visually-hidden"}).text = text
        return mark, *without_spaces(data, m.start(0), m.end(0))


def _append_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = text
    else:
        element.text = text


class _Finisher(Treeprocessor):
    def __init__(self, md: Markdown, extension: ProcedureExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Finish every procedure and draw every screen."""
        finish(root, self.extension.devices, self.extension.screens, self._store)

    def _store(self, html: Markup) -> str:
        return self.md.htmlStash.store(html)
