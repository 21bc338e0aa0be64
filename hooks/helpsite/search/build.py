"""The index as files. Which files there are follows from the sizes, so nobody has to choose when the site grows.

While everything is small, one part holds all. Above `Limits.first`, messages come first, then other titles, then texts.
Above `Limits.heads`, only messages come as a part; the rest lies in shards by gram, of which a search fetches a few.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpsite.ground.folding import fold
from helpsite.ground.locales import Locale
from helpsite.search.entries import Entry, clean
from helpsite.search.shards import build_shards
from helpsite.search.vocabulary import Vocabulary

FORMAT = 1
FOLDER = "search"


@dataclass(frozen=True)
class Limits:
    """From which sizes on (bytes, with gzip) the index is sent in another way."""

    first: int = 24_000
    """So much may come before the first result, beside the scripts."""
    heads: int = 100_000
    """So much may all titles, wordings and aliases take; a phone reads and indexes it in about half a second."""


def build_index(
    entries: Iterable[Entry], vocabularies: Mapping[Locale, Vocabulary], limits: Limits = Limits()
) -> dict[str, bytes]:
    """The files of every language by their path below the site's root; the same entries give the same bytes.

    ``search/<locale>.json`` names the others, whose names hold their contents' hash. Entries of one address are kept
    apart; the browser shows the best.
    """
    files: dict[str, bytes] = {}
    of: dict[Locale, list[Entry]] = {locale: [] for locale in vocabularies}
    for entry in entries:
        of.setdefault(entry.locale, []).append(entry)
    for locale, rows in of.items():
        files |= _language_files(locale, rows, vocabularies.get(locale, Vocabulary()), limits)
    return files


def _language_files(
    locale: Locale, entries: Sequence[Entry], vocabulary: Vocabulary, limits: Limits
) -> dict[str, bytes]:
    messages = [entry for entry in entries if entry.kind == "message"]
    others = [entry for entry in entries if entry.kind != "message"]
    words = {"synonyms": vocabulary.synonyms, "chatter": vocabulary.chatter}
    manifest: dict[str, Any] = {"format": FORMAT, "locale": locale}
    files: dict[str, bytes] = {}
    if packed_size(_heads(entries)) <= limits.heads:
        parts = _parts(messages, others, words, limits.first)
    else:
        core = messages if packed_size(_heads(messages)) <= limits.heads else []
        parts = [_heads(core) | words, _texts(core)]
        folder, manifest["shards"], shards = build_shards(others if core else messages + others, locale)
        files |= {f"{FOLDER}/{folder}/{name}": content for name, content in shards.items()}
    contents = [encode({"format": FORMAT, **part}) for part in parts]
    manifest["parts"] = [f"{locale}.{digest(content)}.json" for content in contents]
    files |= {f"{FOLDER}/{name}": content for name, content in zip(manifest["parts"], contents, strict=True)}
    return {f"{FOLDER}/{locale}.json": encode(manifest), **files}


def _parts(
    messages: list[Entry], others: list[Entry], words: dict[str, Any], first_bytes: int
) -> Sequence[dict[str, Any]]:
    """As few parts as can be, the first of them small. Texts name their entries by number over all parts."""
    heads, texts = _heads(messages + others) | words, _texts(messages + others)
    if packed_size(heads | texts) <= first_bytes:
        return [heads | texts]
    if packed_size(heads) <= first_bytes:
        return [heads, texts]
    return [_heads(messages) | words, _heads(others), texts]


def _heads(entries: Sequence[Entry]) -> dict[str, Any]:
    return {"entries": [entry.row() for entry in entries]}


def _texts(entries: Sequence[Entry]) -> dict[str, Any]:
    """Texts are never shown; folded, they are smaller. Words stay apart, because whole words are looked for."""
    folded = (" ".join(filter(None, (fold(word) for word in clean(entry.text).split()))) for entry in entries)
    return {"texts": [[number, text] for number, text in enumerate(folded) if text]}


def encode(value: object) -> bytes:
    """``value`` as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def packed_size(value: object) -> int:
    """How many bytes ``value`` takes on the way, as JSON with gzip."""
    return len(gzip.compress(encode(value), compresslevel=6, mtime=0))


def digest(content: bytes) -> str:
    """Eight characters that change with ``content``."""
    return hashlib.sha256(content).hexdigest()[:8]
