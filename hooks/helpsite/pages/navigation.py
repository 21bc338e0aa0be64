"""Every written page is in the navigation, and everything in the navigation is a page."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.yamlfile import Document, Loc


def check_navigation(config: Document, paths: Mapping[str, Path], problems: Problems) -> None:
    """Note pages that no entry of ``config`` (mkdocs.yml) names, and entries without a page.

    ``paths`` are the files of the default language by page.
    """
    named: set[str] = set()
    for name, loc in _entries(config):
        if not isinstance(name, str):
            expected = "a page, or one heading with a list of pages"
            problems.add(config.path, config.line(loc), "a row of another shape", expected)
            continue
        if name not in paths:
            expected = f"a page of docs/{DEFAULT_LOCALE}" + did_you_mean(name, paths)
            problems.add(config.path, config.line(loc), f'no page "{name}"', expected)
        elif name in named:
            problems.add(config.path, config.line(loc), f'the page "{name}" a second time', "each page once")
        named.add(name)
    for name in sorted(paths.keys() - named):
        problems.add(paths[name], 1, "a page that is in no navigation", "an entry under nav in mkdocs.yml")


def _entries(config: Document) -> Iterator[tuple[object, Loc]]:
    """What stands in ``nav`` and below its headings, each with its place; ``None`` for a row of another shape."""
    nav = config.data.get("nav") if isinstance(config.data, dict) else None
    for index, row in enumerate(nav if isinstance(nav, list) else ()):
        if isinstance(row, str):
            yield row, ("nav", index)
        elif isinstance(row, dict) and len(row) == 1 and isinstance(pages := next(iter(row.values())), list):
            yield from ((page, ("nav", index, next(iter(row)), place)) for place, page in enumerate(pages))
        else:
            yield None, ("nav", index)
