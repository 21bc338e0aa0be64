"""Every written page is in the navigation, and everything in the navigation is a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.yamlfile import Document


def nav_pages(nav: object, loc: tuple[str | int, ...] = ("nav",)) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The pages that MkDocs' ``nav`` names, each with its place in the file."""
    if isinstance(nav, str):
        yield nav, loc
    elif isinstance(nav, list):
        for index, row in enumerate(nav):
            yield from nav_pages(row, (*loc, index))
    elif isinstance(nav, dict):
        for key, row in nav.items():
            yield from nav_pages(row, (*loc, key))


def check_navigation(config: Document, paths: Mapping[str, Path], problems: Problems) -> None:
    """Note pages that no entry of ``config`` (mkdocs.yml) names, and entries without a page.

    ``paths`` are the files of the default language by page.
    """
    nav = dict(nav_pages(config.data.get("nav") if isinstance(config.data, dict) else None))
    for name, loc in nav.items():
        if name not in paths:
            found = f'no page "{name}"'
            problems.add(
                config.path, config.line(loc), found, f"a page of docs/{DEFAULT_LOCALE}" + did_you_mean(name, paths)
            )
    for name in sorted(paths.keys() - nav.keys()):
        problems.add(paths[name], 1, "a page that is in no navigation", "an entry under nav in mkdocs.yml")
