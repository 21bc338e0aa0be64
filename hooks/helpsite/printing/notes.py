"""Where links lead, for paper: each link of a page gets a number, and each number a line at the page's end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from helpsite.ground.anchors import Anchors, page_url
from helpsite.ground.locales import Locale
from helpsite.ground.text import without_breaks

QUIET = frozenset(
    {"terms__more", "flow-way", "flow-mark", "flow-still", "message__how", "messages--labels", "message-index__more"}
    | {"message__background", "page-end__sources", "page-end__related"}
)
"""Classes of elements whose links have no notes: they are not on paper, or their number is their target's."""


@dataclass(frozen=True)
class Note:
    """What a link's number says: an address, or the titles of a page and its section."""

    titles: tuple[str, ...]
    is_address: bool = False


@dataclass
class Targets:
    """The pages of one language by their address below the language's root."""

    locale: Locale
    anchors: Anchors
    pages: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = {page_url(page): page for page in self.anchors.pages(self.locale)}

    def note(self, href: str, page: str) -> Note | None:
        """What paper says about a link on ``page``; ``None`` for a place on the same paper, or an unknown one."""
        if urlsplit(href).scheme:
            return Note((href.removeprefix("mailto:").removeprefix("tel:"),), is_address=True)
        address, _, anchor = urljoin("/" + page_url(page), href).partition("#")
        target = self.pages.get(address.partition("?")[0].removeprefix("/"))
        if target is None or target == page:
            return None
        titles = self.anchors.of(self.locale, target)
        page_title, section = titles[""], titles.get(anchor, "")
        return Note((page_title,) if section in ("", page_title) else (page_title, section))


def note_links(html: str, find: Callable[[str], Note | None]) -> tuple[str, list[Note]]:
    """``html`` with ``data-note="3"`` at its links, and the notes in order, each once.

    ``find`` gives the note for an address. A link whose text says where it leads needs none. The text is not parsed
    into a tree and written again, so that nothing else of it can change.
    """
    notes: list[Note] = []
    parts: list[str] = []
    done = 0
    for link in _links(html):
        note = find(link.href)
        if note is None or _says(link.text, note):
            continue
        if note not in notes:
            notes.append(note)
        parts += [html[done : link.at], f' data-note="{notes.index(note) + 1}"']
        done = link.at
    return "".join([*parts, html[done:]]), notes


def _says(text: str, note: Note) -> bool:
    """Whether a link's text already names its target: its address, or its page and section."""
    said = _bare(text)
    return all(_bare(title) in said for title in note.titles)


def _bare(text: str) -> str:
    return "".join(without_breaks(text).split()).rstrip("/").lower()


@dataclass
class _Link:
    """A link of the text: ``at`` is the place right behind ``<a``."""

    at: int
    href: str
    text: str = ""


def _links(html: str) -> list[_Link]:
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.links


class _Reader(HTMLParser):
    """Finds links with their places and texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[_Link] = []
        self.quiet: list[str] = []
        self.inside = False
        self.lines = [0]
        for line in html.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, unless it is or stands in one of `QUIET`."""
        names = dict(attrs)
        href = names.get("href")
        if self.quiet:
            self.quiet += [tag] if tag == self.quiet[0] else []
        elif not QUIET.isdisjoint((names.get("class") or "").split()):
            self.quiet = [tag]
        elif tag == "a" and href:
            line, column = self.getpos()
            self.links.append(_Link(self.lines[line - 1] + column + len("<a"), href))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        """A link, or what is quiet, ends."""
        if tag == "a":
            self.inside = False
        if self.quiet and tag == self.quiet[0]:
            self.quiet.pop()

    def handle_data(self, data: str) -> None:
        """The words of a link."""
        if self.inside:
            self.links[-1].text += data
