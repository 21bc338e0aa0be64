"""A chart as HTML: the plan, in the words of one language."""

from collections.abc import Callable
from functools import partial

from markupsafe import Markup

from helpsite.areas import WayOn
from helpsite.flows.model import Flow
from helpsite.ground.anchors import Link, split_ref
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render

FindWaysOn = Callable[[str], tuple[WayOn, ...]]
"""Where one goes on when what a link leads to did not help."""


def render_flow(flow: Flow, page: PageContext, ways_on: FindWaysOn) -> Markup:
    """The ``<figure class="flow">`` of ``flow`` on ``page``. The links must have been checked."""
    return render(
        "flow.html",
        flow=flow,
        plan=flow.plan,
        locale=page.locale,
        words=page.words["flow"],
        link=partial(_link, page),
        ways_on=partial(_ways_on, page, ways_on),
    )


def _link(page: PageContext, ref: str) -> tuple[str, tuple[str, ...]]:
    """Address of a link, and the titles of its page and section; the page's own sections go by their title."""
    link = page.link(ref)
    path, _ = split_ref(ref, page.page)
    of = page.anchors.of(page.locale, path).get("", link.title)
    return link.href, (link.title,) if path == page.page or of == link.title else (of, link.title)


def _ways_on(page: PageContext, ways_on: FindWaysOn, ref: str) -> list[tuple[str | None, Link]]:
    ways = [way for way in ways_on(ref) if way.to != ref]
    return [(way.when[page.locale] if way.when else None, page.link(way.to)) for way in ways]
