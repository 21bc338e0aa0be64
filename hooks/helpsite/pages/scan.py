"""Reading a page: its tokens, and what stands in them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from markdown_it.token import Token

from helpsite.ground.markdown_source import PARSER, Piece, inline_pieces, pieces
from helpsite.pages.source import DATA_FENCES, Block, Heading, Reference, SourcePage

BLOCK_LINE = re.compile(r"/{3,}\s*([\w-]*)\s*(?:\|\s*(.*?)\s*)?$")
"""The first or the last line of a block such as ``/// note``."""

BLOCK_OPTION = re.compile(r"attrs:\s*\{.*?\bid:\s*['\"]?([\w-]+)")
"""The line below the first one, which gives a block its id."""

HEADING_ID = re.compile(r"\s*\{[^{}]*?#([^\s{}]+)[^{}]*\}\s*$")


def scan(page: SourcePage) -> SourcePage:
    """Fill ``page`` with what stands in its text."""
    page.tokens = PARSER.parse(page.text)
    page.headings += _headings(page)
    page.blocks += sorted([*_blocks(page), *_admonitions(page)], key=lambda block: block.line)
    for piece in pieces(page.tokens, page.first_line):
        target = _target(piece.token)
        if target is not None:
            page.links.append(Reference(target, piece.line))
        elif piece.token.type == "html_inline":
            page.html.append(Reference(piece.token.content, piece.line))
    page.html += [
        Reference(token.content.strip(), page.line(token)) for token in page.tokens if token.type == "html_block"
    ]
    return page


def _target(token: Token) -> str | None:
    """Where a link or a picture leads; ``None`` for everything else."""
    key = {"link_open": "href", "image": "src"}.get(token.type)
    return None if key is None else str(token.attrs.get(key, ""))


def _headings(page: SourcePage) -> Iterator[Heading]:
    for opened, inline in pairwise(page.tokens):
        if opened.type == "heading_open":
            match = HEADING_ID.search(inline.content)
            title = HEADING_ID.sub("", "".join(child.content for child in inline.children or ())).strip()
            anchor = match.group(1) if match else ""
            yield Heading(int(opened.tag[1]), title or inline.content, anchor, page.line(opened))


def _blocks(page: SourcePage) -> Iterator[Block]:
    """Everything that all languages must have, but admonitions."""
    yield from (Block("heading", f"{'#' * row.level} {row.anchor}", row.line) for row in page.headings)
    for index, token in enumerate(page.tokens):
        line = page.line(token)
        match token.type:
            case "inline":
                yield from _links(token, page.first_line)
            case "ordered_list_open" | "bullet_list_open":
                kind = "numbered list" if token.type.startswith("ordered") else "list"
                yield Block(kind, _items(page.tokens[index:]), line)
            case "table_open":
                yield Block("table", "", line)
            case "dd_open":
                yield Block("definition", "", line)
            case "fence":
                name = token.info.strip()
                yield Block("fence", f"{name} {token.content.strip()}" if name in DATA_FENCES else name, line)


def _items(tokens: Sequence[Token]) -> str:
    """How many items the list has that the first of ``tokens`` opens."""
    count = 0
    for token in tokens[1:]:
        if token.level == tokens[0].level:
            break
        count += token.type == "list_item_open" and token.level == tokens[0].level + 1
    return f"{count} item" if count == 1 else f"{count} items"


def _links(token: Token, first_line: int) -> Iterator[Block]:
    for piece in inline_pieces(token, first_line):
        target = _target(piece.token)
        if target is not None:
            yield Block("picture" if piece.token.type == "image" else "link", target, piece.line)


def _admonitions(page: SourcePage) -> Iterator[Block]:
    """The starts of ``/// blocks``, each with what must be equal in all languages."""
    lines = list(written_lines(page))
    for piece, following in zip_longest(lines, lines[1:]):
        match = BLOCK_LINE.match(piece.text)
        if match and match.group(1):
            option = BLOCK_OPTION.match(following.text) if following and following.line == piece.line + 1 else None
            value = f"{match.group(1)} #{option.group(1)}" if option else match.group(1)
            yield Block("block", value, piece.line)


def written_lines(page: SourcePage) -> Iterator[Piece]:
    """The first words of every line of the page's paragraphs."""
    last = 0
    for piece in pieces(page.tokens, page.first_line):
        if piece.text and piece.line != last:
            last = piece.line
            yield piece
