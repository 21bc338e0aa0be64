"""An index too large to send: which entries have a gram, in files by gram, and the entries themselves by number.

A search fetches the files of a few of its grams, which name likely entries, and then those entries; ``shards.js`` puts
them into the index in memory. Lists are cut, entries with few grams first, so every file stays small at any size.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from helpsite.ground.folding import fold, grams
from helpsite.ground.locales import Locale
from helpsite.search.entries import Entry, clean

FORMAT = 1
FILE_BYTES = 12_000
"""About so much (plain) is in a file of grams; a third of it on the way."""
LONGEST_LIST = 300
ENTRIES_A_FILE = 8
LONGEST_TEXT = 600
_MODULUS = 2_147_483_647


def file_of(gram: str, files: int) -> int:
    """The number of the file that holds ``gram``. The same sum stands in ``shards.js``."""
    number = 7
    for char in gram:
        number = (number * 31 + ord(char)) % _MODULUS
    return number % files


def build_shards(entries: Sequence[Entry], locale: Locale) -> tuple[str, dict[str, Any], dict[str, bytes]]:
    """The folder's name, what the manifest says of it, and its files by name."""
    lists = _lists(entries)
    size = sum(len(_encode(gram)) + len(_encode(row)) + 2 for gram, row in lists.items())
    count = max(1, size // FILE_BYTES)
    tables: list[dict[str, Any]] = [{} for _ in range(count)]
    for gram, row in lists.items():
        tables[file_of(gram, count)][gram] = row
    files = {f"g{number}.json": _encode({"format": FORMAT, "grams": table}) for number, table in enumerate(tables)}
    for first in range(0, len(entries), ENTRIES_A_FILE):
        rows = [[entry.row(), _text(entry)] for entry in entries[first : first + ENTRIES_A_FILE]]
        files[f"e{first // ENTRIES_A_FILE}.json"] = _encode({"format": FORMAT, "rows": rows})
    folder = f"{locale}.{_digest(files.values())}"
    return folder, {"folder": folder, "grams": count, "each": ENTRIES_A_FILE, "entries": len(entries)}, files


def _lists(entries: Sequence[Entry]) -> dict[str, list[Any]]:
    """Gram → [how many entries have it, numbers of those with it in their heads, in their texts alone]."""
    heads: dict[str, list[int]] = {}
    texts: dict[str, list[int]] = {}
    sizes = []
    for number, entry in enumerate(entries):
        named = [entry.title, *(wording.text for wording in entry.wordings), *entry.aliases]
        head = {gram for text in named for gram in grams(fold(clean(text)))}
        sizes.append(len(head))
        for gram in sorted(head):
            heads.setdefault(gram, []).append(number)
        for gram in sorted(set(grams(_text(entry))) - head):
            texts.setdefault(gram, []).append(number)

    def cut(numbers: list[int]) -> list[int]:
        best = sorted(numbers, key=lambda number: (sizes[number], number))[:LONGEST_LIST]
        return _steps(sorted(best))

    return {
        gram: [len(heads.get(gram, [])) + len(texts.get(gram, [])), cut(heads.get(gram, [])), cut(texts.get(gram, []))]
        for gram in sorted({*heads, *texts})
    }


def _steps(numbers: Iterable[int]) -> list[int]:
    """Each number as its distance from the one before."""
    last, steps = 0, []
    for number in numbers:
        steps.append(number - last)
        last = number
    return steps


def _text(entry: Entry) -> str:
    return " ".join(filter(None, map(fold, clean(entry.text)[:LONGEST_TEXT].split())))


def _encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:8]
