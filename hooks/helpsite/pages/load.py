"""Reading the written pages of one language."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import read_text
from helpsite.pages.frontmatter import read_front_matter, split
from helpsite.pages.source import SourcePage, check_headings, check_html, scan


def load_pages(docs: Path, locale: Locale, sources: Collection[str], problems: Problems) -> dict[str, SourcePage]:
    """The pages below ``docs/<locale>`` by their path within it. Wrong ones are noted and left out."""
    pages = {}
    for path in sorted((docs / locale).rglob("*.md")):
        page = load_page(path, path.relative_to(docs / locale).as_posix(), locale, sources, problems)
        if page is not None:
            pages[page.name] = page
    return pages


def load_page(path: Path, name: str, locale: Locale, sources: Collection[str], problems: Problems) -> SourcePage | None:
    """One page, read and scanned; ``None``, with problems noted, where it cannot be understood."""
    text = read_text(path, problems)
    if text is None:
        return None
    head, body, first_line = split(text.replace("\r\n", "\n"))
    front = read_front_matter(head, path, sources, problems)
    if front is None:
        return None
    page = scan(SourcePage(locale, name, path, body, first_line, *front))
    check_headings(page, problems)
    check_html(page, problems)
    return page
