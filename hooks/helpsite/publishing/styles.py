"""All stylesheets of a page as one file: the theme's without the rules that no page uses, ours as they are."""

from __future__ import annotations

import re

import rcssmin

from helpsite.publishing.built import ASSETS, Built, PublishingError, reference
from helpsite.publishing.fingerprints import THEME
from helpsite.publishing.prune import Used, prune

BUNDLE = ASSETS + "site.css"

_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="([^"]+)">\n?')
_URL = re.compile(r"""url\(\s*(["']?)(?!data:)([^"'()\s]+)\1\s*\)""")


def bundle_styles(site: Built) -> None:
    """Write one stylesheet for all pages. Raises `PublishingError` where pages want different ones."""
    sheets = _sheets(site)
    if not sheets:
        return
    used = _used(site, [sheet for sheet in sheets if not sheet.startswith(THEME)])
    texts = [_sheet(site, sheet, used) for sheet in sheets]
    site.write(BUNDLE, "".join(texts))
    for page, html in site.pages.items():
        site.pages[page] = _name_bundle(site, page, html)


def _sheets(site: Built) -> list[str]:
    """The stylesheets of the pages, in order."""
    found: dict[tuple[str, ...], str] = {}
    for page, html in site.pages.items():
        wanted = _LINK.findall(html)
        targets = [site.target(page, link) for link in wanted]
        missing = [link for link, target in zip(wanted, targets, strict=True) if target is None]
        if missing:
            raise PublishingError(f"{page}: no stylesheet {', '.join(missing)}; see extra_css in mkdocs.yml")
        if wanted:
            found.setdefault(tuple(target for target in targets if target), page)
    if len(found) > 1:
        raise PublishingError(f"{' and '.join(list(found.values())[:2])}: the pages want different stylesheets")
    return list(next(iter(found), ()))


def _used(site: Built, whole: list[str]) -> Used:
    used = Used()
    for html in site.pages.values():
        used.add_page(html)
    for path in site.files():
        if path.endswith(".js") and not path.startswith(THEME):
            used.add_script(site.read(path))
    for sheet in whole:
        used.add_style(site.read(sheet))
    return used


def _sheet(site: Built, path: str, used: Used) -> str:
    text = site.read(path)
    text = prune(text, used) if path.startswith(THEME) else str(rcssmin.cssmin(text))

    def moved(match: re.Match[str]) -> str:
        target = site.target(path, match[2])
        return match[0] if target is None else f"url({match[1]}{reference(BUNDLE, target)}{match[1]})"

    return _URL.sub(moved, text)


def _name_bundle(site: Built, page: str, html: str) -> str:
    first = _LINK.search(html)
    if first is None:
        return html
    href = site.base + BUNDLE if first[1].startswith("/") else reference(page, BUNDLE)
    html = html[: first.start()] + f'<link rel="stylesheet" href="{href}">\n' + html[first.end() :]
    head, link, rest = html.partition(f'href="{href}">\n')
    return head + link + _LINK.sub("", rest)
