"""Charts that are too deep, very long, or no charts at all."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.flows.test_flow_errors import GOOD, faults


def test_a_chart_that_hangs_too_deep_is_refused() -> None:
    nodes = "".join(
        f"  q{n}:\n    ja: 問\n    en: Q\n    answers:\n"
        + "".join(f"      - ja: 答{m}\n        en: A{m}\n        to: {to}\n" for m, to in enumerate(ways(n)))
        for n in range(10)
    )
    leaves = "".join(
        f"  {side}{n}:\n    ja: 問\n    en: Q\n    answers:\n      'yes': end\n      'no': end\n"
        for n in range(10)
        for side in "ab"
    )
    text = f"title:\n  ja: 題\n  en: T\nstart: q0\nnodes:\n{nodes}{leaves}  end:\n    ja: 終\n    en: End\n"
    assert faults(text) == ['x.yml:110: "q8" hangs more than 8 levels deep; expected a flatter chart, or two charts']


def ways(n: int) -> list[str]:
    return [f"q{n + 1}" if n < 9 else "end", f"a{n}", f"b{n}"]


def test_a_long_chain_is_no_problem() -> None:
    nodes = "".join(
        f"  q{n}:\n    ja: 問\n    en: Q\n    answers:\n      'yes': q{n + 1}\n      'no': end\n" for n in range(3000)
    )
    last = "  q3000:\n    ja: 問\n    en: Q\n    answers:\n      'yes': other\n      'no': end\n"
    ends = "  end:\n    ja: 終\n    en: End\n  other:\n    ja: 終\n    en: End\n"
    assert faults(f"title:\n  ja: 題\n  en: T\nstart: q0\nnodes:\n{nodes}{last}{ends}") == []


ODD = st.sampled_from(
    ["", "null", "[]", "{}", "- a", "yes", '"\\ud800"', "&a [*a]", "!!python/none x", "? [x]", "<b>", "\t"]
)
PIECES = st.sampled_from(re.findall(r"[^\n]*\n|\w+", GOOD))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, ODD, st.text(max_size=8)), max_size=40).map("".join))
def test_no_text_gives_a_traceback(text: str) -> None:
    for line in faults(text):
        assert re.match(r"x\.yml:\d+: .+; .+", line)
        assert "\n" not in line


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_broken_chart_gives_a_traceback(data: st.DataObject) -> None:
    lines = GOOD.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        key = lines[place].partition(":")[0]
        odd = st.tuples(st.just(f"{key}: "), ODD, st.just("\n")).map("".join)
        lines[place] = data.draw(st.one_of(st.just(""), odd, PIECES, st.text(max_size=12)))
    for line in faults("".join(lines)):
        assert re.match(r"x\.yml:\d+: .+; .+", line)
