"""Warnings: valid charts that are hard to use."""

from collections.abc import Iterator, Mapping

from helpsite.flows.model import Flow, Node
from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Loc

MOST_QUESTIONS = 12
MOST_ANSWERS = 7
GOOD_LEVELS = 3


def advise(flow: Flow, problems: Problems) -> None:
    """Note long texts, outcomes without link, and charts with too many questions, answers or levels."""
    for loc, found, expected in _advice(flow):
        problems.add(flow.document.path, flow.document.line(loc), found, expected)


def _advice(flow: Flow) -> Iterator[tuple[Loc, str, str]]:
    questions = len(flow.plan.numbers)
    if questions > MOST_QUESTIONS:
        yield ("nodes",), f"{questions} questions", f"up to {MOST_QUESTIONS}, or two charts"
    if flow.plan.levels > GOOD_LEVELS:
        yield (
            ("nodes",),
            f"{flow.plan.levels} levels",
            f"up to {GOOD_LEVELS}; ask the question that decides more earlier",
        )
    for name, node in flow.nodes.items():
        yield from _about(name, node)


def _about(name: str, node: Node) -> Iterator[tuple[Loc, str, str]]:
    loc = ("nodes", name)
    yield from _long(node.texts, loc)
    for place, answer in enumerate(node.answers):
        yield from _long(answer.texts, (*loc, "answers", place))
    if len(node.answers) > MOST_ANSWERS:
        yield (*loc, "answers"), f"{len(node.answers)} answers", f"up to {MOST_ANSWERS}"
    if not node.answers and node.link is None:
        yield loc, "an outcome without link", "the section, procedure or message that carries it out"


def _long(text: Mapping[Locale, str], loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    for locale, language in LANGUAGES.items():
        most = language.longest
        if len(text[locale]) > most:
            yield (*loc, locale), f"{len(text[locale])} characters ({locale})", f"up to {most}"
