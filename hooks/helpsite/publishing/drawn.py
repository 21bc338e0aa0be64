"""The last look at drawn pages: they hold only elements, attributes, addresses and ids that the site knows.

Sources are checked before anything is drawn. What the two readers of Markdown disagree about is caught here.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from lxml import etree

from helpsite.citations import Hosts, host_of
from helpsite.ground.locales import DEFAULT_LOCALE, LOCALES
from helpsite.publishing.built import Built, PublishingError


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _names(
    """a article body br button circle code dd details div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4
    head header hr html img input label legend li link main meta nav noscript ol p path pre q rect script section small
    span strong summary svg table tbody td template textarea th thead time title tr ul"""
)
"""Every element that templates and Markdown draw."""

ATTRIBUTES = _names(
    """action alt aria-current aria-describedby aria-hidden aria-label aria-labelledby aria-pressed autocapitalize
    autocomplete autocorrect charset checked class content cx cy d datetime dir enterkeyhint fill focusable for height
    hidden href hreflang http-equiv id inputmode lang name novalidate open placeholder popover popovertarget
    popovertargetaction property r rel role rows rx scope spellcheck src start stroke stroke-linecap stroke-linejoin
    stroke-width tabindex title translate type value viewbox width x xmlns y"""
)
"""Every attribute, apart from ``data-…``, which only templates write."""

_DATA = re.compile(r"data-[a-z]+(?:-[a-z]+)*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESSES = ("href", "src", "action")
_PLACEHOLDER = re.compile("[\x02\x03]")


def faults(html: str, hosts: Hosts, address: str) -> Iterator[tuple[str, str]]:
    """What ``html`` must not hold, as (what it is, the words to look for in the page's source).

    ``address`` is where the site is published.
    """
    if _PLACEHOLDER.search(html):
        yield "a placeholder of Markdown", "\x02"
    seen: set[str] = set()
    tree = etree.HTML(html or "<p></p>")
    for element in tree.iter(etree.Element):
        yield from _element(str(element.tag), {str(name) for name in element.attrib})
        for name, value in element.attrib.items():
            yield from _attribute(str(name).lower(), str(value), hosts, address)
        key = element.get("id")
        if key is not None and key in seen:
            yield f'the id "{key}" twice', f"#{key}"
        seen.add(key or "")


def _element(tag: str, attributes: Collection[str]) -> Iterator[tuple[str, str]]:
    if tag not in ELEMENTS:
        yield f"the element <{tag}>", f"<{tag}"
    if tag == "svg" and "width" not in attributes:
        yield "a picture that fills the window where styles do not arrive", "<svg"
    if tag in ("input", "textarea", "select", "button") and "name" in attributes:
        yield "a field with a name, whose value a browser without script would send", "name"


def _attribute(name: str, value: str, hosts: Hosts, address: str) -> Iterator[tuple[str, str]]:
    if name not in ATTRIBUTES and not _DATA.fullmatch(name):
        yield f"the attribute {name}", name
    elif name in _ADDRESSES and not _is_known(value, hosts, address):
        yield f'the address "{value}"', value


def _is_known(value: str, hosts: Hosts, address: str) -> bool:
    """Whether browsers stay on the site, or go where the site may lead: they drop spaces and take ``\\`` for ``/``."""
    plain = re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")
    if plain.startswith(address) or plain.startswith(("mailto:", "data:image/png;base64,")):
        return True
    if not _SCHEME.match(plain) and not plain.startswith("//"):
        return True
    return plain.startswith(("https://", "http://")) and plain == value and hosts.is_known(host_of(value))


def check_drawn(site: Built, docs: Path, hosts: Hosts) -> None:
    """Raise `PublishingError`, with every place, where a page holds what the site does not know."""
    found = [
        f"{source_place(docs, path, words)}: {what}; expected nothing but what the site's templates and Markdown draw"
        for path, html in site.pages.items()
        for what, words in faults(html, hosts, site.address)
    ]
    if found:
        raise PublishingError("\n".join(dict.fromkeys(found)))


def source_place(docs: Path, page: str, words: str) -> str:
    """The source of the built ``page``, with the line of ``words`` where they stand in it; else the page itself."""
    first, _, rest = page.partition("/")
    locale, within = (first, rest) if first in LOCALES else (DEFAULT_LOCALE, page)
    name = within.removesuffix("index.html").rstrip("/")
    for source in (docs / locale / f"{name}.md", docs / locale / name / "index.md"):
        if source.is_file():
            lines = source.read_text(encoding="utf-8").split("\n")
            line = next((number for number, text in enumerate(lines, 1) if words in text), 1)
            return f"{source.relative_to(docs.parent).as_posix()}:{line}"
    return page
