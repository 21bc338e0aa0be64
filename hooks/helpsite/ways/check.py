"""The rules of the ways on."""

from __future__ import annotations

from helpsite.ground.problems import Problems
from helpsite.ways.graph import Ways


def check_ways(ways: Ways, problems: Problems) -> None:
    """Note every trouble and outcome that leads nowhere, that never reaches contact, or that comes back to itself."""
    for node, (path, line) in ways.starts.items():
        if not ways.edges[node]:
            problems.add(path, line, f'"{node}" leads nowhere', "a link to a message, a procedure or a page")
        elif not ways.reaches_contact(node):
            found = f'no way from "{node}" to customer service ({" → ".join(ways.way(node))})'
            problems.add(path, line, found, "a way on that ends at contact.md")
        elif ways.loop(node):
            found = f"a way that comes back: {' → '.join(ways.loop(node))}"
            problems.add(path, line, found, "another way on at one of these, nearer to contact.md")
