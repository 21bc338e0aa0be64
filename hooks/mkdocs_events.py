"""Every event of MkDocs that the site needs, in the order in which MkDocs calls them.

The core knows no event; of MkDocs, `helpsite.publishing.serve` uses the server. All events run once a language: first
for the default one, in whose `on_post_build` static-i18n builds the others.
"""

import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from helpsite.drawing import PageDrawing
from helpsite.frame.contents import contents
from helpsite.frame.frame import frame, template_frame
from helpsite.frame.machines import machine_files, not_found_page
from helpsite.frame.report import report_url
from helpsite.ground.anchors import drawn_ids
from helpsite.ground.locales import Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import ContentError, Problems
from helpsite.ground.text import with_break_points
from helpsite.load import load_site
from helpsite.site import Site

_loaded: dict[str, Site] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check all content before the first language; abort with every problem."""
    if not getattr(config.plugins["i18n"], "building", False):
        try:
            report_url(config.extra["report"], "", {})
        except ValueError as error:
            raise Abort(str(error)) from None
        _loaded["site"] = _load(Path(config.config_file_path), Path(config.docs_dir))
    config.extra["helpsite"] = _loaded["site"]
    return config


def _load(config: Path, docs: Path) -> Site:
    problems = Problems(config.parent)
    try:
        site = load_site(docs, config, problems)
        print(*(f"warning: {warning}\n" for warning in site.warnings), sep="", end="", file=sys.stderr)
        problems.raise_if_any()
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        raise Abort(f"{count} problem{'s' if count > 1 else ''} in the content; nothing was published") from None
    return site


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand in no file. Runs before static-i18n, which sorts the files by language."""
    for path in _site(config).generated_pages():
        files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
    """Let the theme speak the language of the pass; its templates escape, and have the components' filters."""
    config.theme["language"] = _locale(config)
    env.filters["with_break_points"] = with_break_points
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    env.autoescape = True
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    """The text of the page without its front matter, which the core has read."""
    return _site(config).text(*_place(page))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Give MkDocs the checked front matter and, as it makes a `Markdown` for each page, the page's own extensions."""
    site, place = _site(config), _place(page)
    page.meta = site.front(*place).model_dump(exclude_none=True)
    page.here = site.context(*place)  # type: ignore[attr-defined]
    drawing = PageDrawing(site, _here(page))
    config.markdown_extensions = drawing.extensions()  # type: ignore[assignment]
    config.mdx_configs = drawing.options()
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Draw what is no Markdown, and tell MkDocs' link checker the ids that were drawn."""
    drawn = PageDrawing(_site(config), _here(page)).html(html)
    page.present_anchor_ids = drawn_ids(drawn)
    return drawn


@event_priority(-110)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Everything around the page's text. Runs after static-i18n, whose alternates are relative."""
    locale, name = _place(page)
    listed = contents(page.content or "") if name in _site(config).pages[locale] else []  # messages are short
    around = frame(_site(config), _here(page), str(config.site_url), config.extra["report"])
    return context | vars(around) | {"contents": listed}


@event_priority(-110)
def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for templates that are no pages: 404 and the sitemap."""
    del template_name
    return context | template_frame(_site(config), _locale(config), str(config.site_url))


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the 404 page of another language into its folder."""
    if template_name != "404.html":
        return output
    return "" if _write(config, not_found_page(_locale(config), output)) else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is read by machines: the catalogue and, once for all languages, the search index."""
    _write(config, machine_files(_site(config), _locale(config), str(config.site_url)))


def _write(config: MkDocsConfig, files: dict[str, bytes]) -> bool:
    for name, content in files.items():
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return bool(files)


def _site(config: MkDocsConfig) -> Site:
    site: Site = config.extra["helpsite"]
    return site


def _locale(config: MkDocsConfig) -> Locale:
    locale: Locale = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    return locale


def _place(page: Page) -> tuple[Locale, str]:
    locale: Locale = page.file.locale  # type: ignore[attr-defined]
    return locale, page.file.src_uri.removeprefix(f"{locale}/")


def _here(page: Page) -> PageContext:
    here: PageContext = page.here  # type: ignore[attr-defined]
    return here
