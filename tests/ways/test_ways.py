"""Where one goes when nothing helped: what a writer is told about ways that end nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpsite.ground.problems import Problems
from helpsite.ways import Ways, check_ways


def faults(edges: dict[str, tuple[str, ...]]) -> list[str]:
    problems = Problems()
    starts = [node for node in ("errors/a.md", "b.md") if node in edges]
    check_ways(Ways(edges, {node: (Path(f"{node[-4]}.yml"), 7) for node in starts}), problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("edges", "wanted"),
    [
        ({"errors/a.md": ("contact.md#letter-x",)}, []),
        ({"errors/a.md": ("b.md", "contact.md"), "b.md": ("contact.md",)}, []),
        (
            {"errors/a.md": ()},
            ['a.yml:7: "errors/a.md" leads nowhere; expected a link to a message, a procedure or a page'],
        ),
        (
            {"errors/a.md": ("b.md",), "b.md": ()},
            ['b.yml:7: "b.md" leads nowhere; expected a link to a message, a procedure or a page'],
        ),
        (
            {"errors/a.md": ("b.md",), "b.md": ("c.md",), "c.md": ()},
            [
                'b.yml:7: no way from "b.md" to customer service (b.md → c.md); '
                "expected a way on that ends at contact.md"
            ],
        ),
        (
            {"errors/a.md": ("b.md", "contact.md"), "b.md": ("errors/a.md",)},
            [
                "a.yml:7: a way that comes back: errors/a.md → b.md → errors/a.md; "
                "expected another way on at one of these, nearer to contact.md"
            ],
        ),
    ],
)
def test_faults(edges: dict[str, tuple[str, ...]], wanted: list[str]) -> None:
    assert faults(edges) == wanted
