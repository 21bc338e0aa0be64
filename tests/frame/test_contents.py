from __future__ import annotations

from helpsite.frame.contents import ContentsItem, contents


def test_headings_are_listed_by_level_and_procedures_by_their_section() -> None:
    text = """<h1 id="page">Page</h1><h2 id="steps">The
steps</h2><section class="procedure" id="reset"><h3 id="reset-title"><span>Re\u200bset</span></h3></section>
<section><h2 id="drawn">Drawn</h2><h3>No id</h3></section>"""
    assert contents(text) == [
        ContentsItem("The steps", "#steps", [ContentsItem("Re\u200bset", "#reset")]),
        ContentsItem("Drawn", "#drawn"),
    ]


def test_a_page_without_headings_lists_nothing() -> None:
    assert contents("<p>Text</p>") == []
