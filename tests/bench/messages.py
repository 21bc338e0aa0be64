"""What pages of messages cost, against plain Markdown pages with the same words: both as what more of them add."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench.build import copy, cost, plain

MORE = 3
"""So many times more messages in the second build."""


def main() -> None:
    """Print processor seconds for the messages that were added, and their ratio to plain pages."""
    with tempfile.TemporaryDirectory() as scratch:
        counts, ours, plainly = [], [], []
        for rounds in (0, MORE):
            folder, target = Path(scratch, f"in{rounds}"), Path(scratch, f"out{rounds}")
            folder.mkdir()
            ours.append(cost(copy(folder, rounds, pages=False), target).seconds)
            counts.append(sum(1 for _ in target.rglob("errors/*/index.html")))
            stock = Path(scratch, f"plain{rounds}")
            plainly.append(cost(plain(stock, target), Path(scratch, f"stock{rounds}")).seconds)
        added = counts[1] - counts[0]
        each, plain_each = (1000 * (after - before) / added for before, after in (ours, plainly))
        print(f"messages: {each:.1f} ms for each of {added} pages, plain Markdown pages {plain_each:.1f} ms")
        print(f"messages: ratio {each / plain_each:.2f}")


if __name__ == "__main__":
    main()
