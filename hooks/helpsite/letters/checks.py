"""Checks across letters: fields, sentences to tick and texts must fit together."""

import re
from collections.abc import Iterator
from typing import Any

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import LOCALES, other_locales
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.tables import Table
from helpsite.ground.yamlfile import Document, Loc
from helpsite.letters.model import (
    LETTER_LOCALE,
    TICKS,
    Fragment,
    Letter,
    Letters,
    fields_in,
    paragraphs,
    stray_braces,
)


def check_letters(letters: Letters, problems: Problems) -> None:
    """Note what is named and not defined, or defined and not named, and texts that do not match."""
    for key, letter in letters.items():
        for loc, names, table in _lists(letters, letter):
            _check_names(letters.document, ("letters", key, *loc), names, table, problems)
        _check_places(letters.document, key, letter, problems)
        _check_texts(letters.document, key, letter, problems)
    _check_shared(letters, problems)


def _lists(letters: Letters, letter: Letter) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Table[Any]]]:
    """The lists of names in a letter: their place, the names, and the table that they are keys of."""
    yield ("fields",), letter.fields, letters.fields
    for name, keys in letter.ticks.items():
        yield (name,), keys, letters.ticks


def _check_names(document: Document, loc: Loc, names: tuple[str, ...], table: Table[Any], problems: Problems) -> None:
    kind = str(table.at[0]).removesuffix("s")
    for index, name in enumerate(names):
        line = document.line((*loc, index))
        if name not in table.known:
            expected = f"a key of {kind}s in this file" + did_you_mean(name, table.known)
            problems.add(document.path, line, f'unknown {kind} "{name}"', expected)
        if name in names[:index]:
            problems.add(document.path, line, f'the {kind} "{name}" a second time', f"each {kind} once")


def _check_places(document: Document, key: str, letter: Letter, problems: Problems) -> None:
    """Every field and every list to tick stands in every text; a list ends a paragraph, on a line of its own."""
    places = {name: ("fields", index) for index, name in enumerate(letter.fields)}
    for name, loc in {**places, **{name: (name,) for name in letter.ticks}}.items():
        for locale, text in letter.letter.items():
            if name not in fields_in(text):
                found = f'the {"list" if name in TICKS else "field"} "{name}", which does not stand in letter.{locale}'
                problems.add(document.path, document.line(("letters", key, *loc)), found, f"{{{name}}} in every text")
            elif name in letter.ticks and not _ends_paragraph(name, text):
                found = f'letter.{locale}: "{{{name}}}" inside of a paragraph'
                line = document.line(("letters", key, "letter", locale))
                problems.add(document.path, line, found, "a line of its own at the end of a paragraph")


def _ends_paragraph(name: str, text: str) -> bool:
    return any(block[-1] == [Fragment(name, is_field=True)] for block in paragraphs(text))


def _check_shared(letters: Letters, problems: Problems) -> None:
    """Fields and sentences that no letter names, and names and languages that do not fit."""
    for kind, table in (("field", letters.fields), ("tick", letters.ticks)):
        used = {
            name
            for letter in letters.values()
            for _, names, of in _lists(letters, letter)
            if of is table
            for name in names
        }
        for name in table:
            if letters.is_whole and not problems and name not in used:
                found = f'the {kind} "{name}", which no letter uses'
                problems.add(letters.path, table.line(name), found, f"a letter that lists it, or no {kind}")
    for name in TICKS:
        if name in letters.fields.known:
            line, found = letters.fields.line(name), f'a field called "{name}"'
            problems.add(letters.path, line, found, "another name: it is a list to tick")
    for key, sentence in letters.ticks.items():
        for locale in LOCALES:
            _check_language(letters.document, ("ticks", key, locale), sentence[locale], problems)


def _check_texts(document: Document, key: str, letter: Letter, problems: Problems) -> None:
    known = [*letter.fields, *letter.ticks]
    for loc, text in _texts(letter).items():
        name, line = ".".join(loc), document.line(("letters", key, *loc))
        for used in dict.fromkeys(fields_in(text)):
            if used not in known:
                expected = "a field that the letter lists" + did_you_mean(used, known)
                problems.add(document.path, line, f'{name}: "{{{shorten(used)}}}" is no field of this letter', expected)
        if stray_braces(text):
            problems.add(document.path, line, f"{name}: a brace without its twin", "{name-of-a-field}")
        _check_language(document, ("letters", key, *loc), text, problems)
    _check_lengths(document, key, letter, problems)


def _texts(letter: Letter) -> dict[tuple[str, ...], str]:
    texts = {"subject": letter.subject, "letter": letter.letter}
    return {(name, locale): text[locale] for name, text in texts.items() for locale in LOCALES}


def _check_language(document: Document, loc: Loc, text: str, problems: Problems) -> None:
    """Customer service reads what is sent."""
    patterns = LANGUAGES[LETTER_LOCALE].foreign.values() if loc[-1] == LETTER_LOCALE else ()
    if any(re.search(pattern, text) for pattern in patterns):
        name = ".".join(map(str, loc[2:] if loc[0] == "letters" else loc))
        problems.add(document.path, document.line(loc), f"{name}: another language", LANGUAGES[LETTER_LOCALE].name)


def _check_lengths(document: Document, key: str, letter: Letter, problems: Problems) -> None:
    """The meaning stands beside what is sent, so it needs the same paragraphs with the same lines."""
    lines = {locale: ", ".join(str(len(block)) for block in paragraphs(text)) for locale, text in letter.letter.items()}
    for locale in other_locales(LETTER_LOCALE):
        if lines[locale] != lines[LETTER_LOCALE]:
            found = f"letter.{locale}: paragraphs of {lines[locale]} lines"
            expected = f"{lines[LETTER_LOCALE]}, as in letter.{LETTER_LOCALE}"
            problems.add(document.path, document.line(("letters", key, "letter", locale)), found, expected)
