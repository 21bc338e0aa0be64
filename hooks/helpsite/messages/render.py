"""The catalogue as HTML: one page a message, the index, the messages of an area, the technical codes."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from helpsite.areas import WayOn, render_ways
from helpsite.citations import PUBLIC_COPY, Source
from helpsite.ground.anchors import Link
from helpsite.ground.folding import fold
from helpsite.ground.locales import LOCALES
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.messages.catalogue import Catalogue
from helpsite.messages.model import Message

BROWSER_ERRORS = "browser-errors"
"""The anchor of the list of what the browser itself shows."""

_QUOTED = 12
"""So many letters of a message's words in a title tell which message it is."""

_ENDING = 2
"""So many letters at the end of a Japanese verb tell how polite it is."""

LetterLink = Callable[[str, str, PageContext], Link]
"""Gives the link to a letter by its id, for a message's words (or nothing) and the page that shows the link."""


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
        ways=render_ways(
            _ways(catalogue, message), page, letter(message.letter, said, page) if message.letter else None
        ),
        related=[(catalogue[other], page.link(catalogue[other].page)) for other in message.related],
        evidence=_evidence(message, sources),
        grade=page.words["site"][f"confidence-{message.confidence}"],
        languages=page.words["language"],
        locale=page.locale,
        words=page.words["message"],
    )


def _ways(catalogue: Catalogue, message: Message) -> tuple[WayOn, ...]:
    """The ways on, without the letter of the message: its own link carries the words."""
    return tuple(way for way in catalogue.ways_on(message.id) if not way.to.endswith(f"#letter-{message.letter}"))


def _remedies(catalogue: Catalogue, message: Message, page: PageContext) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for remedy in message.remedies:
        said = catalogue.resolve(remedy)
        is_here = said.link == message.page  # a shared remedy may be explained on this very page
        do, link = said.do[page.locale], page.link(said.link) if said.link and not is_here else None
        rows.append(
            {
                "do": do,
                "cost": said.cost and said.cost[page.locale],
                "whom": remedy.for_ and remedy.for_[page.locale],
                "link": link,
                "is_link": link is not None and _repeats(link.title, do),
            }
        )
    return rows


def _repeats(title: str, sentence: str) -> bool:
    """Whether the link's ``title`` would repeat the ``sentence`` above it; a verb may end differently."""
    stem = fold(title)[:-_ENDING]
    return bool(stem) and fold(sentence).startswith(stem)


def _evidence(message: Message, sources: Mapping[str, Source]) -> list[dict[str, object]]:
    """Each source once with how literally it speaks; copies without an address are counted as one."""
    rows: dict[tuple[str, str], dict[str, object]] = {}
    for evidence in message.evidence:
        source = None if evidence.source == PUBLIC_COPY else sources[evidence.source]
        rows[evidence.source, evidence.quoted] = {"source": source, "quoted": evidence.quoted}
    return list(rows.values())


def _row(catalogue: Catalogue, message: Message, page: PageContext) -> dict[str, object]:
    """A message as a line of a list."""
    title, first = message.title[page.locale], catalogue.resolve(message.remedies[0])
    return {
        "title": title,
        "words": [
            (language, text.text) for language, text in message.shown(page.locale) if not _told(text.text, title)
        ],
        "codes": [(language, text.text) for language, text in message.own_words(page.locale)],
        "href": page.link(message.page).href,
        "do": first.do[page.locale],
    }


def _told(words: str, title: str) -> bool:
    """Whether a title quotes ``words``, or the beginning of them."""
    return fold(words)[:_QUOTED] in fold(title)


def _rows(catalogue: Catalogue, area: str, page: PageContext) -> dict[str, list[dict[str, object]]]:
    """The lines of an area: its troubles, what the browser itself shows, codes, and labels that are no trouble."""
    rows: dict[str, list[dict[str, object]]] = {"troubles": [], "browser": [], "codes": [], "labels": []}
    for message in catalogue.area(area):
        rows[_group(message)].append(_row(catalogue, message, page))
    return rows


def _group(message: Message) -> str:
    if not message.is_trouble:
        return "labels"
    return {"browser": "browser", "code": "codes"}.get(message.kind, "troubles")


def render_area(catalogue: Catalogue, area: str, page: PageContext) -> Markup:
    """What one may see in an area, with the first thing to do."""
    return render("message-list.html", rows=_rows(catalogue, area, page), words=page.words["message"])


def render_index(catalogue: Catalogue, page: PageContext) -> Markup:
    """All messages by area, then all of them by wording, then the technical codes."""
    areas = [(name, area, page.link(area.page), _rows(catalogue, name, page)) for name, area in catalogue.areas.items()]
    return render(
        "message-index.html",
        areas=areas,
        by_wording=_by_wording(catalogue, page),
        codes=[_row(catalogue, message, page) for message in catalogue if message.kind == "code"],
        locale=page.locale,
        words=page.words["message"],
    )


def _by_wording(catalogue: Catalogue, page: PageContext) -> list[dict[str, str]]:
    """The wordings of the site's languages, the reader's first, in reading order; each page has its other ones."""
    rows = [
        {
            "text": wording.text,
            "language": language,
            "href": page.link(message.page).href,
            "order": fold(wording.reading or wording.text),
        }
        for message in catalogue
        for language, wording in message.own_words(page.locale)
        if language in LOCALES
    ]
    return sorted(rows, key=lambda row: (row["language"] != page.locale, row["language"], row["order"]))
