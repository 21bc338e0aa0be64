"""What one letter or field alone cannot know: whether fields and both texts fit together."""

from __future__ import annotations

from helpsite.ground.locales import DEFAULT_LOCALE, LOCALES
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.yamlfile import Document
from helpsite.letters.model import LETTER_LOCALE, Letter, Letters, fields_in, is_japanese, paragraphs, stray_braces

BOTH = ("letter", "meaning")


def check_letters(letters: Letters, problems: Problems) -> None:
    """Note every field that is used and not defined, or defined and not used, and texts that do not match."""
    for key, letter in letters.items():
        _check_list(letters, key, letter, problems)
        _check_texts(letters.document, key, letter, problems)
    used = {name for letter in letters.values() for name in letter.fields}
    for name in letters.fields:
        if letters.is_whole and name not in used:
            found = f'the field "{name}", which no letter uses'
            problems.add(letters.path, letters.fields.line(name), found, "a letter that lists it, or no field")


def _check_list(letters: Letters, key: str, letter: Letter, problems: Problems) -> None:
    document, known = letters.document, letters.fields.known
    for index, name in enumerate(letter.fields):
        line = document.line(("letters", key, "fields", index))
        if name not in known:
            wanted = "a key of fields in this file" + did_you_mean(name, known)
            problems.add(document.path, line, f'unknown field "{name}"', wanted)
        if name in letter.fields[:index]:
            problems.add(document.path, line, f'the field "{name}" a second time', "each field once")
        for text in BOTH:
            if name not in fields_in(getattr(letter, text)):
                found = f'the field "{name}", which does not stand in "{text}"'
                problems.add(document.path, line, found, f"{{{name}}} in both texts")


def _check_texts(document: Document, key: str, letter: Letter, problems: Problems) -> None:
    for loc, text in _texts(letter).items():
        name, line = ".".join(loc), document.line(("letters", key, *loc))
        for used in dict.fromkeys(fields_in(text)):
            if used not in letter.fields:
                wanted = "a field that the letter lists" + did_you_mean(used, letter.fields)
                problems.add(document.path, line, f'{name}: "{{{shorten(used)}}}" is no field of this letter', wanted)
        if stray_braces(text):
            problems.add(document.path, line, f"{name}: a brace without its twin", "{name-of-a-field}")
    _check_languages(document, key, letter, problems)
    _check_lengths(document, key, letter, problems)


def _texts(letter: Letter) -> dict[tuple[str, ...], str]:
    subjects: dict[tuple[str, ...], str] = {("subject", locale): letter.subject[locale] for locale in LOCALES}
    return {**subjects, ("letter",): letter.letter, ("meaning",): letter.meaning}


def _check_languages(document: Document, key: str, letter: Letter, problems: Problems) -> None:
    """Customer service reads English, and the meaning is for readers of Japanese."""
    for loc, text in _texts(letter).items():
        ours = loc[-1] in ("letter", LETTER_LOCALE)
        wanted = "English" if ours else "Japanese"
        if is_japanese(text) == ours and (ours or loc[-1] in ("meaning", DEFAULT_LOCALE)):
            problems.add(document.path, document.line(("letters", key, *loc)), f"{'.'.join(loc)}: not {wanted}", wanted)


def _check_lengths(document: Document, key: str, letter: Letter, problems: Problems) -> None:
    """Both texts stand side by side, so they need the same paragraphs with the same lines."""
    english, japanese = ([len(block) for block in paragraphs(text)] for text in (letter.letter, letter.meaning))
    if english != japanese:
        found = f"meaning: paragraphs of {_lines(japanese)} lines"
        problems.add(
            document.path, document.line(("letters", key, "meaning")), found, f"{_lines(english)}, as in letter"
        )


def _lines(counts: list[int]) -> str:
    return ", ".join(str(count) for count in counts)
