"""Pages that were published and are no more: ``docs/data/redirects.yml``, old to new, the same in all languages.

A moved page becomes a page that leads on, which any static host can serve, and a row for hosts that redirect
themselves.
"""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from helpsite.ground.addresses import language_prefix, page_address
from helpsite.ground.anchors import page_url, relative_url
from helpsite.ground.interface import Words, words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.problems import Problems
from helpsite.ground.slugs import EXPECTED_PAGE, is_page_path
from helpsite.ground.templates import render
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import load_yaml
from helpsite.publishing.built import Built

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True)
class Redirect:
    """From the page ``old`` to the page ``new``; ``line`` is its line in the table."""

    old: str
    new: str
    line: int


def load_redirects(path: Path, problems: Problems) -> list[Redirect]:
    """The rows of the table at ``path``."""
    document = load_yaml(path, problems)
    if document is None or document.data is None:
        return []
    pairs: dict[str, str] = check(dict[str, str], document, problems) or {}
    rows = [Redirect(old, new, document.line((old,))) for old, new in pairs.items()]
    odd = [(row.line, name) for row in rows for name in (row.old, row.new) if not _is_page_of_all(name)]
    for line, name in odd:
        problems.add(path, line, f'"{name}" is no page', EXPECTED_PAGE)
    return [] if odd else rows


def _is_page_of_all(name: str) -> bool:
    """Whether ``name`` can be a page of every language: it does not begin with the folder of one."""
    return is_page_path(name) and name.partition("/")[0] not in LOCALES


def file_of(locale: Locale, page: str) -> str:
    """The path of the built file of ``page``."""
    return posixpath.join(language_prefix(locale), page_url(page), "index.html")


def check_redirects(rows: list[Redirect], site: Built, path: Path, problems: Problems) -> None:
    """Note the rows that redirect nothing: the old page is there, or the new one is not."""
    for row in rows:
        for locale in LOCALES:
            if file_of(locale, row.old) in site.pages:
                problems.add(path, row.line, f'"{row.old}" is there ({locale})', "a page that is no more")
            if file_of(locale, row.new) not in site.pages:
                problems.add(path, row.line, f'"{row.new}" is not there ({locale})', "a page that exists")


def apply_redirects(rows: list[Redirect], site: Built, words: Words) -> list[tuple[str, str]]:
    """Add the pages that lead on. Gives the addresses (old, new) below the site's root."""
    moved = []
    for locale in LOCALES:
        for row in rows:
            site.pages[file_of(locale, row.old)] = _leading_page(row, site, locale, words_in(words, locale)["moved"])
            moved.append((language_prefix(locale) + page_url(row.old), language_prefix(locale) + page_url(row.new)))
    return moved


def _leading_page(row: Redirect, site: Built, locale: Locale, words: dict[str, str]) -> str:
    title = _TITLE.search(site.pages[file_of(locale, row.new)])
    return render(
        "moved.html",
        locale=locale,
        words=words,
        title=title[1] if title else "",
        href=relative_url(row.old, row.new),
        canonical=page_address(site.address, locale, row.new),
    )
