"""Checks across messages: what entries name, in the catalogue and outside of it, must be there."""

from helpsite.citations import Source, check_source
from helpsite.ground.folding import fold
from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.tables import Table
from helpsite.messages.catalogue import Catalogue, CatalogueEntry


def check_names(entry: CatalogueEntry, catalogue: Catalogue, sources: Table[Source], problems: Problems) -> None:
    """Shared remedies, sources and related messages that an entry names must exist; relations are mutual."""
    message, document, at = entry.message, entry.document, entry.index
    for index, remedy in enumerate(message.remedies):
        if remedy.use is not None:
            catalogue.shared.check_key(remedy.use, "remedy", document, (at, "remedies", index, "use"), problems)
    for index, evidence in enumerate(message.evidence):
        check_source(evidence.source, sources, document, (at, "evidence", index), problems)
    for index, other in enumerate(message.related):
        _check_related(entry, index, other, catalogue, problems)
    _check_readings(entry, problems)
    if message.kind == "symptom" and message.wordings.keys() & set(LOCALES):
        problems.add(document.path, entry.line("kind"), "a symptom with wordings", "another kind, or no wordings")


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


def check_owners(catalogue: Catalogue, problems: Problems) -> None:
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
