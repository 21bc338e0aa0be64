"""``python -m tests.fuzz SEED COUNT``: spoil the fixture site and the real content, and print what must not be."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.fuzz.cases import FAULTY, Case, Verdict, choose, drawn, files, outline, run
from tests.small_site import FIXTURE, ROOT, lay_out_content

from helpsite.ground.problems import Problems
from helpsite.load import load_site

REAL = 10
"""Every so many cases the real content is spoilt."""
BUILT = 11
"""Every so many cases the fixture site is built, where its content can still be loaded."""
SEEDS = 1_000_000
"""The numbers of a seed's cases start at a multiple of this."""


def cases(seed: int, count: int, *, quick: bool = False) -> Iterator[tuple[Case, Verdict]]:
    """``count`` cases with their verdicts; ``quick``: without the real content, and nothing is built."""
    fixture = _sound(real=False)
    real = fixture if quick else _sound(real=True)
    for number in range(seed * SEEDS, seed * SEEDS + count):
        is_real = number % REAL == REAL - 1 and not quick
        names, sound = real if is_real else fixture
        case = choose(number, names, real=is_real, built=not quick and not is_real and number % BUILT == 0)
        yield case, run(case, sound)


def _sound(*, real: bool) -> tuple[list[str], Mapping[str, list[str]]]:
    """The files, and how the unspoilt pages are built."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        lay_out_content(project, ROOT if real else FIXTURE)
        problems = Problems(project)
        site = load_site(project / "docs", project / "mkdocs.yml", problems)
        problems.raise_if_any()
        return files(project), {} if real else {page: outline(html) for page, html in drawn(site).items()}


def main(arguments: Sequence[str]) -> int:
    """Run the cases. Gives 1 where one of them ends as none may."""
    seed, count = int(arguments[0]), int(arguments[1])
    kinds: Counter[str] = Counter()
    for case, verdict in cases(seed, count):
        kinds[verdict.kind] += 1
        if verdict.kind in (*FAULTY, "elsewhere"):
            print(f"{verdict.kind}: {case}\n    {verdict.said}", flush=True)
    lines = kinds["refused"] + kinds["refused late"]
    told = lines / max(1, lines + kinds["elsewhere"])
    print(f"seed {seed}: {count} cases, {dict(kinds)}, {told:.1%} of the refusals name a line of the spoilt file")
    return 1 if any(kinds[kind] for kind in FAULTY) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
