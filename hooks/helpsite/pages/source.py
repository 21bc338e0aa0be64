"""A Markdown page as its writer sees it: headings, blocks, lists, links and fences, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems, shorten
from helpsite.ground.slugs import SLUG_WANTED, is_slug
from helpsite.ground.yamlfile import Document
from helpsite.pages.frontmatter import FrontMatter

DATA_FENCES = ("flow", "procedure", "messages", "letters", "words", "message-index", "areas", "search")

PARSER = MarkdownIt("commonmark").enable("table")
PARSER.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]
_HEADING_ID = re.compile(r"\s*\{[^{}]*?#([^\s{}]+)[^{}]*\}\s*$")
_BLOCK = re.compile(r"^\s*/{3,}\s*([\w-]+)\s*(?:\|\s*(.*?)\s*)?$")
_BLOCK_ID = re.compile(r"^\s+attrs:\s*\{.*?\bid:\s*['\"]?([\w-]+)")
_DEFINITION = re.compile(r"^:\s{1,3}\S")
_SPAN = re.compile(r'<span lang="[a-z]{2}">|</span>')
_NAMED_BY_TEXT = {"first", "cost", "unsure", "note", "warning", "urgent"}


@dataclass(frozen=True)
class Block:
    """One thing on a page that both languages must have: its kind, its value, its line in the file (1-based)."""

    kind: str
    value: str
    line: int

    def __str__(self) -> str:
        return f'{self.kind} "{self.value}"' if self.value else self.kind


@dataclass(frozen=True)
class Heading:
    """A heading with its explicit id (empty where the writer left it out)."""

    level: int
    title: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Reference:
    """The target of a link or a picture as it is written."""

    target: str
    line: int


@dataclass
class SourcePage:
    """One page in one language, read but not rendered. ``name`` is its path within the language."""

    locale: Locale
    name: str
    path: Path
    text: str
    first_line: int
    front: FrontMatter
    document: Document
    readable: bool = True
    blocks: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Reference] = field(default_factory=list)
    html: list[Reference] = field(default_factory=list)

    def fences(self, kind: str) -> list[str]:
        """What the data fences of one kind name, in order."""
        rows = [block.value.partition(" ") for block in self.blocks if block.kind == "fence"]
        return [name for found, _, name in rows if found == kind and name]


def scan(page: SourcePage) -> SourcePage:
    """Fill ``page`` with what stands in its text."""
    tokens = PARSER.parse(page.text)
    lines = page.text.split("\n")
    for token, items in _with_counts(tokens):
        line = page.first_line + (token.map[0] if token.map else 0)
        _take(page, token, items, line)
    page.blocks += _block_lines(tokens, lines, page.first_line)
    page.blocks.sort(key=lambda block: block.line)
    return page


def _with_counts(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """Each token, with the number of items for the start of a list."""
    counts: list[tuple[int, int]] = []
    items: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.type.endswith("_list_open"):
            counts.append((index, token.level))
            items[index] = 0
        elif token.type == "list_item_open":
            items[counts[-1][0]] += 1
        elif token.type.endswith("_list_close"):
            counts.pop()
    for index, token in enumerate(tokens):
        yield token, items.get(index, 0)


def _take(page: SourcePage, token: Token, items: int, line: int) -> None:
    match token.type:
        case "inline":
            _take_inline(page, token, line)
        case "heading_open":
            page.headings.append(Heading(int(token.tag[1]), "", "", line))
        case "ordered_list_open" | "bullet_list_open":
            kind = "numbered list" if token.type.startswith("ordered") else "list"
            page.blocks.append(Block(kind, f"{items} items", line))
        case "table_open":
            page.blocks.append(Block("table", "", line))
        case "html_block":
            page.html.append(Reference(token.content.strip(), line))
        case "fence":
            name = token.info.strip()
            value = f"{name} {token.content.strip()}" if name in DATA_FENCES else name
            page.blocks.append(Block("fence", value, line))
        case _:
            pass


def _take_inline(page: SourcePage, token: Token, line: int) -> None:
    if page.headings and page.headings[-1].line == line and not page.headings[-1].title:
        page.headings[-1] = _heading(page.headings[-1].level, token, line)
        heading = page.headings[-1]
        page.blocks.append(Block("heading", f"{'#' * heading.level} {heading.anchor}", line))
    offset = 0
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            offset += 1
        elif child.type == "html_inline":
            page.html.append(Reference(child.content, line + offset))
        elif child.type == "link_open":
            _take_link(page, "link", str(child.attrs.get("href", "")), line + offset)
        elif child.type == "image":
            _take_link(page, "picture", str(child.attrs.get("src", "")), line + offset)


def _take_link(page: SourcePage, kind: str, target: str, line: int) -> None:
    page.links.append(Reference(target, line))
    page.blocks.append(Block(kind, target, line))


def _heading(level: int, token: Token, line: int) -> Heading:
    match = _HEADING_ID.search(token.content)
    title = _HEADING_ID.sub("", "".join(child.content for child in token.children or ()))
    return Heading(level, title.strip() or token.content, match.group(1) if match else "", line)


def _block_lines(tokens: list[Token], lines: list[str], first_line: int) -> Iterator[Block]:
    """The starts of ``/// block`` and of definitions, outside of fences."""
    code = {n for token in tokens if token.type in ("fence", "code_block") and token.map for n in range(*token.map)}
    for number, line in enumerate(lines):
        match = _BLOCK.match(line)
        if number in code and not (match and tokens_are_indented(tokens, number)):
            continue
        if match:
            yield Block("block", _block_value(match, lines[number + 1 :]), first_line + number)
        elif _DEFINITION.match(line):
            yield Block("definition", "", first_line + number)


def tokens_are_indented(tokens: list[Token], line: int) -> bool:
    """Whether ``line`` was only taken for code because it is indented (it may belong to a list or a block)."""
    return any(token.type == "code_block" and token.map and line in range(*token.map) for token in tokens)


def _block_value(match: re.Match[str], following: list[str]) -> str:
    """The block's name with what must be equal in both languages: an id, a device, a screen's name."""
    name, argument = match.group(1), match.group(2) or ""
    if name not in _NAMED_BY_TEXT:
        return f"{name} {argument}".strip()
    identity = _BLOCK_ID.match(following[0]) if following else None
    return f"{name} #{identity.group(1)}" if identity else name


def check_html(page: SourcePage, problems: Problems) -> None:
    """Of HTML only ``<span lang="…">`` may stand in a page: everything else has a block or a fence of its own."""
    for tag in page.html:
        if not _SPAN.fullmatch(tag.target):
            found = f'HTML "{shorten(tag.target, 40)}"'
            problems.add(page.path, tag.line, found, 'Markdown, a block, or <span lang="…">…</span>')


def check_headings(page: SourcePage, problems: Problems) -> None:
    """Every heading has an id of its own, in lower-case ASCII, and the page starts with its only first-level one."""
    seen: dict[str, int] = {}
    for heading in page.headings:
        if not heading.anchor:
            found = f'the heading "{heading.title}" has no id'
            problems.add(page.path, heading.line, found, "an explicit id, as in ## Words { #words }")
        elif not is_slug(heading.anchor):
            found = f'the id "{heading.anchor}"'
            problems.add(page.path, heading.line, found, SLUG_WANTED)
        elif heading.anchor in seen:
            found = f'the id "{heading.anchor}" a second time (first in line {seen[heading.anchor]})'
            problems.add(page.path, heading.line, found, "each id once a page")
        seen.setdefault(heading.anchor, heading.line)
    if [heading.level for heading in page.headings[:1]] != [1] or sum(h.level == 1 for h in page.headings) != 1:
        problems.add(page.path, page.first_line, "not exactly one # heading at the head", "one # heading, first")
