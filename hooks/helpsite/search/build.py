"""The index as three files a language, in the order in which a search needs them.

The first, ``search/<locale>.json``, holds the words of messages and names the others: the titles of everything else
with readers' phrases, and the texts. Their names hold their contents' hash, so that they always fit together.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from helpsite.ground.folding import fold
from helpsite.ground.locales import Locale
from helpsite.search.entries import MESSAGES, Entry, clean
from helpsite.search.vocabulary import Vocabulary

FORMAT = 2
FOLDER = "search"
MOST_COMMON = 0.15
"""A word that stands in more of the texts tells nothing and is left out of them."""
_WORD = re.compile(r"[\u3005\u4e00-\u9fff]+[\u3041-\u309f]{0,2}|[\u30a1-\u30ff]+|[^\W\u3041-\u30ff\u4e00-\u9fff]+")
"""A word of a text; in Japanese a run of kanji with up to two hiragana after it (its ending), or a run of katakana."""


def build_index(
    entries: Iterable[Entry], vocabularies: Mapping[Locale, Vocabulary], host: str = ""
) -> dict[str, bytes]:
    """The files of every language by their path below the site's root; the same entries give the same bytes.

    Entries of one address are kept apart; the browser shows the best. ``host`` is what stands in wordings for the
    address that they name.
    """
    files: dict[str, bytes] = {}
    of: dict[Locale, list[Entry]] = {locale: [] for locale in vocabularies}
    for entry in entries:
        of.setdefault(entry.locale, []).append(entry)
    for locale, rows in of.items():
        words = {"host": host, **asdict(vocabularies.get(locale, Vocabulary()))}
        files |= {f"{FOLDER}/{name}": content for name, content in _files(locale, rows, words).items()}
    return files


def _files(locale: Locale, entries: Sequence[Entry], words: dict[str, Any]) -> dict[str, bytes]:
    ordered = sorted(entries, key=lambda entry: entry.kind not in MESSAGES)
    messages = [entry for entry in ordered if entry.kind in MESSAGES]
    phrases = [[number, *heads] for number, entry in enumerate(ordered) if (heads := _phrases(entry))]
    texts = [[number, text] for number, text in enumerate(_texts(ordered)) if text]
    others = [entry.row() for entry in ordered[len(messages) :]]
    later = [encode({"entries": others, "phrases": phrases}), encode({"texts": texts})]
    names = [f"{locale}.{digest(content)}.json" for content in later]
    first = encode({"parts": names, **words, "entries": [entry.row() for entry in messages]})
    return {f"{locale}.json": first, **dict(zip(names, later, strict=True))}


def _phrases(entry: Entry) -> list[str]:
    """The entry's phrases, folded, without those that stand in another of its phrases, its wordings or its title."""
    folded = list(dict.fromkeys(_folded(phrase) for phrase in entry.phrases))
    said = [fold(text) for text in (entry.title, *(wording.text for wording in entry.wordings), *folded)]
    return [phrase for phrase in folded if phrase and sum(fold(phrase) in other for other in said) == 1]


def _texts(entries: Sequence[Entry]) -> list[str]:
    """What each entry's text adds: its words once, without common ones and those that stand in the entry's heads."""
    heads = [fold(" ".join((e.title, *(w.text for w in e.wordings), *e.phrases))) for e in entries]
    words = [dict.fromkeys(fold(word) for word in _WORD.findall(clean(entry.text))) for entry in entries]
    having = Counter(word for each in words for word in each)
    most = max(2, len(entries) * MOST_COMMON)
    return [
        " ".join(word for word in each if len(word) > 1 and having[word] <= most and word not in head)
        for each, head in zip(words, heads, strict=True)
    ]


def _folded(text: str) -> str:
    """What is never shown is smaller when it is folded. Words stay apart, because whole words are looked for."""
    return " ".join(filter(None, (fold(word) for word in clean(text).split())))


def encode(part: dict[str, Any]) -> bytes:
    """A part of the index as compact JSON."""
    return json.dumps({"format": FORMAT, **part}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def digest(content: bytes) -> str:
    """Eight characters that change with ``content``."""
    return hashlib.sha256(content).hexdigest()[:8]
