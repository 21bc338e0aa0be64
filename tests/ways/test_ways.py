"""Where one goes when nothing helped: what a writer is told about ways that end nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpsite.ground.problems import Problems
from helpsite.ways import Ways, check_ways


def faults(edges: dict[str, tuple[str, ...]]) -> list[str]:
    problems = Problems()
    check_ways(Ways(edges, {"errors/a.md": (Path("a.yml"), 7)}), problems)
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
            [
                'a.yml:7: no way from "errors/a.md" to customer service (errors/a.md → b.md); '
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
