"""What messages name outside of the catalogue: sections and procedures of the pages, letters, languages."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from helpsite.areas.areas import check_ways_on
from helpsite.ground.anchors import Anchors, check_ref
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.tables import Table
from helpsite.messages.catalogue import Catalogue


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
        fault = None if entry.message.letter is None else letters.fault(entry.message.letter, "letter")
        if fault is not None:
            problems.add(entry.document.path, entry.line("letter"), *fault)


def check_wording_languages(catalogue: Catalogue, languages: Collection[str], problems: Problems) -> None:
    """Note every wording in a language which is none of ``languages``."""
    for entry in catalogue.entries.values():
        for language in entry.message.wordings:
            if language not in languages:
                expected = "a key of docs/data/ui/language.yml" + did_you_mean(language, languages)
                line = entry.line("wordings", language)
                problems.add(entry.document.path, line, f'unknown language "{language}"', expected)
