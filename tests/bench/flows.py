"""What charts cost: 200 charts in two languages, against the same words as plain Markdown lists."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from markdown import Markdown

from helpsite.flows.load import load_answers, parse_flow
from helpsite.flows.model import Flow
from helpsite.flows.render import render_flow
from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.ground.text import break_into_phrases

DATA = Path(__file__).parents[2] / "docs" / "data"
CHARTS = 200


def main() -> None:
    """Print the time a chart and its ratio to Markdown lists of the same words."""
    problems = Problems()
    shared = load_answers(DATA / "answers.yml", problems)
    files = sorted((DATA / "flows").glob("*.yml"))
    sources = [(files[n % len(files)], _changed(files[n % len(files)].read_text("utf-8"), n)) for n in range(CHARTS)]
    read = [parse_flow(text, path, shared, problems) for path, text in sources]
    problems.raise_if_any()
    flows = [flow for flow in read if flow]
    pages = {locale: _page(locale, flows) for locale in LOCALES}
    texts = [_as_list(flow, locale) for flow in flows for locale in LOCALES]

    def draw() -> None:
        break_into_phrases.cache_clear()
        for flow in flows:
            for page in pages.values():
                render_flow(flow, page, lambda _: ())

    def convert() -> None:
        for text in texts:
            Markdown().convert(text)

    def load() -> None:
        for path, text in sources:
            parse_flow(text, path, shared, problems)

    drawing, plain, loading = map(_seconds, (draw, convert, load))
    each = len(texts)
    print(
        f"charts: {CHARTS} charts × {len(LOCALES)} languages drawn in {drawing:.2f} s, {1000 * drawing / each:.2f} ms each"
    )
    print(f"charts: the same words as Markdown lists {1000 * plain / each:.2f} ms each, ratio {drawing / plain:.2f}")
    print(f"charts: reading and checking {1000 * loading / CHARTS:.2f} ms a chart")


def _changed(text: str, number: int) -> str:
    """The chart with other sentences, so that nothing is known from another chart."""
    return text.replace("？", f"{number}？").replace("。", f"{number}。")


def _page(locale: Locale, flows: Iterable[Flow]) -> PageContext:
    anchors = Anchors()
    for flow in flows:
        for node in flow.nodes.values():
            page, _, anchor = (node.link or "index.md").partition("#")
            anchors.add(locale, page, "", page)
            anchors.add(locale, page, anchor, f"{page} {anchor}")
    return PageContext(locale, "index.md", anchors, words_in(load_words(DATA / "ui", Problems()), locale))


def _as_list(flow: Flow, locale: Locale) -> str:
    """The words of ``flow`` as a Markdown list: questions, their answers, what these lead to."""
    lines = []
    for node in flow.nodes.values():
        lines.append(f"1.  {node.texts[locale]}")
        lines += [f"    -   {each.texts[locale]}: {flow.nodes[each.to].texts[locale]}" for each in node.answers]
        lines += [f"    [{node.link}]({node.link})"] if node.link else []
    return "\n".join(lines)


def _seconds(work: Callable[[], None], rounds: int = 3) -> float:
    """The best of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
