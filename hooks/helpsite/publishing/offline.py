"""The service worker: ``docs/assets/js/offline/worker.js`` with what belongs to this build in front of it."""

import hashlib
import json
import posixpath
import re

from helpsite.ground.addresses import language_prefix
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.paths import ROOT
from helpsite.publishing.built import ASSETS, Built

SOURCE = ROOT / "docs" / "assets" / "js" / "offline" / "worker.js"
REMOVAL = SOURCE.with_name("removal.js")
WORKER = "sw.js"
_STARTS = re.compile(r'<script type="module" src="[^"]*js/offline/start\.js"></script>\n?')
KEPT_PAGES = ("", "errors/")
LARGEST_SEARCH = 1_000_000
"""Bytes of search index up to which it is kept on the reader's device."""


def kept(site: Built, locale: Locale) -> list[str]:
    """What a reader of ``locale`` keeps after a visit, relative to the site's root: home, messages, search, assets."""
    files = site.files()
    pages = [language_prefix(locale) + page for page in KEPT_PAGES]
    search = [
        file for file in files if file.startswith("search/") and posixpath.relpath(file, "search")[:3] == f"{locale}."
    ]
    if sum((site.folder / file).stat().st_size for file in search) > LARGEST_SEARCH:
        search = []
    return [*pages, *(file for file in files if file.startswith(ASSETS)), *search]


def write_worker(site: Built, is_on: bool = True) -> None:
    """Write the service worker to the site's root, where it may answer for every page; off, it removes itself."""
    if not is_on:
        site.write(WORKER, REMOVAL.read_text(encoding="utf-8"))
        return
    lists = {locale: kept(site, locale) for locale in LOCALES}
    version = hashlib.sha256()
    for path in site.files():
        version.update(path.encode() + b"\0" + (site.folder / path).read_bytes())
    build = {"version": version.hexdigest()[:10], "kept": lists}
    source = SOURCE.read_text(encoding="utf-8")
    site.write(WORKER, f"const BUILD = {json.dumps(build, separators=(',', ':'))};\n{source}")


def leave_out(site: Built) -> None:
    """Let no page start the service worker."""
    for page, html in site.pages.items():
        site.pages[page] = _STARTS.sub("", html)
