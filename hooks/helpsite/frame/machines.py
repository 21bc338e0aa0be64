"""Files of a language for machines: the catalogue, search index, sitemap, web app manifest, pictures, 404 page."""

import json
from functools import partial
from typing import Any

from helpsite.frame.pictures import pictures
from helpsite.ground.addresses import alternates, language_prefix, page_address
from helpsite.ground.interface import words_in
from helpsite.ground.locales import DEFAULT_LOCALE, Locale
from helpsite.messages.export import INDEX, export_catalogue
from helpsite.messages.model import EXAMPLE_HOST
from helpsite.search.build import build_index
from helpsite.search.collect import entries
from helpsite.site import Site


def machine_files(site: Site, locale: Locale, site_url: str) -> dict[str, bytes]:
    """Path below the site's root to content, for ``locale``; what is one for all comes with the default language."""
    text = export_catalogue(site.catalogue, locale, partial(page_address, site_url, locale))
    files = {language_prefix(locale) + INDEX: text.encode(), f"assets/{locale}.webmanifest": manifest(site, locale)}
    files |= pictures(site, locale)
    return files | (build_index(entries(site), site.vocabulary, EXAMPLE_HOST) if locale == DEFAULT_LOCALE else {})


def manifest(site: Site, locale: Locale) -> bytes:
    """What a phone shows of a site that is put on its home screen (https://www.w3.org/TR/appmanifest/)."""
    words = words_in(site.words, locale)["site"]
    icon = {"src": "./img/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any maskable"}
    shown = {
        "name": words["name"],
        "lang": locale,
        "start_url": f"../{language_prefix(locale)}",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#0a4b46",
        "theme_color": "#0a4b46",
        "icons": [icon],
    }
    return json.dumps(shown, ensure_ascii=False).encode()


def not_found_page(locale: Locale, html: str) -> dict[str, bytes]:
    """The 404 page of a language with a folder of its own; MkDocs writes the one at the root."""
    return {} if locale == DEFAULT_LOCALE else {f"{language_prefix(locale)}404.html": html.encode()}


def sitemap(site: Site, site_url: str) -> list[dict[str, Any]]:
    """Every page of every language with its address, the day it was checked, and its alternates."""
    names = [*site.pages[DEFAULT_LOCALE], *(message.page for message in site.catalogue)]
    return [
        {
            "url": page_address(site_url, locale, name),
            "checked": site.front(locale, name).checked,
            "alternates": alternates(site_url, name),
        }
        for locale in site.pages
        for name in names
    ]
