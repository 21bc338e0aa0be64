"""Brotli and gzip twins beside the files, for servers that send them (Caddy: ``precompressed br gzip``)."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

SUFFIXES = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
SMALLEST = 512
"""Files below this many bytes fit into one packet as they are."""


def compressed(content: bytes) -> dict[str, bytes]:
    """``content`` by ending of the file name. The same bytes always give the same bytes."""
    return {".br": brotli.compress(content, quality=10), ".gz": gzip.compress(content, 9, mtime=0)}


def compress(folder: Path) -> None:
    """Write the compressed twins of every text file below ``folder`` where they are smaller."""
    files = [file for file in sorted(folder.rglob("*")) if file.suffix in SUFFIXES and file.stat().st_size >= SMALLEST]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_twins, files))


def _twins(file: Path) -> None:
    content = file.read_bytes()
    for ending, small in compressed(content).items():
        if len(small) < len(content):
            file.with_name(file.name + ending).write_bytes(small)
