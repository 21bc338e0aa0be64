"""Everything around a page's text, as the templates of the theme take it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from helpsite.frame.json_ld import structured_page
from helpsite.frame.machines import sitemap
from helpsite.frame.page_end import PageEnd, page_end
from helpsite.frame.report import report_url
from helpsite.ground.addresses import Alternate, Switch, alternates, language_root, page_address, switches
from helpsite.ground.anchors import page_url
from helpsite.ground.interface import LocaleWords, words_in
from helpsite.ground.locales import DEFAULT_LOCALE, Locale
from helpsite.ground.page_context import PageContext
from helpsite.printing.sheet import on_paper, print_box, print_head, print_words
from helpsite.site import Site

HOME = "index.md"
FOOTER = {
    "all-messages": "errors/index.md",
    "safety": "safety.md",
    "contact": "contact.md",
    "about": "about.md",
    "changes": "changes.md",
}
"""The links below every page: the key of their words and where they lead."""


@dataclass(frozen=True)
class Frame:
    """What stands around one page. ``trail`` is the pages between home and this one; ``on_paper`` adds to a text."""

    locale: Locale
    words: LocaleWords
    is_home: bool
    home_url: str
    trail: Sequence[tuple[str, str]]
    alternates: Sequence[Alternate]
    switches: Sequence[Switch]
    areas: Sequence[tuple[str, str]]
    footer_links: Sequence[tuple[str, str]]
    scripts: Sequence[str]
    structured: Mapping[str, Any]
    end: PageEnd
    report: str
    print_head: Markup
    print_box: Markup
    print_words: Markup
    on_paper: Callable[[str], Markup]


def frame(site: Site, page: PageContext, site_url: str, report: str = "") -> Frame:
    """The frame of ``page``, whose text is drawn. ``report`` is where readers report mistakes (see `report_url`)."""
    meta = site.front(page.locale, page.page).model_dump()
    address, end = page_address(site_url, page.locale, page.page), page_end(site, page, meta)
    return Frame(
        locale=page.locale,
        words=page.words,
        is_home=page.page == HOME,
        home_url=page.link(HOME).href,
        trail=[(link.title, link.href) for link in map(page.link, trail(page.page))],
        alternates=alternates(site_url, page.page),
        switches=switches(page.locale, page.page),
        areas=_areas(site, page.locale),
        footer_links=[(page.words["site"][key], page.link(ref).href) for key, ref in FOOTER.items()],
        scripts=page.used.get("scripts", ()),
        structured=structured_page(meta, page.locale, page.words["site"]["name"], site_url, _steps(page, site_url)),
        end=end,
        report=report_url(report, meta["title"], _facts(page, address, meta)),
        print_head=print_head(page, address, meta["title"], end.checked),
        print_box=print_box(page),
        print_words=print_words(page),
        on_paper=partial(on_paper, page=page),
    )


def _facts(page: PageContext, address: str, meta: Mapping[str, Any]) -> dict[str, str]:
    """What a report says by itself: the place and the day of its facts."""
    entry = page.page.removeprefix("errors/").removesuffix(".md") if trail(page.page) else ""
    return {"page": address, "language": page.locale, "entry": entry, "checked": str(meta["checked"])}


def _areas(site: Site, locale: Locale) -> list[tuple[str, str]]:
    """The title of each area, and the address of its topic page below the language's root."""
    return [(area.title[locale], page_url(area.page)) for area in site.areas.values()]


def trail(page: str) -> list[str]:
    """The pages between the home page and ``page``."""
    return ["errors/index.md"] if page.startswith("errors/") and page != "errors/index.md" else []


def _steps(page: PageContext, site_url: str) -> list[tuple[str, str]]:
    """Titles and addresses from the home page to ``page`` itself."""
    steps = {HOME: page.words["site"]["home"]}
    steps |= {name: page.link(name).title for name in [*trail(page.page), page.page] if name != HOME}
    return [(title, page_address(site_url, page.locale, name)) for name, title in steps.items()]


def template_frame(site: Site, locale: Locale, site_url: str) -> dict[str, Any]:
    """What templates that are no pages know: the 404 page and the sitemap."""
    words = {language: words_in(site.words, language) for language in site.pages}
    return {
        "locale": locale,
        "words": words[locale],
        "all_words": words if locale == DEFAULT_LOCALE else {locale: words[locale]},
        "roots": {language: language_root(site_url, language) for language in site.pages},
        "areas": _areas(site, locale),
        "is_home": False,
        "home_url": language_root(site_url, locale),
        "sitemap": sitemap(site, site_url),
    }
