"""Whether the texts keep the style of their language."""

import re
from collections.abc import Iterable, Iterator, Mapping

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems, shorten
from helpsite.ground.tables import Table
from helpsite.style.model import Pair, Style
from helpsite.style.texts import Text

_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|‘[^’]*’|`[^`]*`|\]\([^)]*\)|\[\[[^\]]*\]\]|\{[^}]*\}|<[^>]*>")
_SENTENCE = re.compile(r"[^。！？：\n]+[。！？：]?|\n")
_SPACED_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n{2,}")
AVOID = "avoid"
"""The key of what an entry tells its reader not to do."""


def check_style(texts: Iterable[Text], styles: Mapping[str, Style], problems: Problems) -> None:
    """Note avoided words, sentences that are too long, and prohibitions that read as advice when skimmed."""
    for text in texts:
        style = styles.get(text.locale)
        if style is not None:
            own = without_quotations(text.words)
            for found, expected in (
                *_words(own, style),
                *_lengths(own, style, text.locale),
                *_prohibitions(text, style),
            ):
                problems.add(text.path, text.line, found, expected)


def without_quotations(words: str) -> str:
    """``words`` with what stands in quotation marks, addresses and marks for screens taken out of them."""
    return _QUOTED.sub(lambda match: f"{match.group()[0]}{match.group()[-1]}", words)


def _words(words: str, style: Style) -> Iterator[tuple[str, str]]:
    for pair in style.words:
        allowed = words
        for longer in pair.unless:
            allowed = allowed.replace(longer, "")
        match = re.search(pair.avoid, allowed, re.IGNORECASE)
        if match:
            expected = f'"{pair.prefer}"' if pair.prefer else "nothing in its place"
            yield f'"{match.group()}"', f"{expected}: {pair.why}"


def _lengths(words: str, style: Style, locale: Locale) -> Iterator[tuple[str, str]]:
    spaced = not LANGUAGES[locale].phrases
    for sentence in _sentences(words, spaced):
        length = len(sentence.split()) if spaced else len(sentence)
        if length > style.longest:
            unit = "words" if spaced else "characters"
            found = f'a sentence of {length} {unit}, "{shorten(sentence, 30)}"'
            yield found, f"at most {style.longest}: one action a sentence"


def _sentences(words: str, spaced: bool) -> list[str]:
    if spaced:
        return [" ".join(sentence.split()) for sentence in _SPACED_SENTENCE.split(words)]
    return [sentence.strip() for sentence in _SENTENCE.findall("".join(words.split("\n")))]


def _prohibitions(text: Text, style: Style) -> Iterator[tuple[str, str]]:
    forbids = text.heading == AVOID or (text.bold and re.search(style.prohibition, text.heading, re.IGNORECASE))
    if forbids and not re.search(style.negation, text.words, re.IGNORECASE):
        yield f'"{shorten(text.words, 30)}" under things not to do', "the negation in the same words"


def unused_words(texts: Iterable[Text], styles: Table[Style], problems: Problems) -> None:
    """Note each pair whose preferred words stand nowhere any more, so that it guards nothing."""
    everything: dict[str, str] = {}
    for text in texts:
        everything[text.locale] = everything.get(text.locale, "") + "\n" + text.words.lower()
    for locale, style in styles.items():
        for index, pair in enumerate(style.words):
            if _is_idle(pair, everything.get(locale, "")):
                line = styles.line(locale, "words", index)
                problems.add(styles.path, line, f'"{pair.prefer}" stands nowhere', "a word that is used, or no row")


def _is_idle(pair: Pair, everything: str) -> bool:
    return pair.prefer is not None and pair.prefer.lower() not in everything
