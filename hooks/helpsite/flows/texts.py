"""The ids of a drawn chart with their titles, for links to it."""

from collections.abc import Iterator, Sequence

from helpsite.flows.model import Flow
from helpsite.flows.plan import Question
from helpsite.ground.locales import Locale


def flow_anchors(flow: Flow, locale: Locale) -> dict[str, str]:
    """Every id that the drawn chart has in a page, with what stands there, in reading order; the chart itself first."""
    names = {flow.anchor: flow.title[locale]}
    for node in _drawn(flow.plan.chain):
        names[flow.anchor_of(node)] = flow.nodes[node].texts[locale]
    return names


def _drawn(chain: Sequence[Question]) -> Iterator[str]:
    """Every question and outcome once, in the order in which one reads."""
    for block in chain:
        yield block.question
        for way in block.exits:
            if way.kind == "outcome" and way.first:
                yield way.to
            yield from _drawn(way.chain)
