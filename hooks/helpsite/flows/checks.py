"""What a writer of charts can get wrong, beside the shape.

These checks read the file's plain data, not the typed model, so that a mistake in one node does not hide those in the
others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from helpsite.flows.graph import Edge, Graph
from helpsite.flows.model import Flow
from helpsite.ground.anchors import Anchors
from helpsite.ground.locales import LOCALES, Localized
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.slugs import EXPECTED_SLUG, is_slug
from helpsite.ground.yamlfile import Document, Loc

NONE_OF_THESE = "other"
_MANY = 3

Note = Callable[[Loc, str, str], None]

_ROOT = "index.md"  # links in charts start at the root of a language, wherever the chart is shown


def check_document(document: Document, shared: Mapping[str, Localized] | None, problems: Problems) -> None:
    """Note bad names, unknown nodes and answers, loops, dead ends and nodes that nothing leads to."""
    data = document.data
    nodes = data.get("nodes") if isinstance(data, dict) else None
    if not isinstance(nodes, dict):
        return
    _check_names(nodes, document, problems)
    if shared is not None:
        _check_answers(nodes, shared, document, problems)
    start = data.get("start")
    if isinstance(start, str):
        graph = Graph(start, {name: tuple(_edges(name, node)) for name, node in nodes.items()})
        check_graph(graph, document, problems, whole=all(map(_readable, nodes.values())))


def _check_names(nodes: Mapping[str, Any], document: Document, problems: Problems) -> None:
    for name in nodes:
        if not is_slug(name):
            line = document.line(("nodes", name))
            problems.add(document.path, line, f'the node name "{shorten(name)}"', EXPECTED_SLUG)


def _written(node: Any) -> list[tuple[str | int, dict[str, Any]]]:
    """The answers of a node as (place, answer), as far as they can be read."""
    answers = node.get("answers") if isinstance(node, dict) else None
    if isinstance(answers, dict):
        return [(key, {"answer": key, "to": to}) for key, to in answers.items()]
    if isinstance(answers, list):
        return [(place, answer) for place, answer in enumerate(answers) if isinstance(answer, dict)]
    return []


def _edges(name: str, node: Any) -> Iterator[Edge]:
    for place, answer in _written(node):
        for key in ("to", "back"):
            target = answer.get(key)
            if isinstance(target, str):
                short = isinstance(place, str)
                loc: Loc = ("nodes", name, "answers", place) if short else ("nodes", name, "answers", place, key)
                yield Edge(target, key == "back", loc)


def _readable(node: Any) -> bool:
    """Whether every answer of the node says where it leads."""
    if not isinstance(node, dict) or ("answers" in node and not isinstance(node["answers"], dict | list)):
        return False
    written = _written(node)
    targets = [answer.get("to", answer.get("back")) for _, answer in written]
    return len(written) == len(node.get("answers", ())) and all(isinstance(target, str) for target in targets)


def _check_answers(
    nodes: Mapping[str, Any], shared: Mapping[str, Localized], document: Document, problems: Problems
) -> None:
    for name, node in nodes.items():
        seen: set[str] = set()
        for place, answer in _written(node):
            line = document.line(("nodes", name, "answers", place))
            key = answer.get("answer")
            if isinstance(key, str) and key not in shared:
                expected = "a key of docs/data/answers.yml" + did_you_mean(key, shared)
                problems.add(document.path, line, f'no shared answer "{shorten(key)}"', expected)
            for words in _said(answer, shared):
                if words in seen:
                    problems.add(
                        document.path, line, f'the answer "{shorten(words)}" a second time', "each answer once"
                    )
                seen.add(words)


def _said(answer: Mapping[str, Any], shared: Mapping[str, Localized]) -> set[str]:
    """What the answer says, in each language."""
    key = answer.get("answer")
    if isinstance(key, str) and key in shared:
        return {shared[key][locale] for locale in LOCALES}
    return {words for locale in LOCALES if isinstance(words := answer.get(locale), str)}


def check_graph(graph: Graph, document: Document, problems: Problems, *, whole: bool = True) -> None:
    """Note what is wrong with the ways of ``graph``; ``whole`` is false where some answers could not be read."""

    def note(loc: Loc, found: str, expected: str) -> None:
        problems.add(document.path, document.line(loc), found, expected)

    whole &= _check_targets(graph, note)
    for node, edge in graph.closing():
        note(
            edge.loc, f'an unmarked loop: "{node}" leads back to "{edge.to}"', f"`back: {edge.to}` in a list of answers"
        )
    _check_ways_out(graph, note)
    if whole:
        _check_ways_back(graph, note)
        _check_ways_in(graph, note)


def _check_targets(graph: Graph, note: Note) -> bool:
    """Whether every target is a node."""
    places: list[tuple[Loc, str]] = [(("start",), graph.start)]
    places += [(edge.loc, edge.to) for edges in graph.edges.values() for edge in edges]
    unknown = [(loc, name) for loc, name in places if name not in graph.edges]
    for loc, name in unknown:
        note(loc, f'unknown node "{shorten(name)}"', "the name of a node" + did_you_mean(name, graph.edges))
    return not unknown


def _check_ways_out(graph: Graph, note: Note) -> None:
    for node, edges in graph.edges.items():
        if edges and all(edge.back for edge in edges):
            loc = ("nodes", node, "answers")
            note(loc, f'no way out of "{node}": every answer leads back', "an answer that leads on")


def _check_ways_back(graph: Graph, note: Note) -> None:
    for node, edges in graph.edges.items():
        for edge in edges:
            if edge.back and not _leads_back(graph, node, edge.to):
                note(edge.loc, f'a false way back: "{edge.to}" does not lead to "{node}"', f"`to: {edge.to}`")


def _check_ways_in(graph: Graph, note: Note) -> None:
    if not graph.edges[graph.start]:
        note(("start",), f'the start "{graph.start}" has no answers', "a question to start with")
    for node in graph.edges.keys() - graph.reachable(graph.start):
        note(("nodes", node), f'nothing leads to "{node}"', "an answer that leads there, or no such node")


def _leads_back(graph: Graph, node: str, to: str) -> bool:
    return node != to and node in graph.reachable(to)


def check_none_of_these(flow: Flow, problems: Problems) -> None:
    """Note every question with three answers or more that has none for readers whose case is not among them."""
    for name, node in flow.document.data["nodes"].items():
        answers = [answer.get("answer") for _, answer in _written(node)]
        if len(answers) >= _MANY and NONE_OF_THESE not in answers:
            found = f'{len(answers)} answers to "{name}", and none for "none of these"'
            expected = f"the shared answer `{NONE_OF_THESE}` as the last one"
            problems.add(flow.document.path, flow.line("nodes", name, "answers"), found, expected)


def check_ids(flows: Mapping[str, Flow], problems: Problems) -> None:
    """Note charts and nodes whose ids would be the same in a page (chart ``a``, node ``b-c``; chart ``a-b``, ``c``)."""
    owners: dict[str, str] = {}
    for flow in flows.values():
        places: list[tuple[str, Loc]] = [(flow.anchor, ())]
        places += [(flow.anchor_of(node), ("nodes", node)) for node in flow.nodes]
        for anchor, loc in places:
            owner = owners.setdefault(anchor, flow.name)
            if owner != flow.name:
                found = f'the id "{anchor}", which the chart "{owner}" has as well'
                problems.add(flow.document.path, flow.document.line(loc), found, "another name for the node or chart")


def check_flow_links(flows: Mapping[str, Flow], anchors: Anchors, problems: Problems) -> None:
    """Note every `link` that leads nowhere in one of the languages."""
    for flow in flows.values():
        for node in flow.nodes.values():
            faults = [anchors.fault(locale, _ROOT, node.link) for locale in LOCALES if node.link]
            for locale, fault in zip(LOCALES, faults, strict=False):
                if fault:
                    line = flow.line("nodes", node.name, "link")
                    problems.add(flow.document.path, line, f"a dead link ({locale}): {fault[0]}", fault[1])
