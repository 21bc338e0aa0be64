"""How well and how fast the site's search finds, beside Material's own search over the same pages in the same run.

``python -m tests.bench.search [folder of a built site]``; without a folder the site is built first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material  # type: ignore[import-untyped]
from bs4 import BeautifulSoup, Tag
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from playwright.sync_api import Page
from tests.bench._stage import stage
from tests.search.harness import Answer, Search, ask, judge, rank, score, start
from tests.search.searches import unseen, variants, wordings, written
from tests.search.served import Served

THEME = Path(material.__file__).parent / "templates"
STOCK = {
    "lang": ["ja", "en"],
    "separator": r"[\s\-　、。，．]+",
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
}
STOCK_WORKER = """async (script) => {
    const worker = new Worker(script);
    const next = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data); });
    const index = await (await fetch("index.json")).json();
    worker.postMessage({ type: 0, data: { ...index, options: { suggest: false } } });
    await next();
    window.ask = async (text) => {
        const started = performance.now();
        worker.postMessage({ type: 2, data: text });
        const { data } = await next();
        const wait = performance.now() - started;
        return { hits: data.items.map((group) => group[0].location), weak: false, ms: wait, wait };
    };
}"""
Judged = Sequence[tuple[Search, Answer]]


def main(arguments: Sequence[str] = ()) -> None:
    """Print the tables."""
    with stage(arguments) as (served, browser):
        write_stock(served.folder.parent)
        page = browser.new_page()
        _print_recall(page, served)
        _print_speed(page, served)


def write_stock(root: Path) -> None:
    """Material's search as it comes: one index of both languages, made by its own plugin of the same pages."""
    index = SearchIndex(**STOCK)
    site = root / "help"
    for file in sorted(site.rglob("index.html")):
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
        article, title = soup.find("article"), soup.find("h1")
        if not isinstance(article, Tag) or title is None:
            continue
        url = file.parent.relative_to(site).as_posix().removeprefix(".")
        content = article.decode_contents()
        page = SimpleNamespace(meta={}, content=content, toc=[], url=f"{url}/" if url else "", title=title.get_text())
        index.add_entry_from_context(page)
    (root / "stock").mkdir()
    (root / "stock" / "index.json").write_text(index.generate_search_index(None), encoding="utf-8")
    (root / "stock" / "index.html").write_text("<!doctype html><title>Stock</title>", encoding="utf-8")
    (root / "stock" / "assets").symlink_to(THEME / "assets")


def _stock(page: Page, served: Served) -> Callable[[Sequence[Search]], Judged]:
    """Material's worker, asked as ours is; a result counts when it is in the reader's language."""
    page.goto(served.url.replace("/help/", "/stock/"))
    worker = next((THEME / "assets" / "javascripts" / "workers").glob("search.*.js"))
    page.evaluate(STOCK_WORKER, f"assets/javascripts/workers/{worker.name}")

    def answers(searches: Sequence[Search]) -> Judged:
        texts = [search.text for search in searches]
        script = "async (texts) => { const all = []; for (const text of texts) all.push(await ask(text)); return all; }"
        rows: list[dict[str, Any]] = page.evaluate(script, texts)
        return [(search, _in_language(search, Answer(**row))) for search, row in zip(searches, rows, strict=True)]

    return answers


def _in_language(search: Search, answer: Answer) -> Answer:
    """Addresses below the language's root; those of other languages stay, as wrong ones."""
    prefix = "" if search.locale == "ja" else f"{search.locale}/"
    hits = [hit.removeprefix(prefix) if hit.startswith(prefix) else f"../{hit}" for hit in answer.hits]
    return Answer(hits, answer.weak, answer.ms, answer.wait)


def _print_recall(page: Page, served: Served) -> None:
    sets = {
        "written": written(),
        "once unseen": unseen(),
        "wordings": wordings(),
        "written, spoilt": list(variants(written())),
        "wordings, spoilt": list(variants(wordings())),
    }
    print(f"{'searches':42} {'number':>6}   {'recall@1':>8} {'@3':>5} {'MRR':>5}   {'Material @1':>11} {'@3':>5}")
    ours = {name: judge(page, served.url, searches) for name, searches in sets.items()}
    stock = _stock(page, served)
    theirs = {name: stock(searches) for name, searches in sets.items()}
    for name, searches in sets.items():
        _print_row(name, ours[name], theirs[name])
        for locale in ("ja", "en"):
            for kind in dict.fromkeys(search.kind for search in searches):
                both = [[row for row in rows if _is(row[0], locale, kind)] for rows in (ours[name], theirs[name])]
                if both[0]:
                    _print_row(f"  {locale} {kind}", *both)
    for search, answer in ours["written"]:
        if rank(search, answer.hits) != 1:
            print(f"not first: {search.text} ({search.locale}) → {search.answers}; found {answer.hits[:3]}")


def _is(search: Search, locale: str, kind: str) -> bool:
    return search.locale == locale and search.kind == kind


def _print_row(name: str, ours: Judged, theirs: Judged) -> None:
    mine, other = score(ours), score(theirs)
    figures = (
        f"{mine.recall(1):8.3f} {mine.recall(3):5.3f} {mine.mrr:5.3f}   {other.recall(1):11.3f} {other.recall(3):5.3f}"
    )
    print(f"{name:42} {len(ours):6}   {figures}")


def _print_speed(page: Page, served: Served) -> None:
    """Every key of every written search, in the worker and until the page has the answer."""
    print()
    for locale in ("ja", "en"):
        texts = [search.text for search in written() if search.locale == locale]
        keys = [text[:length] for text in texts for length in range(1, len(text) + 1)]
        start(page, served.url, locale)
        answers = ask(page, keys)
        stock = _stock(page, served)([Search(key, locale, "") for key in keys])
        rows = {
            "in the worker": [answer.ms for answer in answers],
            "until answered": [answer.wait for answer in answers],
            "Material, until answered": [answer.wait for _, answer in stock],
        }
        for name, times in rows.items():
            ordered = sorted(times)
            median, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
            print(f"{locale} ms a key, {name:26} median {median:6.2f}   p95 {late:6.2f}   ({len(keys)} keys)")


if __name__ == "__main__":
    main(sys.argv[1:])
