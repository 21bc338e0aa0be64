"""Which page and which place in it exist, what they are called, and how to get from one to the other."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from helpsite.ground.locales import Locale
from helpsite.ground.problems import did_you_mean

_ID = re.compile(r'\sid="([^"]+)"')


def drawn_ids(html: str) -> set[str]:
    """The ids of the elements of ``html``."""
    return set(_ID.findall(html))


def page_url(page: str) -> str:
    """The address of ``page`` (``sign-in.md``, a path within one language) below its language's root."""
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


def relative_url(source: str, target: str, anchor: str = "") -> str:
    """The address of ``target`` as it is written on ``source``; both are pages of the same language."""
    fragment = f"#{anchor}" if anchor else ""
    if source == target and fragment:
        return fragment
    here, there = page_url(source), page_url(target)
    path = posixpath.relpath(there or ".", here or ".")
    if path == ".":
        return "./" + fragment
    return path + "/" + fragment


def split_ref(ref: str, page: str) -> tuple[str, str]:
    """``page.md#anchor`` (from the language's root) or ``#anchor`` (on ``page``) as the pair (page, anchor)."""
    path, _, anchor = ref.partition("#")
    return (posixpath.normpath(path) if path else page), anchor


def from_root(ref: str, page: str) -> str:
    """A reference as it is written on ``page``, relative to it, as one from the language's root."""
    path, mark, anchor = ref.partition("#")
    if not path:
        return ref
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + mark + anchor


@dataclass(frozen=True)
class Link:
    """A link whose target exists: its address from the page it stands on, and its target's title."""

    href: str
    title: str


@dataclass
class Anchors:
    """The title of every anchor of every page, per language. The anchor ``""`` is the page itself."""

    _titles: dict[tuple[Locale, str], dict[str, str]] = field(default_factory=dict)
    _unsure: set[tuple[Locale, str]] = field(default_factory=set)

    def add(self, locale: Locale, page: str, anchor: str, title: str) -> None:
        """Note that ``page`` has ``anchor``, called ``title``."""
        self._titles.setdefault((locale, page), {})[anchor] = title

    def doubt(self, locale: Locale, page: str) -> None:
        """Note that something on ``page`` is faulty, so that it may have any anchor.

        With a slash at its end it is a folder, which may have any page.
        """
        self._unsure.add((locale, page))

    def _may_be(self, locale: Locale, page: str) -> bool:
        return not self._unsure.isdisjoint({(locale, page), (locale, posixpath.dirname(page) + "/")})

    def pages(self, locale: Locale) -> Iterable[str]:
        """The pages of ``locale``, in the order in which they were noted."""
        return [page for language, page in self._titles if language == locale]

    def of(self, locale: Locale, page: str) -> dict[str, str]:
        """Anchor to title for one page; empty where there is no such page."""
        return self._titles.get((locale, page), {})

    def fault(self, locale: Locale, page: str, ref: str) -> tuple[str, str] | None:
        """Why ``ref`` (see `split_ref`) leads nowhere, as (found, expected); ``None`` when it is right."""
        path, anchor = split_ref(ref, page)
        titles = self._titles.get((locale, path))
        if self._may_be(locale, path):
            return None
        if titles is None:
            return f'no page "{path}"', "an existing page" + did_you_mean(path, self.pages(locale))
        if anchor and anchor not in titles:
            return f'no anchor "{anchor}" on {path}', "an existing id" + did_you_mean(anchor, titles)
        return None

    def link(self, locale: Locale, page: str, ref: str) -> Link:
        """The link for ``ref`` from ``page``. Raises `KeyError` where it leads nowhere (see `fault`)."""
        path, anchor = split_ref(ref, page)
        return Link(relative_url(page, path, anchor), self._titles[locale, path][anchor])
