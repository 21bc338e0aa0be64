"""What paper adds to a page's text: where its links lead."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from helpsite.ground.anchors import Anchors, page_url
from helpsite.ground.locales import Locale
from helpsite.ground.text import without_breaks

QUIET = frozenset({"terms__more", "flow-way", "flow-mark"})
"""Classes of elements whose links need no title: they are not on paper, or their number is their target's."""


@dataclass
class Targets:
    """The pages of one language by their address below the language's root."""

    locale: Locale
    anchors: Anchors
    pages: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.pages = {page_url(page): page for page in self.anchors.pages(self.locale)}

    def titles(self, href: str, page: str) -> list[str]:
        """The titles of the page and the section that ``href`` on ``page`` leads to; on the same page the latter."""
        address, _, anchor = urljoin("/" + page_url(page), href).partition("#")
        target = self.pages.get(address.partition("?")[0].removeprefix("/"))
        found = {} if target is None else self.anchors.of(self.locale, target)
        names = dict.fromkeys(("", anchor)) if target != page else [anchor] if anchor else []
        return [found[name] for name in names if name in found]


def outside(href: str) -> str | None:
    """The address that ``href`` names in full; ``None`` for one within the site."""
    return href.removeprefix("mailto:").removeprefix("tel:") if urlsplit(href).scheme else None


def says(text: str, target: str) -> bool:
    """Whether the words of a link already name its target, or a part of its name."""
    return _bare(target) in _bare(text) or _bare(text) in _bare(target)


def _bare(text: str) -> str:
    return "".join(without_breaks(text).split()).rstrip("/").lower()


@dataclass
class Place:
    """A link; ``at`` is the place right behind the name of its tag."""

    at: int
    href: str
    text: str = ""


def places(html: str) -> list[Place]:
    """The links of ``html``, in order."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.places


def insert(html: str, attributes: Iterable[tuple[int, str]]) -> str:
    """``html`` with each text at its place; nothing else of it can change, as it is not written anew from a tree."""
    parts: list[str] = []
    done = 0
    for at, text in attributes:
        parts += [html[done:at], text]
        done = at
    return "".join([*parts, html[done:]])


class _Reader(HTMLParser):
    """Finds links with their words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.places: list[Place] = []
        self.quiet: list[str] = []
        self.link: Place | None = None
        self.lines = [0]
        for line in html.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link unless it is or stands in one of `QUIET`."""
        names = dict(attrs)
        if self.quiet:
            self.quiet += [tag] if tag == self.quiet[0] else []
        elif not QUIET.isdisjoint((names.get("class") or "").split()):
            self.quiet = [tag]
        elif tag == "a" and (href := names.get("href")):
            line, column = self.getpos()
            self.link = Place(self.lines[line - 1] + column + len("<a"), href)
            self.places.append(self.link)

    def handle_endtag(self, tag: str) -> None:
        """A link, or what is quiet, ends."""
        if tag == "a":
            self.link = None
        if self.quiet and tag == self.quiet[0]:
            self.quiet.pop()

    def handle_data(self, data: str) -> None:
        """The words of a link."""
        if self.link:
            self.link.text += data
