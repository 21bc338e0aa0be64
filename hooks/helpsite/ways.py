"""Where one goes when nothing helped: every way has to end at customer service and never come back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpsite.ground.anchors import split_ref
from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.ground.problems import Problems
from helpsite.letters.model import CONTACT
from helpsite.site import Site

LETTER = f"{CONTACT}#letter-"
_LINK = re.compile(r"\]\(([\w/-]+\.md(?:#[\w-]+)?)\)")


@dataclass
class Ways:
    """Node to the nodes that it leads on to. A node is a reference from a language's root, or the id of an outcome.

    ``starts`` are the topic pages, troubles and outcomes, with the place where each is written.
    """

    edges: dict[str, tuple[str, ...]] = field(default_factory=dict)
    starts: dict[str, tuple[Path, int]] = field(default_factory=dict)

    def reaches_contact(self, node: str) -> bool:
        """Whether some way from ``node`` ends at customer service."""
        seen, open_ends = {node}, [node]
        while open_ends:
            here = open_ends.pop()
            if is_contact(here):
                return True
            fresh = [other for other in self.edges.get(here, ()) if other not in seen]
            seen.update(fresh)
            open_ends += fresh
        return False

    def loop(self, node: str) -> list[str]:
        """The shortest way from ``node`` back to itself; empty where there is none."""
        came: dict[str, str] = {}
        open_ends = [node]
        for here in open_ends:
            for other in self.edges.get(here, ()):
                if other == node:
                    return [*_trace(came, here), node]
                if other not in came:
                    came[other] = here
                    open_ends.append(other)
        return []

    def way(self, node: str) -> list[str]:
        """The nodes from ``node`` on, always by the first way, until contact, a dead end or a node met before."""
        path = [node]
        while not is_contact(path[-1]) and self.edges.get(path[-1]):
            path.append(self.edges[path[-1]][0])
            if path[-1] in path[:-1]:
                break
        return path


def _trace(came: dict[str, str], node: str) -> list[str]:
    path = [node]
    while path[0] in came:
        path.insert(0, came[path[0]])
    return path


def is_contact(node: str) -> bool:
    """Whether ``node`` is customer service: its page, its steps or a letter."""
    return split_ref(node, node)[0] == CONTACT


def ways_of(site: Site) -> Ways:
    """The ways on of ``site``."""
    ways = Ways()
    for name, area in site.areas.items():
        _add_page(site, area.page, ways)
        ways.starts[area.page] = (site.areas.path, site.areas.line(name, "otherwise"))
    for entry in site.catalogue.entries.values():
        message = entry.message
        letter = [f"{LETTER}{message.letter}"] if message.letter else []
        ways.edges[message.page] = (*(way.to for way in site.catalogue.ways_on(message.id)), *letter)
        if message.is_trouble:
            ways.starts[message.page] = (entry.document.path, entry.line("id"))
    for flow in site.flows.values():
        for key, node in flow.nodes.items():
            if not node.answers:
                name = flow.anchor_of(key)
                ways.edges[name] = (node.link,) if node.link else ()
                ways.starts[name] = (flow.document.path, flow.line("nodes", key))
    for ref in {ref for refs in ways.edges.values() for ref in refs} - ways.edges.keys():
        _add_page(site, ref, ways)
    return ways


def _add_page(site: Site, ref: str, ways: Ways) -> None:
    """A place on a page leads to what its procedure says, and to the way on at the end of the page."""
    if is_contact(ref) or ref in ways.edges:
        return
    page, anchor = split_ref(ref, ref)
    area = site.area_of(DEFAULT_LOCALE, page)
    ways.edges[ref] = (*_if_not(site, anchor), *(way.to for way in (area.otherwise if area else ())))
    for other in ways.edges[ref]:
        _add_page(site, other, ways)


def _if_not(site: Site, procedure: str) -> Iterator[str]:
    if procedure in site.procedures:
        for part in site.procedures[procedure].parts.values():
            for step in part.steps:
                yield from _LINK.findall(step.if_not[DEFAULT_LOCALE]) if step.if_not else ()


def check_ways(ways: Ways, problems: Problems) -> None:
    """Note every trouble and outcome that leads nowhere, that never reaches contact, or that comes back to itself.

    Each dead end and each loop is told once, at the start that is nearest to it.
    """
    told: set[str] = set()
    for node in sorted(ways.starts, key=lambda node: len(ways.way(node))):
        way, loop = ways.way(node), ways.loop(node)
        if not ways.edges[node]:
            problems.add(*ways.starts[node], f'"{node}" leads nowhere', "a link to a message, a procedure or a page")
        elif loop and not told.intersection(loop):
            found = f"a way that comes back: {' → '.join(loop)}"
            problems.add(*ways.starts[node], found, "another way on at one of these, nearer to contact.md")
        elif not ways.reaches_contact(node) and not told.intersection(way):
            found = f'no way from "{node}" to customer service ({" → ".join(way)})'
            problems.add(*ways.starts[node], found, "a way on that ends at contact.md")
        else:
            continue
        told.update(way, loop)
