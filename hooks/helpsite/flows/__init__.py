"""Troubleshooting flowcharts: a graph in YAML, checked, planned, and drawn as nested lists."""

from helpsite.flows.advice import advise
from helpsite.flows.checks import check_flow_links
from helpsite.flows.load import load_flows, parse_flow
from helpsite.flows.model import Answer, Flow, Node
from helpsite.flows.render import render_flow
from helpsite.flows.texts import flow_anchors, flow_texts

__all__ = [
    "Answer",
    "Flow",
    "Node",
    "advise",
    "check_flow_links",
    "flow_anchors",
    "flow_texts",
    "load_flows",
    "parse_flow",
    "render_flow",
]
