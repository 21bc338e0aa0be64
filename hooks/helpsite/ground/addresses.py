"""Absolute addresses: where each language lives, and the same page in the other languages."""

import posixpath
from dataclasses import dataclass

from helpsite.ground.anchors import page_url
from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import DEFAULT_LOCALE, LOCALES, Locale, other_locales


@dataclass(frozen=True)
class Alternate:
    """The same page in another language (``lang`` may be ``x-default``)."""

    lang: str
    url: str


@dataclass(frozen=True)
class Switch:
    """The way to the same page in another language, which readers call ``name``, relative to the page."""

    lang: Locale
    name: str
    href: str


def language_prefix(locale: Locale) -> str:
    """The folder of ``locale`` below the site's root: nothing for the default language."""
    return "" if locale == DEFAULT_LOCALE else f"{locale}/"


def language_root(site_url: str, locale: Locale) -> str:
    """The absolute address of the language's home page."""
    return site_url.rstrip("/") + "/" + language_prefix(locale)


def page_address(site_url: str, locale: Locale, page: str) -> str:
    """The absolute address of ``page`` (a path within its language)."""
    return language_root(site_url, locale) + page_url(page)


def alternates(site_url: str, page: str) -> list[Alternate]:
    """``page`` in every language and, as ``x-default``, in the default one."""
    rows = [Alternate(locale, page_address(site_url, locale, page)) for locale in LOCALES]
    return [*rows, Alternate("x-default", page_address(site_url, DEFAULT_LOCALE, page))]


def switches(locale: Locale, page: str) -> list[Switch]:
    """From ``page`` in ``locale`` to the same page in each other language."""
    here = language_prefix(locale) + page_url(page)
    rows = []
    for other in other_locales(locale):
        there = language_prefix(other) + page_url(page)
        path = posixpath.relpath("/" + there, "/" + here)
        rows.append(Switch(other, LANGUAGES[other].name, "./" if path == "." else path + "/"))
    return rows
