"""Addresses that were published and are no more: ``docs/data/redirects.yml``, old to new, the same in all languages.

A moved page becomes a page that leads on, which any static host can serve, and a row for hosts that redirect
themselves. A moved place in a page becomes a note at the page's end, which shows when the address names it; a script
follows it at once.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from helpsite.ground.addresses import language_prefix, page_address
from helpsite.ground.anchors import page_url, relative_url
from helpsite.ground.interface import Words, words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.problems import Problems
from helpsite.ground.templates import render
from helpsite.ground.yamlfile import check, load_yaml
from helpsite.publishing.built import Built, reference

SCRIPT = "assets/js/moved.js"

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True)
class Redirect:
    """From ``page.md`` or ``page.md#anchor`` to the same of another place; ``line`` is its line in the table."""

    old: str
    new: str
    line: int

    @property
    def is_page(self) -> bool:
        """Whether a whole page moved."""
        return "#" not in self.old


def load_redirects(path: Path, problems: Problems) -> list[Redirect]:
    """The rows of the table at ``path``."""
    document = load_yaml(path, problems)
    if document is None or document.data is None:
        return []
    rows: dict[str, str] = check(dict[str, str], document, problems) or {}
    return [Redirect(old, new, document.line((old,))) for old, new in rows.items()]


def file_of(locale: Locale, ref: str) -> str:
    """The path of the built file of the page that ``ref`` names."""
    return posixpath.join(language_prefix(locale), page_url(ref.partition("#")[0]), "index.html")


def check_redirects(rows: list[Redirect], site: Built, path: Path, problems: Problems) -> None:
    """Note the rows that redirect nothing: what they name as old is there, or what they name as new is not."""
    for row in rows:
        for locale in LOCALES:
            if exists(site, locale, row.old):
                problems.add(path, row.line, f'"{row.old}" is there ({locale})', "an address that is no more")
            if not row.is_page and not exists(site, locale, row.old.partition("#")[0]):
                problems.add(path, row.line, f'no page for "{row.old}" ({locale})', "a row for the page that moved")
            if not exists(site, locale, row.new):
                problems.add(path, row.line, f'"{row.new}" is not there ({locale})', "a page or place that exists")


def exists(site: Built, locale: Locale, ref: str) -> bool:
    """Whether the page, and the place in it where ``ref`` names one, was built."""
    anchor = ref.partition("#")[2]
    html = site.pages.get(file_of(locale, ref))
    return html is not None and (not anchor or f' id="{anchor}"' in html)


def apply_redirects(rows: list[Redirect], site: Built, words: Words) -> list[tuple[str, str]]:
    """Add the pages and notes that lead on. Gives the moved pages' addresses (old, new) below the site's root."""
    moved = []
    for locale in LOCALES:
        for row in rows:
            draw = _add_page if row.is_page else _add_note
            draw(row, site, locale, words_in(words, locale)["moved"])
            if row.is_page:
                moved.append((_below_root(locale, row.old), _below_root(locale, row.new)))
    return moved


def _below_root(locale: Locale, ref: str) -> str:
    page, mark, anchor = ref.partition("#")
    return language_prefix(locale) + page_url(page) + mark + anchor


def _link(row: Redirect) -> str:
    page, _, anchor = row.new.partition("#")
    return relative_url(row.old.partition("#")[0], page, anchor)


def _add_page(row: Redirect, site: Built, locale: Locale, words: dict[str, str]) -> None:
    page = row.new.partition("#")[0]
    title = _TITLE.search(site.pages[file_of(locale, row.new)])
    site.pages[file_of(locale, row.old)] = render(
        "moved.html",
        locale=locale,
        words=words,
        title=title[1] if title else "",
        href=_link(row),
        canonical=page_address(site.address, locale, page),
    )


def _add_note(row: Redirect, site: Built, locale: Locale, words: dict[str, str]) -> None:
    path = file_of(locale, row.old)
    note = render("moved-anchor.html", words=words, anchor=row.old.partition("#")[2], href=_link(row))
    html = site.pages[path]
    script = f'<script type="module" src="{reference(path, SCRIPT)}"></script>\n'
    if script not in html:
        html = html.replace("</body>", script + "</body>", 1)
    site.pages[path] = html.replace("</article>", f"{note}</article>", 1)
