"""Loading the catalogue and checking what one entry alone cannot know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType

from helpsite.areas import Area, Areas, WayOn
from helpsite.citations.sources import PUBLIC_COPY, Source
from helpsite.ground.folding import fold
from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.tables import Anything, Table, load_table
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, load_yaml
from helpsite.messages.model import Message, Remedy, SharedRemedy


@dataclass(frozen=True)
class CatalogueEntry:
    """A message, its area, and where it is written: ``line`` of ``path``, item ``index`` of ``document``."""

    message: Message
    area: str
    document: Document
    index: int

    def line(self, *loc: str | int) -> int:
        """The line of a value inside the entry."""
        return self.document.line((self.index, *loc))


@dataclass
class Catalogue:
    """All messages by id, in the order of the areas and files, with the areas and the remedies they share."""

    entries: dict[str, CatalogueEntry] = field(default_factory=dict)
    shared: Table[SharedRemedy] = field(kw_only=True)
    areas: Areas = field(kw_only=True)
    known: Collection[str] = field(default_factory=set)
    """The ids of all messages, faulty ones included."""

    def __iter__(self) -> Iterator[Message]:
        return (entry.message for entry in self.entries.values())

    def __getitem__(self, key: str) -> Message:
        return self.entries[key].message

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def faulty_pages(self) -> list[str]:
        """The pages of faulty messages; the whole folder where it is not known which those are."""
        if isinstance(self.known, Anything):
            return ["errors/"]
        return [f"errors/{key}.md" for key in self.known if key not in self.entries]

    def by_page(self, page: str) -> Message | None:
        """The message whose page (a path within its language) is ``page``."""
        entry = self.entries.get(page.removeprefix("errors/").removesuffix(".md"))
        return entry.message if entry is not None and entry.message.page == page else None

    def area(self, area: str) -> list[Message]:
        """The messages of one area, as ordered by the writer."""
        return [entry.message for entry in self.entries.values() if entry.area == area]

    def area_of(self, key: str) -> Area:
        """The area of the message ``key``."""
        return self.areas[self.entries[key].area]

    def ways_on(self, key: str) -> tuple[WayOn, ...]:
        """Where one goes when nothing helped against the message ``key``: its own ways on, or its area's."""
        return self[key].otherwise or self.area_of(key).otherwise

    def resolve(self, remedy: Remedy) -> SharedRemedy:
        """What a remedy says, whether it says so itself or names a shared one."""
        if remedy.do is not None:
            return SharedRemedy(do=remedy.do, cost=remedy.cost, link=remedy.link)
        common = self.shared[remedy.use or ""]
        return SharedRemedy(do=common.do, cost=remedy.cost or common.cost, link=remedy.link or common.link)


def load_catalogue(folder: Path, remedies: Path, areas: Areas, sources: Table[Source], problems: Problems) -> Catalogue:
    """Every message of ``folder`` (one file an area). Wrong entries are noted and left out."""
    catalogue = Catalogue(shared=load_table(remedies, SharedRemedy, problems), areas=areas)
    order = {area: place for place, area in enumerate(areas.known)}
    for path in sorted(folder.glob("*.yml"), key=lambda path: (order.get(path.stem, len(order)), path.name)):
        _load_area(path, catalogue, problems)
    for entry in catalogue.entries.values():
        _check_names(entry, catalogue, sources, problems)
    _check_owners(catalogue, problems)
    return catalogue


def _load_area(path: Path, catalogue: Catalogue, problems: Problems) -> None:
    fault = catalogue.areas.fault(path.stem, "area")
    if fault is not None:
        problems.add(path, 1, *fault)
    document = load_yaml(path, problems)
    if document is None or not isinstance(document.data, list | NoneType):
        catalogue.known = Anything()
        if document is not None:
            problems.add(path, 1, "no list of messages", "entries that start with - id: …")
        return
    rows = document.data or []
    catalogue.known = _known(rows, catalogue.known)
    for index in range(len(rows)):
        message = check(Message, document, problems, (index,))
        if message is not None:
            _take(catalogue, CatalogueEntry(message, path.stem, document, index), problems)


def _known(rows: list[object], others: Collection[str]) -> Collection[str]:
    """The ids of ``rows`` and of ``others``, as far as they can be read."""
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
    texts = [name for name in ids if isinstance(name, str)]
    return {*others, *texts} if len(texts) == len(ids) and not isinstance(others, Anything) else Anything()


def _take(catalogue: Catalogue, entry: CatalogueEntry, problems: Problems) -> None:
    twin = catalogue.entries.get(entry.message.id)
    if twin is not None:
        where = f"{twin.document.path.name}:{twin.line('id')}"
        found = f'the id "{entry.message.id}" a second time (first in {where})'
        problems.add(entry.document.path, entry.line("id"), found, "each id once")
        return
    catalogue.entries[entry.message.id] = entry


def _check_names(entry: CatalogueEntry, catalogue: Catalogue, sources: Table[Source], problems: Problems) -> None:
    """Shared remedies, sources and related messages that an entry names must exist; relations are mutual."""
    message, path = entry.message, entry.document.path
    for index, remedy in enumerate(message.remedies):
        fault = None if remedy.use is None else catalogue.shared.fault(remedy.use, "remedy")
        if fault is not None:
            problems.add(path, entry.line("remedies", index, "use"), *fault)
    for index, evidence in enumerate(message.evidence):
        fault = None if evidence.source == PUBLIC_COPY else sources.fault(evidence.source, "source")
        if fault is not None:
            problems.add(path, entry.line("evidence", index), *fault)
    for index, other in enumerate(message.related):
        _check_related(entry, index, other, catalogue, problems)
    _check_readings(entry, problems)
    if message.kind == "symptom" and message.wordings.keys() & set(LOCALES):
        problems.add(path, entry.line("kind"), "a symptom with wordings", "another kind, or no wordings")


def _check_readings(entry: CatalogueEntry, problems: Problems) -> None:
    """Words that start with kanji are sorted by how they are read."""
    for locale, words in entry.message.wordings.items():
        sorted_by_reading = locale in LANGUAGES and LANGUAGES[locale].readings
        for index, wording in enumerate(words if sorted_by_reading else ()):
            if wording.reading is None and "一" <= wording.text[0] <= "鿿" and not wording.shared:
                line, found = entry.line("wordings", locale, index), f'no reading for "{shorten(wording.text)}"'
                problems.add(entry.document.path, line, found, "`reading`: how it begins, in hiragana")


def _check_related(entry: CatalogueEntry, index: int, other: str, catalogue: Catalogue, problems: Problems) -> None:
    path, line = entry.document.path, entry.line("related", index)
    if other == entry.message.id:
        problems.add(path, line, "a message related to itself", "another message")
    elif other not in catalogue.known:
        expected = "the id of a message" + did_you_mean(other, catalogue.known)
        problems.add(path, line, f'unknown message "{other}"', expected)
    elif other in catalogue and entry.message.id not in catalogue[other].related:
        problems.add(path, line, f'"{other}" does not name "{entry.message.id}"', "related messages to name each other")


def _check_owners(catalogue: Catalogue, problems: Problems) -> None:
    """Exactly one entry owns a wording; the others say ``shared: true``."""
    owners: dict[str, str] = {}
    shared: list[tuple[CatalogueEntry, int, str]] = []
    for entry in catalogue.entries.values():
        for language, wordings in entry.message.wordings.items():
            for index, wording in enumerate(wordings):
                key = fold(wording.text) or wording.text
                line = entry.line("wordings", language, index)
                if wording.shared:
                    shared.append((entry, line, key))
                elif owners.setdefault(key, entry.message.id) != entry.message.id:
                    found = f'the wording "{shorten(wording.text)}", which "{owners[key]}" claims as its own'
                    problems.add(entry.document.path, line, found, "one owner; the others say shared: true")
    for entry, line, key in shared:
        if key not in owners:
            problems.add(entry.document.path, line, "a shared wording without an owner", "one entry that owns it")
