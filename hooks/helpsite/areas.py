"""The areas of trouble: their topic page, their card on the home page, and where one goes when nothing helped."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated

from markupsafe import Markup
from pydantic import AfterValidator, StringConstraints

from helpsite.ground.anchors import Link
from helpsite.ground.locales import Localized
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table, load_table
from helpsite.ground.templates import COMPONENTS, render
from helpsite.ground.validation import DataModel
from helpsite.pages.source import SourcePage


class WayOn(DataModel):
    """Where one goes when nothing helped: a page, section, message or letter, and for whom it is."""

    to: str
    """`page.md`, `page.md#anchor`, `errors/<id>.md` or `contact.md#letter-<key>`."""
    when: Localized | None = None
    """For whom this way is; left out: for everybody."""


def _one_to_three(value: tuple[WayOn, ...]) -> tuple[WayOn, ...]:
    if not 1 <= len(value) <= 3:
        raise ValueError(f"{len(value)} ways on; one to three, the best one first")
    return value


WaysOn = Annotated[tuple[WayOn, ...], AfterValidator(_one_to_three)]


class Area(DataModel):
    """One area of trouble."""

    page: str
    """Its topic page."""
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")]
    """A picture of `overrides/components/icons/`, without `.svg`."""
    title: Localized
    """The words of its card on the home page."""
    hint: Localized
    """The line below them."""
    otherwise: WaysOn
    """Where readers go when nothing helped: one to three rows, the best first."""


Areas = Table[Area]


def load_areas(path: Path, problems: Problems) -> Areas:
    """The areas by id, in the order of the home page."""
    areas = load_table(path, Area, problems)
    for name, area in areas.items():
        if not (COMPONENTS / "icons" / f"{area.icon}.svg").is_file():
            problems.add(
                path, areas.line(name, "icon"), f'no picture "{area.icon}"', "a file in overrides/components/icons"
            )
    return areas


def check_area_name(page: SourcePage, areas: Areas, problems: Problems) -> None:
    """Note a page whose front matter names no area."""
    if page.front.area is not None:
        areas.check_key(page.front.area, "area", page.document, ("area",), problems)


def check_topic_pages(areas: Areas, pages: Mapping[str, Collection[str]], problems: Problems) -> None:
    """Note areas whose messages stand not on their topic page alone. ``pages`` are the areas that each page shows."""
    for name, area in areas.items():
        shown = [page for page, names in pages.items() if name in names]
        if shown != [area.page]:
            found = f'the messages of "{name}" on {" and ".join(shown) or "no page"}'
            problems.add(areas.path, areas.line(name), found, f"{area.page} alone, its topic page, to show them")


def render_areas(areas: Areas, page: PageContext) -> Markup:
    """The cards of the home page, one an area."""
    cards = [(area, page.link(area.page).href) for area in areas.values()]
    return render("areas.html", cards=cards, locale=page.locale)


def render_ways(ways: tuple[WayOn, ...], page: PageContext, letter: Link | None = None) -> Markup:
    """Where one goes when nothing helped, with the ``letter`` that fits."""
    words = page.words["ways"]
    rows = [_row(way.when[page.locale] if way.when else None, page.link(way.to)) for way in ways]
    if letter is not None:
        rows.append(_row(words["letter"], letter))
    return render("ways-on.html", ways=rows, locale=page.locale, words=words)


def _row(when: str | None, link: Link) -> dict[str, str | None]:
    return {"when": when, "href": link.href, "title": link.title}
