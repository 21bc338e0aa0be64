"""Loading the catalogue and checking what one entry alone cannot know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from helpsite.areas import Area, Areas, WayOn
from helpsite.ground.folding import fold
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.yamlfile import Document, check, load_yaml
from helpsite.messages.model import PUBLIC_COPY, Message, Remedy, SharedRemedy


@dataclass(frozen=True)
class Entry:
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

    entries: dict[str, Entry] = field(default_factory=dict)
    shared: Mapping[str, SharedRemedy] = field(default_factory=dict)
    areas: Areas = field(default_factory=dict)

    def __iter__(self) -> Iterator[Message]:
        return (entry.message for entry in self.entries.values())

    def __getitem__(self, key: str) -> Message:
        return self.entries[key].message

    def __contains__(self, key: object) -> bool:
        return key in self.entries

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


def load_catalogue(
    folder: Path, remedies: Path, areas: Areas, sources: Collection[str], problems: Problems
) -> Catalogue:
    """Every message of ``folder`` (one file an area). Wrong entries are noted and left out."""
    document = load_yaml(remedies, problems)
    shared: dict[str, SharedRemedy] = (document and check(dict[str, SharedRemedy], document, problems)) or {}
    catalogue = Catalogue(shared=shared, areas=areas)
    _check_files(folder, areas, problems)
    for area in areas:
        if (folder / f"{area}.yml").is_file():
            _load_area(folder / f"{area}.yml", catalogue, problems)
    for entry in catalogue.entries.values():
        _check_names(entry, catalogue, sources, problems)
    _check_owners(catalogue, problems)
    return catalogue


def _check_files(folder: Path, areas: Areas, problems: Problems) -> None:
    for path in sorted(folder.glob("*.yml")):
        if path.stem not in areas:
            wanted = "a key of docs/data/areas.yml" + did_you_mean(path.stem, areas)
            problems.add(path, 1, f'unknown area "{path.stem}"', wanted)


def _load_area(path: Path, catalogue: Catalogue, problems: Problems) -> None:
    document = load_yaml(path, problems)
    if document is None or not isinstance(document.data, list):
        if document is not None and document.data is not None:
            problems.add(path, 1, "no list of messages", "entries that start with - id: …")
        return
    for index, data in enumerate(document.data):
        part = Document(path, data, _item(document, index), document.first_line)
        message = check(Message, part, problems)
        if message is not None:
            _take(catalogue, Entry(message, path.stem, document, index), problems)


def _item(document: Document, index: int) -> yaml.Node | None:
    return document.node.value[index] if isinstance(document.node, yaml.SequenceNode) else None


def _take(catalogue: Catalogue, entry: Entry, problems: Problems) -> None:
    twin = catalogue.entries.get(entry.message.id)
    if twin is not None:
        where = f"{twin.document.path.name}:{twin.line('id')}"
        found = f'the id "{entry.message.id}" a second time (first in {where})'
        problems.add(entry.document.path, entry.line("id"), found, "each id once")
        return
    catalogue.entries[entry.message.id] = entry


def _check_names(entry: Entry, catalogue: Catalogue, sources: Collection[str], problems: Problems) -> None:
    """Shared remedies, sources and related messages that an entry names must exist; relations are mutual."""
    message, path = entry.message, entry.document.path
    for index, remedy in enumerate(message.remedies):
        if remedy.use is not None and remedy.use not in catalogue.shared:
            wanted = "a key of docs/data/remedies.yml" + did_you_mean(remedy.use, catalogue.shared)
            problems.add(path, entry.line("remedies", index, "use"), f'unknown remedy "{remedy.use}"', wanted)
    for index, evidence in enumerate(message.evidence):
        if evidence.source != PUBLIC_COPY and evidence.source not in sources:
            wanted = f'a key of docs/data/sources.yml or "{PUBLIC_COPY}"' + did_you_mean(evidence.source, sources)
            problems.add(path, entry.line("evidence", index), f'unknown source "{evidence.source}"', wanted)
    for index, other in enumerate(message.related):
        _check_related(entry, index, other, catalogue, problems)
    for index, wording in enumerate(message.wordings.get("ja", ())):
        if wording.reading is None and "一" <= wording.text[0] <= "鿿" and not wording.shared:
            found = f'no reading for "{shorten(wording.text)}"'
            problems.add(path, entry.line("wordings", "ja", index), found, "reading: how it begins, in hiragana")
    if message.kind == "symptom" and message.wordings.keys() & {"ja", "en"}:
        problems.add(path, entry.line("kind"), "a symptom with wordings", "another kind, or no wordings")


def _check_related(entry: Entry, index: int, other: str, catalogue: Catalogue, problems: Problems) -> None:
    path, line = entry.document.path, entry.line("related", index)
    if other == entry.message.id:
        problems.add(path, line, "a message related to itself", "another message")
    elif other not in catalogue:
        wanted = "the id of a message" + did_you_mean(other, catalogue.entries)
        problems.add(path, line, f'unknown message "{other}"', wanted)
    elif entry.message.id not in catalogue[other].related:
        problems.add(path, line, f'"{other}" does not name "{entry.message.id}"', "related messages name each other")


def _check_owners(catalogue: Catalogue, problems: Problems) -> None:
    """Exactly one entry owns a wording; the others say ``shared: true``."""
    owners: dict[str, str] = {}
    shared: list[tuple[Entry, int, str]] = []
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
