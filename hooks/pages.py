"""Pages: the generated ones are added, and every page learns where it is and what its end shows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from helpsite.frame.json_ld import structured_page
from helpsite.frame.page_end import page_end
from helpsite.ground.addresses import language_prefix, page_address
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.page_context import current, set_current
from helpsite.messages import INDEX, export_catalogue, message_page_source
from helpsite.site import Site


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for every message, before static-i18n sorts the files by language (it wants paths, not contents)."""
    site: Site = config.extra["helpsite"]
    for locale in LOCALES:
        for message in site.catalogue:
            path = f"{locale}/{message.page}"
            files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """The text of a message's page, which stands in no file."""
    locale, name = place(page)
    message = config.extra["helpsite"].catalogue.by_page(name)
    return message and message_page_source(message, locale)


def place(page: Page) -> tuple[Locale, str]:
    """The page's language and its path within the language."""
    locale: Locale = page.file.locale  # type: ignore[attr-defined]
    return locale, page.file.src_uri.removeprefix(f"{locale}/")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Tell the Markdown extensions which page they draw on."""
    locale, name = place(page)
    set_current(config.extra["helpsite"].context(locale, name))
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Keep what the page turned out to use for its template, and tell MkDocs' link checker the ids that we drew."""
    locale, name = place(page)
    page.used = current()  # type: ignore[attr-defined]
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(
        config.extra["helpsite"].anchors.of(locale, name)
    )
    return html


@event_priority(-120)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the template the page's end, its trail and its structured data. Runs after hooks/languages.py."""
    site: Site = config.extra["helpsite"]
    locale, name = place(page)
    listed = name.startswith("errors/") and name != "errors/index.md"
    context["end"] = page_end(site, page.used, page.meta)  # type: ignore[attr-defined]
    context["trail"] = [_index(site, locale, name)] if listed else []
    context["structured"] = _structured(context, page, str(config.site_url))
    return context


def _index(site: Site, locale: Locale, name: str) -> tuple[str, str]:
    link = site.anchors.link(locale, name, "errors/index.md")
    return link.title, link.href


def _structured(context: dict[str, Any], page: Page, site_url: str) -> dict[str, Any]:
    locale, name = place(page)
    words = context["words"]["site"]
    steps = {"index.md": words["home"]}
    if context["trail"]:
        steps["errors/index.md"] = context["trail"][0][0]
    if name != "index.md":
        steps[name] = page.meta["title"]
    trail = [(title, page_address(site_url, locale, step)) for step, title in steps.items()]
    return structured_page(page.meta, locale, words["name"], site_url, trail)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the catalogue for machines, once a language."""
    site: Site = config.extra["helpsite"]
    locale: Locale = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    text = export_catalogue(site.catalogue, locale, partial(page_address, str(config.site_url), locale))
    path = Path(config.site_dir) / language_prefix(locale) / INDEX
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
