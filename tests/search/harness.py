"""Asking the search itself, without its box: many searches in one visit, with what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

START = """async ([index, script, settings]) => {
    const worker = new Worker(script, { type: "module" });
    let answered;
    window.ask = (find, id) => new Promise((done, fail) => {
        const started = performance.now();
        answered = (data) => {
            if (data.failed) fail(new Error(data.failed));
            else if (data.id === id && data.complete) done({ ...data, wait: performance.now() - started });
        };
        worker.postMessage({ find, id });
    });
    worker.addEventListener("message", ({ data }) => answered?.(data));
    worker.addEventListener("error", () => answered?.({ failed: "the worker does not start" }));
    worker.postMessage({ open: index, settings });
    await window.ask("", 0);
}"""
ASK = """async (texts) => {
    const found = [];
    for (const [at, text] of texts.entries()) {
        const { hits, weak, ms, wait } = await window.ask(text, at + 1);
        found.push({ hits: hits.map(({ address }) => address), weak, ms, wait });
    }
    return found;
}"""


@dataclass(frozen=True)
class Answer:
    """What one search found, as addresses below the language's root, best first, and how long it took (ms).

    ``weak``: nothing fits, these are only similar.
    """

    hits: list[str]
    weak: bool
    ms: float
    wait: float


@dataclass(frozen=True)
class Search:
    """A search and the right answers to it: ids of messages, or addresses of pages, which end with a slash."""

    text: str
    locale: str
    answers: str
    kind: str = ""

    @property
    def addresses(self) -> set[str]:
        return {name if "/" in name else f"errors/{name}/" for name in self.answers.split()}


@dataclass
class Score:
    """Recall and mean reciprocal rank of some searches."""

    ranks: list[int] = field(default_factory=list)

    def recall(self, first: int) -> float:
        return sum(0 < rank <= first for rank in self.ranks) / len(self.ranks)

    @property
    def mrr(self) -> float:
        return sum(1 / rank for rank in self.ranks if rank) / len(self.ranks)


def rank(search: Search, hits: Sequence[str]) -> int:
    """The place (from 1) of the first page with a right hit, whatever its anchor where none is asked; 0 without one."""
    pages = dict.fromkeys(address.partition("#")[0] for address in hits)
    right = {hit.partition("#")[0] for hit in hits if {hit, hit.partition("#")[0]} & search.addresses}
    return next((place for place, page in enumerate(pages, 1) if page in right), 0)


def start(page: Page, site: str, locale: str, settings: dict[str, float] | None = None) -> None:
    """Open a page of ``site`` and load the whole index of ``locale`` into a worker of its own."""
    page.goto(site + "errors/")
    worker = worker_address(page)
    page.evaluate(START, [f"{site}search/{locale}.json", worker, settings or {}])


def worker_address(page: Page) -> str:
    """The worker's address as the site publishes it: its name holds a fingerprint there."""
    address: str = page.evaluate(
        """async () => {
            const scripts = [...document.querySelectorAll("script[type=module]")].map(({ src }) => src);
            for (const script of scripts) {
                const named = (await (await fetch(script)).text()).match(/["'](\\.[\\w./]*box[\\w.]*\\.js)["']/);
                if (!named) continue;
                const box = new URL(named[1], script);
                const worker = (await (await fetch(box)).text()).match(/["'](\\.\\/worker[\\w.]*\\.js)["']/);
                return new URL(worker[1], box).href;
            }
        }"""
    )
    return address


def ask(page: Page, texts: Sequence[str]) -> list[Answer]:
    """The answers to ``texts``, one after the other."""
    rows: list[dict[str, Any]] = page.evaluate(ASK, list(texts))
    return [Answer(**row) for row in rows]


def judge(page: Page, site: str, searches: Sequence[Search]) -> list[tuple[Search, Answer]]:
    """Each search with its answer, in the language of each."""
    found: list[tuple[Search, Answer]] = []
    for locale in dict.fromkeys(search.locale for search in searches):
        start(page, site, locale)
        of_locale = [search for search in searches if search.locale == locale]
        found += zip(of_locale, ask(page, [search.text for search in of_locale]), strict=True)
    return found


def score(answers: Sequence[tuple[Search, Answer]]) -> Score:
    """How well ``answers`` do."""
    return Score([rank(search, answer.hits) for search, answer in answers])
