"""``python -m helpsite.flows [docs/data]``: every chart with its questions, outcomes, longest way, and warnings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from helpsite.flows.advice import advise
from helpsite.flows.load import load_flows
from helpsite.flows.model import Flow
from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.ground.problems import Problems

DATA = Path(__file__).parents[3] / "docs" / "data"


def main(arguments: list[str]) -> int:
    """Print the list; 1 where a chart has a mistake."""
    data = Path(arguments[0]) if arguments else DATA
    problems, advice = Problems(Path.cwd()), Problems(Path.cwd())
    flows = load_flows(data / "flows", data / "answers.yml", problems)
    for flow in flows.values():
        advise(flow, advice)
        _say("\n".join(listing(flow)) + "\n")
    for warning in advice:
        _say(f"warning: {warning}")
    for problem in problems:
        _say(f"error: {problem}")
    return 1 if problems else 0


def listing(flow: Flow) -> Iterator[str]:
    """The lines about one chart."""
    numbers, letters = flow.plan.numbers, flow.plan.letters
    yield f"{flow.name}: {flow.title[DEFAULT_LOCALE]}"
    sizes = [f"{len(numbers)} questions", f"{len(letters)} outcomes"]
    yield "  " + ", ".join([*sizes, f"longest way {flow.longest} answers", f"{flow.plan.levels} levels"])
    for node, mark in [*numbers.items(), *letters.items()]:
        yield f"  {mark:>3}  {node}: {flow.nodes[node].text[DEFAULT_LOCALE]}"


def _say(text: str) -> None:
    """Print, whatever the terminal can show."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
