"""The catalogue as HTML: one page a message, the index, the messages of an area, the technical codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from helpsite.areas import render_ways
from helpsite.citations.sources import Source
from helpsite.ground.anchors import Link
from helpsite.ground.folding import fold
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.messages.catalogue import Catalogue
from helpsite.messages.model import PUBLIC_COPY, Message

LetterLink = Callable[[str, str, PageContext], Link]
"""The way to a letter: its id, a message's words (or nothing) and the page in, a link out."""


def render_message(
    catalogue: Catalogue, sources: Mapping[str, Source], letter: LetterLink, key: str, page: PageContext
) -> Markup:
    """The body of the page of the message ``key``; ``letter`` links to the letter that fits."""
    message = catalogue[key]
    said = next((wording.text for _, wording in message.shown(page.locale)), "")
    return render(
        "message.html",
        message=message,
        topic=page.link(catalogue.area_of(key).page),
        shown=message.shown(page.locale),
        others=message.others(page.locale, foreign=False),
        foreign=message.others(page.locale, foreign=True),
        remedies=_remedies(catalogue, message, page),
        ways=render_ways(catalogue.ways_on(key), page, letter(message.letter, said, page) if message.letter else None),
        related=[(catalogue[other], page.link(catalogue[other].page)) for other in message.related],
        evidence=_evidence(message, sources),
        languages=page.words["language"],
        locale=page.locale,
        words=page.words["message"],
    )


def _remedies(catalogue: Catalogue, message: Message, page: PageContext) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for remedy in message.remedies:
        said = catalogue.resolve(remedy)
        rows.append(
            {
                "do": said.do[page.locale],
                "cost": said.cost and said.cost[page.locale],
                "whom": remedy.for_ and remedy.for_[page.locale],
                "link": said.link and page.link(said.link),
            }
        )
    return rows


def _evidence(message: Message, sources: Mapping[str, Source]) -> list[dict[str, object]]:
    """Each source once with how literally it speaks; copies without an address are counted as one."""
    rows: dict[tuple[str, str], dict[str, object]] = {}
    for evidence in message.evidence:
        source = None if evidence.source == PUBLIC_COPY else sources[evidence.source]
        rows[evidence.source, evidence.quoted] = {"source": source, "quoted": evidence.quoted}
    return list(rows.values())


def _row(catalogue: Catalogue, message: Message, page: PageContext) -> dict[str, object]:
    """A message as a line of a list; ``keys`` is what the filter looks into, folded."""
    texts = [wording.text for _, wordings in message.readers_first(page.locale) for wording in wordings]
    symptoms = message.symptoms.get(page.locale, ())
    first = catalogue.resolve(message.remedies[0])
    return {
        "message": message,
        "title": message.title[page.locale],
        "wordings": message.readers_first(page.locale),
        "href": page.link(message.page).href,
        "do": first.do[page.locale],
        "keys": " ".join(fold(text) for text in (message.title[page.locale], *texts, *symptoms)),
    }


def render_area(catalogue: Catalogue, area: str, page: PageContext) -> Markup:
    """The messages of one area, as they stand at the end of its topic page."""
    rows = [_row(catalogue, message, page) for message in catalogue.area(area)]
    return render("message-list.html", rows=rows, locale=page.locale, words=page.words["message"])


def render_index(catalogue: Catalogue, page: PageContext) -> Markup:
    """All messages by area with a filter, then all of them by wording."""
    areas = [
        (name, area, page.link(area.page), [_row(catalogue, message, page) for message in catalogue.area(name)])
        for name, area in catalogue.areas.items()
    ]
    return render(
        "message-index.html",
        areas=[row for row in areas if row[-1]],
        by_wording=_by_wording(catalogue, page),
        locale=page.locale,
        words=page.words["message"],
    )


def _by_wording(catalogue: Catalogue, page: PageContext) -> list[dict[str, str]]:
    """Every wording of the site's languages, the reader's language first, in its reading order."""
    rows = [
        {
            "text": wording.text,
            "language": language,
            "href": page.link(message.page).href,
            "key": fold(wording.text),
            "order": fold(wording.reading or wording.text),
        }
        for message in catalogue
        for language, wordings in message.readers_first(page.locale)
        for wording in wordings
        if not wording.shared
    ]
    return sorted(rows, key=lambda row: (row["language"] != page.locale, row["language"], row["order"]))


def render_codes(catalogue: Catalogue, page: PageContext) -> Markup:
    """The technical codes, one a row."""
    rows = [_row(catalogue, message, page) for message in catalogue if message.kind == "code"]
    return render("message-codes.html", rows=rows, locale=page.locale, words=page.words["message"])
