"""``python -m tests.bench``: every measurement, one after another; each prints its ratios to a baseline of the same run."""

from __future__ import annotations

from tests.bench import build, flows, search

for part in (flows, search, build):
    print(f"\n== {part.__name__.rsplit('.', 1)[-1]}: {(part.__doc__ or '').splitlines()[0]}", flush=True)
    part.main()
