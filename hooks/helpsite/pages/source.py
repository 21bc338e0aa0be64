"""A Markdown page as its writer sees it: headings, blocks, lists, links and fences, each with its line."""

from dataclasses import dataclass, field
from pathlib import Path

from markdown_it.token import Token

from helpsite.ground.locales import Locale
from helpsite.ground.yamlfile import Document
from helpsite.pages.frontmatter import FrontMatter

DATA_FENCES = ("flow", "procedure", "messages", "letters", "words", "message-index", "areas", "search")


@dataclass(frozen=True)
class Block:
    """One thing on a page that all languages must have: its kind, its value, its line in the file (1-based)."""

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
    """The target of a link or a picture, or a piece of HTML, as it is written."""

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
    tokens: list[Token] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Reference] = field(default_factory=list)
    html: list[Reference] = field(default_factory=list)

    def fences(self, kind: str) -> list[str]:
        """What the data fences of one kind name, in order."""
        return list(self.fence_lines(kind))

    def fence_lines(self, kind: str) -> dict[str, int]:
        """The same with the line of each fence."""
        rows = [(*block.value.partition(" "), block.line) for block in self.blocks if block.kind == "fence"]
        return {name: line for found, _, name, line in rows if found == kind and name}

    def line(self, token: Token) -> int:
        """The line (1-based) of ``token`` in the file."""
        return self.first_line + (token.map[0] if token.map else 0)
