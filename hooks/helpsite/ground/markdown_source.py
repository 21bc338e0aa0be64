"""Markdown as its writer sees it: the reader that knows lines. The other one, Python-Markdown, draws."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

PARSER = MarkdownIt("commonmark").enable("table").use(deflist_plugin)
"""CommonMark with tables and definition lists, as pages are drawn."""

EXPECTED_MARKS = "[[key]] for a wording, [words](page.md) for a link, or words"
_STRAY = re.compile(r"\[\[[^\[\]\n]+\]\]|(\[\[|\]\]|\]\(|\{\{|\}\}|\{%|%\}|\{[a-z-]+\}|\[TOC\])")

PARSER.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]


@dataclass(frozen=True)
class Piece:
    """A token within a paragraph, heading, cell or item, with its line (1-based) in the file."""

    token: Token
    line: int

    @property
    def text(self) -> str:
        """The words of the piece; nothing for code, tags and the like."""
        return self.token.content if self.token.type == "text" else ""


def pieces(tokens: Sequence[Token], first_line: int = 1) -> Iterator[Piece]:
    """Everything that stands within paragraphs and their like, in order."""
    for token in tokens:
        if token.type == "inline":
            yield from inline_pieces(token, first_line)


def inline_pieces(token: Token, first_line: int = 1) -> Iterator[Piece]:
    """The pieces of one inline token of a text that starts at ``first_line`` of its file."""
    line = first_line + (token.map[0] if token.map else 0)
    for child in token.children or ():
        yield Piece(child, line)
        line += child.type in ("softbreak", "hardbreak")


def stray_mark(text: str) -> str:
    """The first thing in ``text`` that looks like a wording, a link or a template and is none of them, or nothing."""
    return next((match[1] for match in _STRAY.finditer(text) if match[1]), "")
