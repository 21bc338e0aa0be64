"""Charts from the disk: shape, names and ways are checked here, and nobody checks them again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from helpsite.flows.checks import check_document, check_ids, check_none_of_these
from helpsite.flows.graph import Edge, Graph
from helpsite.flows.model import Answer, Flow, Node
from helpsite.flows.plan import MOST_LEVELS, TooDeepError, plan
from helpsite.flows.shapes import RawAnswer, RawFlow, RawNode
from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems
from helpsite.ground.slugs import EXPECTED_SLUG, is_slug
from helpsite.ground.tables import Rows, load_table
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, load_yaml, parse_yaml

SharedAnswers = Mapping[str, Localized]


def load_flows(folder: Path, answers: Path, problems: Problems) -> Rows[Flow]:
    """Every chart in ``folder`` by name."""
    shared = load_answers(answers, problems)
    flows: dict[str, Flow] = {}
    for path in sorted(folder.glob("*.yaml")):
        problems.add(path, 1, "a chart whose file ends in .yaml", "a name that ends in .yml")
    paths = sorted(folder.glob("*.yml"))
    for path in paths:
        document = load_yaml(path, problems)
        flow = None if document is None else read_flow(document, shared, problems)
        if flow:
            flows[flow.name] = flow
            check_none_of_these(flow, problems)
    check_ids(flows, problems)
    return Rows(flows, tuple(path.stem for path in paths))


def load_answers(path: Path, problems: Problems) -> SharedAnswers | None:
    """The shared answers; ``None`` where their file has a mistake."""
    table = load_table(path, Localized, problems)
    return table if table.is_whole else None


def parse_flow(text: str, path: Path, shared: SharedAnswers | None, problems: Problems) -> Flow | None:
    """The chart in ``text``, as if it stood in the file ``path``; ``None`` and problems where it has mistakes."""
    document = parse_yaml(text, path, problems)
    return None if document is None else read_flow(document, shared, problems)


def read_flow(document: Document, shared: SharedAnswers | None, problems: Problems) -> Flow | None:
    """The chart in ``document``; every mistake in it is noted, those of shape and those of the ways."""
    here = Problems()
    name = document.path.stem
    if not is_slug(name):
        here.add(document.path, 1, f'the chart name "{name}"', EXPECTED_SLUG)
    raw = check(RawFlow, document, here)
    check_document(document, shared, here)
    flow = None if raw is None or shared is None or here else _flow(name, raw, shared, document, here)
    for problem in here:
        problems.add(problem.path, problem.line, problem.found, problem.expected)
    return flow


def _flow(name: str, raw: RawFlow, shared: SharedAnswers, document: Document, problems: Problems) -> Flow | None:
    nodes = {key: _node(key, node, shared) for key, node in raw.nodes.items()}
    graph = graph_of(raw.start, nodes)
    try:
        drawing = plan(graph)
    except TooDeepError as error:
        question = str(error)
        found = f'"{question}" hangs more than {MOST_LEVELS} levels deep'
        problems.add(document.path, document.line(("nodes", question)), found, "a flatter chart, or two charts")
        return None
    return Flow(name, raw.title, raw.start, nodes, drawing, graph.longest(), document)


def graph_of(start: str, nodes: Mapping[str, Node]) -> Graph:
    """The bare graph of ``nodes``."""
    ways = {key: tuple(Edge(answer.to, answer.back) for answer in node.answers) for key, node in nodes.items()}
    return Graph(start, ways)


def _node(name: str, raw: RawNode, shared: SharedAnswers) -> Node:
    answers = tuple(_answer(answer, shared) for answer in raw.answers)
    return Node(name, raw.texts, answers, raw.link, raw.tone or "done")


def _answer(raw: RawAnswer, shared: SharedAnswers) -> Answer:
    text = shared[raw.answer] if raw.answer else Localized(raw.texts)
    return Answer(text, str(raw.back or raw.to), raw.back is not None)
