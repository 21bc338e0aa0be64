"""Checks across messages: what entries name, in the catalogue and outside of it, must be there."""

from collections.abc import Collection
from typing import Any

from helpsite.areas import check_ways_on
from helpsite.citations import Source, check_source
from helpsite.ground.anchors import Anchors, check_ref
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


def check_message_links(catalogue: Catalogue, anchors: Anchors, problems: Problems) -> None:
    """Note every remedy and every way on whose link leads nowhere, in any language."""
    for entry in catalogue.entries.values():
        for index, remedy in enumerate(entry.message.remedies):
            if remedy.link is not None:
                check_ref(remedy.link, entry.document, (entry.index, "remedies", index, "link"), anchors, problems)
        check_ways_on(entry.message.otherwise or (), entry.document, (entry.index, "otherwise"), anchors, problems)
    for key, shared in catalogue.shared.items():
        if shared.link is not None:
            check_ref(shared.link, catalogue.shared.document, (key, "link"), anchors, problems)


def check_letter_names(catalogue: Catalogue, letters: Table[Any], problems: Problems) -> None:
    """Note every message that names a letter which is none of ``letters``."""
    for entry in catalogue.entries.values():
        if entry.message.letter is not None:
            letters.check_key(entry.message.letter, "letter", entry.document, (entry.index, "letter"), problems)


def check_wording_languages(catalogue: Catalogue, languages: Collection[str], problems: Problems) -> None:
    """Note every wording in a language which is none of ``languages``."""
    for entry in catalogue.entries.values():
        for language in entry.message.wordings:
            if language not in languages:
                expected = "a key of docs/data/ui/language.yml" + did_you_mean(language, languages)
                line = entry.line("wordings", language)
                problems.add(entry.document.path, line, f'unknown language "{language}"', expected)
