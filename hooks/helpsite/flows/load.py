"""Charts from the disk: shape, names and ways are checked here, and nobody checks them again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpsite.flows.checks import check_flow_ids, check_graph, check_nodes, check_none_of_these, graph_of
from helpsite.flows.graph import Graph
from helpsite.flows.model import Flow, FlowFile, Node
from helpsite.flows.plan import MOST_LEVELS, TooDeepError, plan
from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Rows, data_files, load_table, read_table
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, load_yaml, parse_yaml

SharedAnswers = Mapping[str, Localized]


def load_flows(folder: Path, answers: Path, problems: Problems) -> Rows[Flow]:
    """Every chart in ``folder`` by name."""
    shared = load_answers(answers, problems)
    flows: dict[str, Flow] = {}
    paths = data_files(folder, problems)
    for path in paths:
        document = load_yaml(path, problems)
        flow = None if document is None else read_flow(document, shared, problems)
        if flow:
            flows[flow.name] = flow
            check_none_of_these(flow, problems)
    check_flow_ids(flows, problems)
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
    """The chart in ``document``, node by node; every mistake in it is noted, those of shape and those of the ways."""
    here = Problems()
    file = check(FlowFile[Any], document, here)
    flow = None
    if file is not None:
        nodes = read_table(document, Node, here, ("nodes",))
        graph = graph_of(file.start, nodes)
        if shared is not None:
            check_nodes(nodes, shared, here)
        check_graph(graph, document, here, whole=nodes.is_whole)
        if not here and shared is not None:
            flow = _flow(file, nodes, graph, shared, document, here)
    problems.include(here)
    return flow


def _flow(  # noqa: PLR0913, PLR0917 (what a chart is made of)
    file: FlowFile[Any],
    nodes: Mapping[str, Node],
    graph: Graph,
    shared: SharedAnswers,
    document: Document,
    problems: Problems,
) -> Flow | None:
    try:
        drawing = plan(graph)
    except TooDeepError as error:
        question = str(error)
        found = f'"{question}" hangs more than {MOST_LEVELS} levels deep'
        problems.add(document.path, document.line(("nodes", question)), found, "a flatter chart, or two charts")
        return None
    whole = {
        name: node.model_copy(update={"answers": tuple(answer.resolved(shared) for answer in node.answers)})
        for name, node in nodes.items()
    }
    return Flow(document.path.stem, file.title, file.start, whole, drawing, graph.longest(), document)
