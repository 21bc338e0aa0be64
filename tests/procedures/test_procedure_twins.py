"""The procedures of twin pages are compared; anchors have titles; the search gets sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpsite.ground.problems import Problems
from helpsite.procedures import compare_procedures, procedure_anchors, procedure_texts, unmentioned_marks

if TYPE_CHECKING:
    from tests.procedures.conftest import Tables

JAPANESE = """\
//// procedure | ログインする
    attrs: {id: get-in}

/// part | pc

1.  メールを {1} に入力します。
    急ぎません。

    /// screen | first
    ///

2.  [[continue]] {2} を押します。

    /// see
    [次の画面](next.md#x)が出ます
    ///

///

/// part | phone
    same: pc
///

////
"""
ENGLISH = """\
//// procedure | Get in
    attrs: {id: get-in}

/// part | pc

1.  Type your **mail** into {1}.

    /// screen | first
    ///

2.  Press [[continue]] {2}.

    /// see
    The [next page](next.md#x) appears
    ///

///

/// part | phone
    same: pc
///

////
"""


def compare(tables: Tables, first: str, second: str) -> list[str]:
    problems = Problems()
    compare_procedures(tables.check(first, "ja")[1], tables.check(second)[1], problems)
    return [str(problem).removeprefix("page.md:") for problem in problems]


def test_twins_are_equal(tables: Tables) -> None:
    assert compare(tables, JAPANESE, ENGLISH) == []


def test_a_procedure_in_one_language(tables: Tables) -> None:
    found = ['1: the twin page has no procedure "get-in"; the same in both']
    assert compare(tables, JAPANESE, "") == found
    assert compare(tables, "", ENGLISH) == found


def test_other_parts_steps_and_contents(tables: Tables) -> None:
    other = ENGLISH.replace("part | phone", "part | app")
    assert compare(tables, JAPANESE, other) == ["1: get-in: the parts pc, app; as on the twin page: pc, phone"]
    other = ENGLISH.replace("2.  Press", "2.  Wait.\n\n3.  Press")
    assert compare(tables, JAPANESE, other) == ["4: get-in, pc: 3 steps; as many as on the twin page (2)"]
    other = ENGLISH.replace("    same: pc\n", "\n1.  Go.\n\n")
    assert compare(tables, JAPANESE, other) == [
        "19: get-in, phone: 1 steps; as many as on the twin page (0)",
        "19: get-in, phone: steps of its own; as on the twin page: same: pc",
    ]
    other = ENGLISH.replace(" {2}", "")
    assert compare(tables, JAPANESE, other) == [
        "11: get-in, pc, step 2: see; as on the twin page: marks {2}, see",
    ]


def test_another_order(tables: Tables) -> None:
    second = ENGLISH.replace("get-in", "get-out")
    assert compare(tables, JAPANESE + "\n" + second, second + "\n" + ENGLISH) == [
        "1: procedures in another order; the order of the twin page: get-in, get-out",
    ]


def test_every_anchor_has_a_title(tables: Tables) -> None:
    (source,) = tables.check(JAPANESE, "ja")[1]
    assert procedure_anchors(source) == {
        "get-in": "ログインする",
        "get-in-pc": "ログインする · パソコンのブラウザー",
        "get-in-pc-1": "ログインする · パソコンのブラウザー · 1",
        "get-in-pc-2": "ログインする · パソコンのブラウザー · 2",
        "get-in-phone": "ログインする · スマホのブラウザー",
    }


def test_the_search_gets_sentences_that_read_well(tables: Tables) -> None:
    (source,) = tables.check(JAPANESE, "ja")[1]
    texts = procedure_texts(source, tables.screens, tables.wordings, tables.context("ja").words)
    assert [(text.anchor, text.title, text.sentences) for text in texts] == [
        (
            "get-in-pc",
            "ログインする（パソコンのブラウザー）",
            (
                "メールを図の1に入力します。急ぎません。",
                "最初の画面。",
                "入力欄：メールの欄。",
                "ボタン：「続ける」（Continue）。",
                "「続ける」（Continue）を押します。",
                "次の画面が出ます。",
            ),
        ),
        ("get-in-phone", "ログインする（スマホのブラウザー）", ("手順は「パソコンのブラウザー」と同じです。",)),
    ]


def test_a_single_part_is_found_under_the_procedure(tables: Tables) -> None:
    text = ENGLISH[: ENGLISH.index("/// part | phone")] + "////\n"
    (source,) = tables.check(text)[1]
    (found,) = procedure_texts(source, tables.screens, tables.wordings, tables.context("en").words)
    assert (found.anchor, found.title) == ("get-in", "Get in")
    assert found.text == (
        "Type your mail into mark 1. first screen. Field: mail field. Button: “Continue” (続ける). "
        "Press “Continue” (続ける). The next page appears."
    )


def test_a_mark_that_no_step_mentions(tables: Tables) -> None:
    _, sources = tables.check(ENGLISH.replace(" {2}", ""))
    problems = Problems(tables.screens["first"].path.parents[1])
    unmentioned_marks(sources, tables.screens, problems)
    assert [str(problem) for problem in problems] == [
        "screens/first.yml:8: mark 2 of first is mentioned by no step; a step that says {2}, or no number there",
    ]
