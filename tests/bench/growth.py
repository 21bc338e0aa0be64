"""What a search costs with one, three and ten times today's entries: bytes to the first result and in all, time a key.

``python -m tests.bench.growth [folder of a built site]``; without a folder the site is built first.
Copies compress better than new words would, so the sizes of many are the least that they could be.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import brotli
from playwright.sync_api import Browser
from tests.bench._stage import ROOT, stage
from tests.search.harness import ask, start
from tests.search.searches import written

from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.load import load_site
from helpsite.messages.model import EXAMPLE_HOST
from helpsite.search.build import build_index
from helpsite.search.collect import entries
from helpsite.search.entries import Entry

TIMES = (1, 3, 10)
MOST_BYTES = 45_000
"""What may be fetched until a search has its first result, scripts included, compressed."""
SCRIPTS = re.compile(r"assets/js/search/\w+\.\w+\.js$")
LATE = 0.95
"""The share of keys that are answered within the printed time."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print a line a language and size, and from which size on a first result costs too much."""
    problems = Problems()
    site = load_site(ROOT / "docs", ROOT / "mkdocs.yml", problems)
    problems.raise_if_any()
    firsts: dict[str, list[int]] = {locale: [] for locale in LOCALES}
    with stage(arguments) as (served, browser):
        scripts = sum(_size(file) for file in served.folder.rglob("*.js") if SCRIPTS.search(file.as_posix()))
        for times in TIMES:
            files = build_index(_many(entries(site), times), site.vocabulary, EXAMPLE_HOST)
            for file, content in files.items():
                (served.folder / file).write_bytes(content)
            for locale, sizes in firsts.items():
                of_locale = [len(brotli.compress(text)) for file, text in files.items() if f"/{locale}." in file]
                sizes.append(scripts + len(brotli.compress(files[f"search/{locale}.json"])))
                print(
                    f"growth: {locale} {times:2} ×: {sizes[-1] / 1000:6.1f} kB to the first result,"
                    f" {(scripts + sum(of_locale)) / 1000:6.1f} kB in all, {_late(browser, served.url, locale):6.1f} ms a key"
                )
    for locale, sizes in firsts.items():
        each = (sizes[-1] - sizes[0]) / (TIMES[-1] - TIMES[0])
        print(f"growth: {locale}: over {MOST_BYTES / 1000:.0f} kB from {1 + (MOST_BYTES - sizes[0]) / each:.1f} × on")


def _many(known: Sequence[Entry], times: int) -> Iterator[Entry]:
    """Each entry so many times; its copies have their own address, and words that tell them apart."""
    for entry in known:
        for number in range(times):
            mark = f" {number}" if number else ""
            wordings = tuple(wording._replace(text=wording.text + mark) for wording in entry.wordings)
            phrases = tuple(phrase + mark for phrase in entry.phrases)
            address = f"{number}/{entry.address}" if number else entry.address
            yield replace(entry, address=address, title=entry.title + mark, wordings=wordings, phrases=phrases)


def _late(browser: Browser, site: str, locale: str) -> float:
    """Within how many milliseconds the worker answers nearly all keys of the written searches."""
    texts = [search.text for search in written() if search.locale == locale]
    page = browser.new_page()
    start(page, site, locale)
    answers = ask(page, [text[:length] for text in texts for length in range(1, len(text) + 1)])
    page.close()
    return sorted(answer.ms for answer in answers)[int(len(answers) * LATE)]


def _size(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


if __name__ == "__main__":
    main(sys.argv[1:])
