"""What each setting of the search's order is worth: the same searches with one setting at a time switched off.

``python -m tests.bench.tuning [folder of a built site]``; without a folder the site is built first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from playwright.sync_api import Page
from tests.bench._stage import stage
from tests.search.harness import Search, ask, rank, start
from tests.search.searches import CHATTER, NONSENSE, unseen, variants, wordings, written

OFF: dict[str, float] = {
    **{"text": 0, "shortness": 0, "heads": 0, "title": 0, "message": 1, "group": 1, "known": 1},
    **{
        "chatter": 1,
        "word": 0,
        "whole": 1,
        "exact": 1,
        "lifted": 0,
        "share": 0,
        "cover": 0,
        "weak": 1,
    },
}
"""The value at which a setting changes nothing."""
EVERY = 7
"""Of the wordings in chatter and of the spoilt searches, one of so many is asked."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print a row a setting."""
    spoilt = list(variants(written()))[::EVERY]
    frames = [(wording, frame) for wording in wordings() for frame in CHATTER[wording.locale]][::EVERY]
    chatter = [Search(frame.format(wording.text), wording.locale, wording.answers) for wording, frame in frames]
    sets = {"written": written(), "once unseen": unseen(), "spoilt": spoilt, "in chatter": chatter}
    with stage(arguments) as (served, browser):
        print(f"{'off':10}" + "".join(f"{f'{kind} @1':>15}{'@3':>7}" for kind in sets) + f"{'nonsense':>10}")
        for setting in ("nothing", *OFF):
            off = {} if setting == "nothing" else {setting: OFF[setting]}
            print(f"{setting:10}" + _row(browser.new_page(), served.url, sets, off))


def _row(page: Page, site: str, sets: dict[str, list[Search]], off: dict[str, float]) -> str:
    """Recall of each set, and how many searches without sense get a result, with the settings ``off`` changed."""
    ranks: dict[str, list[int]] = {name: [] for name in sets}
    nonsense = 0
    for locale in ("ja", "en"):
        start(page, site, locale, off)
        for name, searches in sets.items():
            mine = [search for search in searches if search.locale == locale]
            answers = ask(page, [search.text for search in mine])
            ranks[name] += [rank(search, answer.hits) for search, answer in zip(mine, answers, strict=True)]
        nonsense += sum(bool(answer.hits) and not answer.weak for answer in ask(page, NONSENSE[locale]))
    page.close()
    cells = [f"{_recall(row, 1):15.3f}{_recall(row, 3):7.3f}" for row in ranks.values()]
    return "".join(cells) + f"{nonsense:10}"


def _recall(ranks: Sequence[int], first: int) -> float:
    return sum(0 < place <= first for place in ranks) / len(ranks)


if __name__ == "__main__":
    main(sys.argv[1:])
