"""What a writer is told about a faulty procedure: exact words, exact lines, all at once."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.procedures.conftest import Checked, Tables

GOOD = """\
//// procedure | Get in
    attrs: {id: get-in}

/// part | pc

1.  Type it into {1}.

    /// screen | first
    ///

2.  Press [[continue]] {2}.

    /// see
    A page.
    ///

///

/// part | phone
    same: pc

Slowly.
///

////
"""


def test_a_good_page_has_no_faults_and_is_understood(tables: Tables) -> None:
    problems, (source,) = tables.check(GOOD, first_line=11)
    assert problems == []
    assert (source.id, source.title, source.line, source.locale) == ("get-in", "Get in", 11, "en")
    assert [(part.device, part.label, part.line, part.same, part.step_count) for part in source.parts] == [
        ("pc", "Computer browser", 14, None, 2),
        ("phone", "Phone browser", 29, "pc", 0),
    ]
    assert [step.line for step in source.parts[0].steps] == [16, 21]
    assert source.mentions == {("first", 1), ("first", 2)}


FAULTS = {
    "no parts": (
        "//// procedure | T\n    attrs: {id: t}\n\n////",
        ['1: "//// procedure" without parts; one part for each device'],
    ),
    "unknown device": (
        GOOD.replace("part | pc", "part | ps").replace("same: pc", "same: ps"),
        ['4: unknown device "ps"; a key of docs/data/devices.yml'],
    ),
    "no list": (
        GOOD.replace("    same: pc\n", ""),
        ["19: a part without steps (phone); one ordered list (1. …), or same: device"],
    ),
    "two lists": (
        GOOD.replace("2.  Press", "But:\n\n1.  Press").replace("{2}", "").replace("{1}", "it"),
        ["13: a second ordered list in one part (pc); one list; what stands between steps is indented by four spaces"],
    ),
    "bullets beside the steps": (
        GOOD.replace("Slowly.", "-   Slowly."),
        ["22: a list of bullets beside the steps; the bullets inside a step, four spaces further in"],
    ),
    "two parts for one device": (
        GOOD.replace("part | phone", "part | pc"),
        ['19: a second part for "pc" (first in line 4); one part for each device'],
    ),
    "no id": (
        GOOD.replace("    attrs: {id: get-in}\n", ""),
        ['1: "//// procedure" without an id; attrs: {id: small-letters} on the next line'],
    ),
    "wrong id": (
        GOOD.replace("get-in", "入る"),
        ['1: the id "入る"; expected lower-case ASCII words joined by single hyphens, as in reset-password'],
    ),
    "id twice": (
        GOOD + "\n" + GOOD,
        ['27: the id "get-in" a second time (first in line 1); an id of its own for each procedure'],
    ),
    "no title": (
        GOOD.replace("procedure | Get in", "procedure"),
        ['1: "//// procedure" without a title; //// procedure | title'],
    ),
    "unknown screen": (
        GOOD.replace("screen | first", "screen | frist"),
        ['8: unknown screen "frist"; a file of docs/data/screens/ (did you mean "first"?)'],
    ),
    "unknown wording": (
        GOOD.replace("[[continue]]", "[[contniue]]"),
        ['11: unknown wording "contniue"; a key of docs/data/wordings.yml (did you mean "continue"?)'],
    ),
    "a mark that the screen lacks": (
        GOOD.replace("{2}", "{3}"),
        ['11: no mark {3} on the screen "first"; one of its marks: {1}, {2}'],
    ),
    "a mark before the screen": (
        GOOD.replace("    /// screen | first\n    ///\n", ""),
        [
            "6: the mark {1} before any screen; a screen in this step or in one before it",
            "9: the mark {2} before any screen; a screen in this step or in one before it",
        ],
    ),
    "a mark outside a step": (
        GOOD.replace("Slowly.", "Slowly {1}."),
        ["22: the mark {1} outside a step; a mark stands in a step that has a screen"],
    ),
    "two screens in a step": (
        GOOD.replace(
            "    /// see\n    A page.\n    ///", "    /// screen | first\n    ///\n\n    /// screen | first\n    ///"
        ),
        ["16: a second screen in one step; one screen for a step"],
    ),
    "the same as nothing": (
        GOOD.replace("same: pc", "same: phone"),
        ['19: the same as "phone"; a part of this procedure that has steps'],
    ),
    "the same and steps": (
        GOOD.replace("Slowly.", "1.  Slowly."),
        ['22: steps in a part that is the same as another one (phone); "same", or steps, not both'],
    ),
    "see outside a step": (
        "//// procedure | T\n    attrs: {id: t}\n\n/// part | pc\n\n1.  Go.\n\n//// see\nA page.\n////\n\n///\n\n////",
        ['8: "//// see" outside a step; four spaces before it, below a step'],
    ),
    "a part by itself": (
        "/// part | pc\n\n1.  Go.\n\n///",
        ['1: "/// part" outside a procedure; a part stands in a procedure'],
    ),
    "not closed": (
        GOOD.replace("    ///\n\n2.", "\n2."),
        [
            '8: "/// screen" is not closed; "///" with as much indentation',
            '12: "/// see" right inside "/// screen", with as many slashes; '
            "more slashes around it, or four spaces before it inside a step",
        ],
    ),
    "closes nothing": ("Text.\n\n///", ['3: "///" closes no block; one end for each block']),
    "opens nothing": (
        "/// see this",
        ['1: slashes that open no block: "/// see this"; "/// name" or "/// name | title" is wanted'],
    ),
    "misspelled block": (
        GOOD.replace("/// see", "/// seee"),
        ['13: unknown block "/// seee"; a documented block (did you mean "see" or "screen"?)'],
    ),
    "as many slashes": (
        GOOD.replace("////", "///"),
        [
            '4: "/// part" right inside "/// procedure", with as many slashes; '
            "more slashes around it, or four spaces before it inside a step",
            '19: "/// part" right inside "/// procedure", with as many slashes; '
            "more slashes around it, or four spaces before it inside a step",
        ],
    ),
    "no blank line before": (
        GOOD.replace("{1}.\n\n", "{1}.\n"),
        ['7: "/// screen" right below another line; a blank line before it'],
    ),
    "no blank line after": (
        GOOD.replace("    ///\n\n2.", "    ///\n2."),
        ["10: text right below the end of a block; a blank line between them"],
    ),
    "text beside parts": (
        GOOD.replace("/// part | phone", "Hello.\n\n/// part | phone"),
        ["19: text in a procedure beside its parts; the text inside a part, or before it"],
    ),
    "steps that begin late": (
        GOOD.replace("1.  Type", "3.  Type"),
        ["6: steps that begin with 3; the first step is 1"],
    ),
    "unknown option": (
        GOOD.replace("same: pc", "smae: pc\n    same: pc"),
        ['20: unknown option "smae" of "/// part"; only the documented options (did you mean "same"?)'],
    ),
    "options that are no YAML": (
        GOOD.replace("attrs: {id: get-in}", "attrs: {id: get-in"),
        [
            '1: "//// procedure" without an id; attrs: {id: small-letters} on the next line',
            "2: not YAML: expected ',' or '}', but got '<stream end>'; block-style YAML is wanted",
        ],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(name: str, check: Callable[..., Checked]) -> None:
    text, wanted = FAULTS[name]
    assert check(text)[0] == wanted


def test_all_faults_of_a_page_are_told_at_once(check: Callable[..., Checked]) -> None:
    text = GOOD.replace("part | pc", "part | mac").replace("| first", "| last").replace("[[continue]]", "[[next]]")
    assert [problem.split(";")[0] for problem in check(text)[0]] == [
        '4: unknown device "mac"',
        '8: unknown screen "last"',
        '11: unknown wording "next"',
        '19: the same as "pc"',
    ]


def test_code_is_no_syntax(check: Callable[..., Checked]) -> None:
    text = dedent("""\
        ```text
        /// part | pc
        [[nothing]] {1}
        ```

        `[[nothing]]` and `{1}` and ``/// see``.
    """)
    assert check(text) == ([], [])
