"""The words of a page by section, without mark-up, as the search knows them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from helpsite.ground.markdown_source import inline_pieces
from helpsite.ground.text import squeeze
from helpsite.pages.scan import BLOCK_LINE, BLOCK_OPTION
from helpsite.pages.source import Heading, SourcePage


@dataclass
class Section:
    """A heading and the words below it, up to the next heading."""

    heading: Heading
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words on one line."""
        return squeeze(" ".join(self.words))


def sections(page: SourcePage) -> list[Section]:
    """The sections of ``page``, each with the words of its paragraphs, lists, tables and definitions."""
    found = [Section(heading) for heading in page.headings]
    places = {heading.line: number for number, heading in enumerate(page.headings)}
    current = -1
    for token in page.tokens:
        line = page.line(token)
        if token.type == "heading_open":
            current = places[line]
        elif token.type == "inline" and line not in places and current >= 0:
            found[current].words.append("".join(_words(token)))
    return found


def _words(token: Token) -> Iterator[str]:
    """The words of one inline token; of lines that open or close a block, nothing."""
    skipped = 0
    for piece in inline_pieces(token):
        match = BLOCK_LINE.match(piece.text) or BLOCK_OPTION.match(piece.text)
        skipped = piece.line if match else skipped
        if piece.token.type == "softbreak":
            yield " "
        elif piece.line != skipped and piece.token.type != "html_inline":
            yield piece.token.content
