"""``docs/data/messages/*.yml``: every entry checked by itself, so that one mistake hides no other."""

from collections.abc import Collection
from pathlib import Path
from types import NoneType

from helpsite.areas import Areas
from helpsite.citations import Source
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Anything, Table, data_files, load_table
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, load_yaml
from helpsite.messages.catalogue import Catalogue, CatalogueEntry
from helpsite.messages.checks import check_names, check_owners
from helpsite.messages.model import Message, SharedRemedy


def load_catalogue(folder: Path, remedies: Path, areas: Areas, sources: Table[Source], problems: Problems) -> Catalogue:
    """Every message of ``folder`` (one file an area). Wrong entries are noted and left out."""
    catalogue = Catalogue(shared=load_table(remedies, SharedRemedy, problems), areas=areas)
    order = {area: place for place, area in enumerate(areas.known)}
    for path in sorted(data_files(folder, problems), key=lambda path: (order.get(path.stem, len(order)), path.name)):
        _load_area(path, catalogue, problems)
    for entry in catalogue.entries.values():
        check_names(entry, catalogue, sources, problems)
    check_owners(catalogue, problems)
    return catalogue


def _load_area(path: Path, catalogue: Catalogue, problems: Problems) -> None:
    catalogue.areas.check_key(path.stem, "area", Document(path, None, None), (), problems)
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
