"""What stands at the end of every page: words explained, related pages, sources, and when the facts were checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from helpsite.areas import render_ways
from helpsite.ground.anchors import Link
from helpsite.ground.dates import long_date
from helpsite.ground.page_context import PageContext
from helpsite.site import Site
from helpsite.terms import render_explanations


@dataclass(frozen=True)
class CitedSource:
    """A source in the reader's words."""

    name: str
    url: str
    kind: str
    seen: str


@dataclass(frozen=True)
class PageEnd:
    """The pieces of a page's end, ready for its template."""

    explanations: Markup
    related: list[Link]
    sources: list[CitedSource]
    checked: str
    ways: Markup


def page_end(site: Site, page: PageContext, meta: Mapping[str, Any]) -> PageEnd:
    """The end of ``page``, whose front matter is ``meta``."""
    return PageEnd(
        explanations=render_explanations(site.terms, page),
        related=[page.link(ref) for ref in meta.get("related", ())],
        sources=[_cited(site, key, page) for key in meta.get("sources", ())],
        checked=long_date(meta["checked"], page.locale),
        ways=_ways(site, page),
    )


def _ways(site: Site, page: PageContext) -> Markup:
    """The way on of the area that the page belongs to; a message's page has its own."""
    area = site.area_of(page.locale, page.page)
    return Markup("") if area is None else render_ways(area.otherwise, page)


def _cited(site: Site, key: str, page: PageContext) -> CitedSource:
    source = site.sources[key]
    kind = page.words["site"][f"source-{source.kind}"]
    return CitedSource(source.name[page.locale], source.url, kind, long_date(source.seen, page.locale))
