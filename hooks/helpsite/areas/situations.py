"""The cards of the home page (``docs/data/situations.yml``): what is happening, and the page that helps."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, StringConstraints

from helpsite.ground.anchors import Anchors
from helpsite.ground.locales import LOCALES, Localized
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.ground.templates import COMPONENTS, render
from helpsite.ground.yamlfile import check, load_yaml


class Situation(BaseModel):
    """One card: where it leads, its picture (a file in ``overrides/components/icons/``), its words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: str
    icon: Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")]
    title: Localized
    hint: Localized


Situations = Mapping[str, tuple[Situation, ...]]


def load_situations(path: Path, problems: Problems) -> Situations:
    """Name of a group to its cards; empty, with problems noted, where the file is wrong."""
    document = load_yaml(path, problems)
    groups: dict[str, tuple[Situation, ...]] = {}
    if document is not None:
        groups = check(dict[str, tuple[Situation, ...]], document, problems) or {}
    for name, cards in groups.items():
        for index, card in enumerate(cards):
            if document and not (COMPONENTS / "icons" / f"{card.icon}.svg").is_file():
                line = document.line((name, index, "icon"))
                problems.add(path, line, f'no picture "{card.icon}"', "a file in overrides/components/icons")
    return groups


def check_links(situations: Situations, path: Path, anchors: Anchors, problems: Problems) -> None:
    """Note every card that leads nowhere, in any language."""
    document = load_yaml(path, Problems())
    for name, cards in situations.items():
        for index, card in enumerate(cards):
            for locale in LOCALES:
                fault = anchors.fault(locale, "index.md", card.page)
                if fault is not None and document is not None:
                    problems.add(path, document.line((name, index, "page")), f"{fault[0]} ({locale})", fault[1])


def render_situations(situations: Situations, name: str, page: PageContext) -> Markup:
    """The cards of the group ``name``."""
    cards = [(card, page.link(card.page).href) for card in situations[name]]
    return render("situations.html", name=name, cards=cards, locale=page.locale)
