"""Checks of a chart beyond the shape of each node: answers, targets, loops, dead ends, ids, links."""

from collections.abc import Callable, Mapping

from helpsite.flows.graph import Edge, Graph
from helpsite.flows.model import Answer, Flow, Node
from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.tables import Table
from helpsite.ground.yamlfile import Document, Loc

NONE_OF_THESE = "other"
_MANY = 3

Told = Callable[[Loc, str, str], None]


def check_nodes(nodes: Table[Node], shared: Mapping[str, Localized], problems: Problems) -> None:
    """Note unknown shared answers, and answers that say the same."""
    for name, node in nodes.items():
        seen: set[str] = set()
        for place, answer in enumerate(node.answers):
            line = nodes.document.line(answer_place(name, place, answer, nodes.document))
            if answer.answer is not None and answer.answer not in shared:
                expected = "a key of docs/data/answers.yml" + did_you_mean(answer.answer, shared)
                problems.add(nodes.path, line, f'no shared answer "{shorten(answer.answer)}"', expected)
                continue
            said = set(answer.resolved(shared).texts.values())
            for words in said & seen:
                problems.add(nodes.path, line, f'the answer "{shorten(words)}" a second time', "each answer once")
            seen |= said


def answer_place(name: str, place: int, answer: Answer, document: Document) -> Loc:
    """Where the answer of the node ``name`` at ``place`` is written: in the short form it goes by its key."""
    is_short = isinstance(document.data["nodes"][name]["answers"], dict)
    return ("nodes", name, "answers", str(answer.answer) if is_short else place)


def graph_of(start: str, nodes: Table[Node]) -> Graph:
    """The bare graph of ``nodes``; faulty ones are in it without ways on."""
    edges: dict[str, tuple[Edge, ...]] = dict.fromkeys(nodes.known, ())
    for name, node in nodes.items():
        places = [answer_place(name, place, answer, nodes.document) for place, answer in enumerate(node.answers)]
        edges[name] = tuple(
            Edge(answer.to or answer.back, bool(answer.back), (*place, "back" if answer.back else "to"))
            for place, answer in zip(places, node.answers, strict=True)
        )
    return Graph(start, edges)


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


def _check_targets(graph: Graph, note: Told) -> bool:
    """Whether every target is a node."""
    places: list[tuple[Loc, str]] = [(("start",), graph.start)]
    places += [(edge.loc, edge.to) for edges in graph.edges.values() for edge in edges]
    unknown = [(loc, name) for loc, name in places if name not in graph.edges]
    for loc, name in unknown:
        note(loc, f'unknown node "{shorten(name)}"', "the name of a node" + did_you_mean(name, graph.edges))
    return not unknown


def _check_ways_out(graph: Graph, note: Told) -> None:
    for node, edges in graph.edges.items():
        if edges and all(edge.back for edge in edges):
            loc = ("nodes", node, "answers")
            note(loc, f'no way out of "{node}": every answer leads back', "an answer that leads on")


def _check_ways_back(graph: Graph, note: Told) -> None:
    for node, edges in graph.edges.items():
        for edge in edges:
            if edge.back and not _leads_back(graph, node, edge.to):
                note(edge.loc, f'a false way back: "{edge.to}" does not lead to "{node}"', f"`to: {edge.to}`")


def _check_ways_in(graph: Graph, note: Told) -> None:
    if not graph.edges[graph.start]:
        note(("start",), f'the start "{graph.start}" has no answers', "a question to start with")
        return
    apart = graph.edges.keys() - graph.reachable(graph.start)
    for node in apart.difference(*(graph.onward(other) for other in apart)):  # not what only they lead on to
        note(("nodes", node), f'nothing leads to "{node}"', "an answer that leads there, or no such node")


def _leads_back(graph: Graph, node: str, to: str) -> bool:
    return node != to and node in graph.reachable(to)


def check_none_of_these(flow: Flow, problems: Problems) -> None:
    """Note every question with three answers or more that has none for readers whose case is not among them."""
    for name, node in flow.nodes.items():
        answers = [answer.answer for answer in node.answers]
        if len(answers) >= _MANY and NONE_OF_THESE not in answers:
            found = f'{len(answers)} answers to "{name}", and none for "none of these"'
            expected = f"the shared answer `{NONE_OF_THESE}` as the last one"
            problems.add(flow.document.path, flow.line("nodes", name, "answers"), found, expected)


def check_flow_ids(flows: Mapping[str, Flow], problems: Problems) -> None:
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
