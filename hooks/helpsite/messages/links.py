"""What messages name outside of the catalogue: sections and procedures of the pages, letters, languages."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from helpsite.areas.areas import check_ref, check_ways
from helpsite.ground.anchors import Anchors
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.yamlfile import load_yaml
from helpsite.messages.catalogue import Catalogue


def check_links(catalogue: Catalogue, remedies: Path, anchors: Anchors, problems: Problems) -> None:
    """Note every remedy and every way on whose link leads nowhere, in any language."""
    for entry in catalogue.entries.values():
        for index, remedy in enumerate(entry.message.remedies):
            if remedy.link is not None:
                check_ref(remedy.link, entry.document, (entry.index, "remedies", index, "link"), anchors, problems)
        check_ways(entry.message.otherwise or (), entry.document, (entry.index, "otherwise"), anchors, problems)
    document = load_yaml(remedies, Problems())
    for key, shared in catalogue.shared.items():
        if document is not None and shared.link is not None:
            check_ref(shared.link, document, (key, "link"), anchors, problems)


def check_letters(catalogue: Catalogue, letters: Collection[str], problems: Problems) -> None:
    """Note every message that names a letter which is none of ``letters``."""
    for entry in catalogue.entries.values():
        letter = entry.message.letter
        if letter is not None and letter not in letters:
            wanted = "a letter of docs/data/letters.yml" + did_you_mean(letter, letters)
            problems.add(entry.document.path, entry.line("letter"), f'unknown letter "{letter}"', wanted)


def check_languages(catalogue: Catalogue, languages: Collection[str], problems: Problems) -> None:
    """Note every wording in a language which is none of ``languages``."""
    for entry in catalogue.entries.values():
        for language in entry.message.wordings:
            if language not in languages:
                wanted = "a key of docs/data/ui/language.yml" + did_you_mean(language, languages)
                line = entry.line("wordings", language)
                problems.add(entry.document.path, line, f'unknown language "{language}"', wanted)
