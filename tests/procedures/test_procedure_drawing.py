"""Procedures as HTML: one whole example, the details, and anything that somebody might type."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from helpsite.ground.locales import Locale
from helpsite.ground.page_context import rendering

if TYPE_CHECKING:
    from tests.procedures.conftest import Tables

PAGE = """\
//// procedure | Get in
    attrs: {id: get-in}

/// part | pc

First.

1.  Type it.

2.  Press [[continue]].

    /// see
    A page.
    ///

    /// if-not
    See [this](#x).
    ///

///

/// part | phone
    same: pc
///

////
"""
WHOLE = """\
<section aria-labelledby="get-in-name" class="procedure" data-page="reset.md" data-procedure="get-in" id="get-in">
<h3 id="get-in-title"><span id="get-in-name">Get in</span></h3>
<section class="part" data-device="pc" id="get-in-pc">
<h4 id="get-in-pc-title">Computer browser</h4>
<p>First.</p>
<ol class="steps">
<li id="get-in-pc-1"><span class="said step-of">Step 1 of 2: </span>
<p>Type it.</p>
</li>
<li id="get-in-pc-2"><span class="said step-of">Step 2 of 2: </span>
<p>Press <span class="wording" data-wording="continue" data-copied="Copied">“<span class="wording-says" lang="en" \
translate="no">Continue</span>” (<span class="wording-says wording-also" lang="ja" translate="no">続ける\
</span>)</span>.</p>
<div class="see">
<p class="step-label">You should now see</p>
<p>A page.</p>
</div>
<div class="if-not">
<p class="step-label">If that does not happen</p>
<p>See <a href="#x">this</a>.</p>
</div>
</li>
</ol>
</section>
<section class="part" data-device="phone" data-same="pc" id="get-in-phone">
<h4 id="get-in-phone-title">Phone browser</h4>
<p class="part-same">The steps are the same as for “<a \
href="#get-in-pc">Computer browser</a>”.</p>
</section>
<div class="procedure-tools">…</div></section>"""


class Balance(HTMLParser):
    """Whether every element of a fragment is closed in its place."""

    VOID = frozenset({"br", "hr", "img", "input", "wbr", "path", "col", "link", "meta"})

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(tag)


def faults(html: str) -> list[str]:
    """Elements that are closed wrongly or not at all, and ids that stand twice."""
    parser = Balance()
    parser.feed(html)
    parser.close()
    return [*parser.faults, *parser.stack, *{name for name in parser.ids if parser.ids.count(name) > 1}]


def without_tools(html: str) -> str:
    return re.sub(r'(<div class="procedure-tools">).*?</div>(?=</section>)', r"\1…</div>", html, flags=re.DOTALL)


def test_the_whole_html(tables: Tables) -> None:
    assert without_tools(tables.draw(PAGE)) == WHOLE


def test_the_tools_wait_in_templates(tables: Tables) -> None:
    tools = re.findall(r'<template data-tool="(\w+)">', tables.draw(PAGE))
    assert tools == ["tabs", "step", "foot"]


def test_the_table_of_contents_leads_to_the_procedure(tables: Tables) -> None:
    md = tables.markdown()
    with rendering(tables.context("en")):
        md.convert("## Steps { #steps }\n\n" + PAGE)
    (steps,) = md.toc_tokens  # type: ignore[attr-defined]
    assert [(child["id"], child["name"]) for child in steps["children"]] == [("get-in", "Get in")]


def test_a_screen_shows_the_marks_that_its_steps_mention(tables: Tables) -> None:
    screen = "\n\n    /// screen | first\n    ///\n"
    html = tables.draw(PAGE.replace("Type it.", "Type it into {1}." + screen))
    assert "Type it into<span" not in html
    assert 'into <span class="mark" data-mark="1"><span class="visually-hidden">mark </span>1</span>.' in html
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert re.findall(r'class="mark"><span class="visually-hidden">mark </span>(\d)', figure) == ["1"]


def test_the_same_screen_twice_makes_no_id_twice(tables: Tables) -> None:
    screen = "\n\n    /// screen | first\n    ///\n"
    html = tables.draw(PAGE.replace("it.", "it." + screen).replace("[[continue]].", "[[continue]]." + screen))
    assert html.count("<figure") == 2
    assert faults(html) == []


def test_japanese_has_no_spaces_around_marks_and_wordings(tables: Tables) -> None:
    html = tables.draw(PAGE.replace("Press [[continue]].", "画面の [[continue]] {2} を押します。"), "ja")
    assert re.search(r"画面の<span[^\n]*</span></span>を押します。|画面の<span[^\n]*</span>を押します。", html)
    assert "画面の <" not in html
    assert "> を" not in html


def test_what_is_wrong_stays_as_it_is_written(tables: Tables) -> None:
    for text in (
        "/// part | pc\n\n1.  A.\n\n///",
        "/// screen | none\n///",
        "//// procedure | T\n\n////",
        "[[none]]",
    ):
        assert text.split("\n")[0] in tables.draw(text)


PIECES = st.sampled_from(
    [
        "//// procedure | T\n    attrs: {id: a}\n",
        "//// procedure | T\n    attrs: {id: b}\n",
        "//// procedure | T\n",
        "////\n",
        "///\n",
        "/// part | pc\n",
        "/// part | phone\n    same: pc\n",
        "/// part | app\n    same: []\n",
        "/// screen | first\n///\n",
        "    /// screen | first\n    ///\n",
        "        /// screen | first\n        ///\n",
        "    /// see\n    A.\n    ///\n",
        "    /// if-not\n",
        "    ///\n",
        "1.  Do {1}.\n",
        "2.  Do [[continue]] {2}.\n",
        "1. [[[continue]]](x.md) `{1}`\n",
        "    more\n",
        "-   bullet {9}\n",
        "```\n/// part | pc\n",
        "```\n",
        "\n",
        "\n",
        "\n",
        "text [[none]] {1} {99} { #x }\n",
        '<section class="procedure">\n',
        "# H [[verify]]\n",
    ]
)
LOCALES: list[Locale] = ["ja", "en"]


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(LOCALES))
def test_no_page_gives_a_traceback(tables: Tables, text: str, locale: Locale) -> None:
    tables.check(text, locale)
    html = tables.draw(text, locale)
    if "<section class" not in text:
        assert faults(html) == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_gives_a_traceback(tables: Tables, text: str) -> None:
    tables.check(text)
    tables.check(PAGE.replace("First.", text))
    tables.draw(text)


STEP = st.sampled_from(
    [
        "Go.",
        "Go.\nOn.",
        "Go.\n\n    On.",
        "Go.\n\n    -   one\n    -   two",
        "Go.\n\n    1.  one\n    2.  two",
        "Go.\n\n    ```text\n    1.  no step\n    ```",
        "Go.\n\n    /// see\n    So.\n\n    And so.\n    ///",
        "Go.\n\n    /// screen | first\n    ///\n\n    So {1}.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=12), st.booleans(), st.booleans())
def test_the_check_and_the_drawing_see_the_same_steps(
    tables: Tables, steps: list[str], before: bool, after: bool
) -> None:
    lists = "\n\n".join(f"{number}.".ljust(4) + step for number, step in enumerate(steps, 1))
    beside = ["Before.\n\n" if before else "", "\n\nAfter." if after else ""]
    text = (
        f"//// procedure | T\n    attrs: {{id: t}}\n\n/// part | pc\n\n{beside[0]}{lists}{beside[1]}\n\n///\n\n////\n"
    )
    problems, (source,) = tables.check(text)
    assert problems == []
    html = tables.draw(text)
    assert faults(html) == []
    assert re.findall(r'<li id="(t-pc-\d+)">', html) == [f"t-pc-{n}" for n in range(1, len(steps) + 1)]
    assert source.parts[0].step_count == len(steps)
    assert html.count('<ol class="steps">') == 1
