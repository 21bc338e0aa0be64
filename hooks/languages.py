"""Languages: words in the reader's language, absolute alternates, a switch to the same page, a 404 page each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from helpsite.ground.addresses import alternates, language_prefix, language_root, page_address, switches
from helpsite.ground.anchors import relative_url
from helpsite.ground.interface import words_in
from helpsite.ground.locales import DEFAULT_LOCALE, Locale
from helpsite.ground.text import phrased
from helpsite.site import Site

FOOTER = {
    "all-messages": "errors/index.md",
    "safety": "safety.md",
    "contact": "contact.md",
    "about": "about.md",
    "changes": "changes.md",
}


@event_priority(-110)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Material's own words in the language of the pass. Runs after static-i18n, which knows that language."""
    config.theme["language"] = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    return config


def sitemap(site: Site, site_url: str) -> list[dict[str, Any]]:
    """Every page of every language with its address, the day it was checked, and its alternates."""
    checked = {page.name: page.front.checked for page in site.pages[DEFAULT_LOCALE].values()}
    checked |= {message.page: message.checked for message in site.catalogue}
    return [
        {"url": page_address(site_url, locale, name), "checked": day, "alternates": alternates(site_url, name)}
        for locale in site.pages
        for name, day in checked.items()
    ]


def on_env(env: Environment, **_: Any) -> Environment:
    """Give the theme's templates the filter that the components have."""
    env.filters["phrased"] = phrased
    return env


@event_priority(-110)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """What the frame of a page needs. Runs after static-i18n, whose alternates are relative."""
    site: Site = config.extra["helpsite"]
    locale: Locale = page.file.locale  # type: ignore[attr-defined]
    name = page.file.src_uri.removeprefix(f"{locale}/")
    words = words_in(site.words, locale)
    context |= {
        "locale": locale,
        "words": words,
        "is_home": name == "index.md",
        "home_url": relative_url(name, "index.md"),
        "alternates": alternates(str(config.site_url), name),
        "switches": switches(locale, name),
        "footer_links": [(words["site"][key], relative_url(name, target)) for key, target in FOOTER.items()],
        "scripts": site.scripts,
    }
    return context


@event_priority(-110)
def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for templates that are no pages: 404 and the sitemap."""
    site: Site = config.extra["helpsite"]
    locale: Locale = config.plugins["i18n"].current_language or DEFAULT_LOCALE  # type: ignore[attr-defined]
    root = language_root(str(config.site_url), locale)
    words = words_in(site.words, locale)
    context |= {
        "locale": locale,
        "words": words,
        "all_words": {language: words_in(site.words, language) for language in site.pages},
        "roots": {language: language_root(str(config.site_url), language) for language in site.pages},
        "is_home": False,
        "home_url": root,
        "alternates": [],
        "switches": [],
        "footer_links": [],
        "scripts": {},
        "sitemap": sitemap(site, str(config.site_url)) if template_name == "sitemap.xml" else [],
    }
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the other languages' 404 pages into their folders; the root keeps the default language's, which has all."""
    locale: Locale = config.plugins["i18n"].current_language or DEFAULT_LOCALE  # type: ignore[attr-defined]
    if template_name != "404.html" or locale == DEFAULT_LOCALE:
        return output
    path = Path(config.site_dir) / language_prefix(locale) / "404.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(output, encoding="utf-8")
    return ""
