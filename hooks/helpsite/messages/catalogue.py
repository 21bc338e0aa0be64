"""The catalogue: every message with its area and the place where it is written."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from helpsite.areas import Area, Areas, WayOn
from helpsite.ground.anchors import split_ref
from helpsite.ground.locales import Localized
from helpsite.ground.tables import Anything, Table
from helpsite.ground.yamlfile import Document
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
    costs: Mapping[str, Localized] = field(default_factory=dict)
    """What procedures cost, by their ids; `helpsite.load` fills it."""
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
        """What a remedy says itself, and for the rest the shared one that it names, with the cost of its procedure."""
        if remedy.use is None and remedy.do is not None:
            return SharedRemedy(do=remedy.do, cost=remedy.cost, link=remedy.link)
        common = self.shared[remedy.use or ""]
        _, procedure = split_ref(common.link or "", "")
        cost = remedy.cost or common.cost or self.costs.get(procedure)
        return SharedRemedy(do=remedy.do or common.do, cost=cost, link=remedy.link or common.link)
