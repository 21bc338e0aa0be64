"""Procedures as HTML and as the search has them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.procedures.conftest import draw

from helpsite.drawing import PageDrawing
from helpsite.procedures.texts import procedure_texts
from helpsite.site import Site

HERE = Path(__file__).parent


def test_the_whole_html(site: Site) -> None:
    drawn = re.sub(r"<template.*</template>|<figure.*?</figure>", "", draw(site, "get-in"), flags=re.DOTALL)
    assert drawn == (HERE / "whole-procedure.html").read_text(encoding="utf-8")


def test_numbers_of_two_digits_are_seen(site: Site) -> None:
    html = draw(site, "get-in")
    assert '<span class="mark" data-mark="12"><span class="visually-hidden">mark </span>12</span>' in html
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert re.findall(r'class="mark"><span class="visually-hidden">mark </span>(\d+)', figure) == [
        str(n) for n in range(1, 13)
    ]


def test_japanese_has_no_spaces_around_marks_and_wordings(site: Site) -> None:
    html = draw(site, "get-in", "ja")
    assert "画面の<span" in html
    assert "</span>を押します。" in html


def test_the_search_has_each_part_in_words(site: Site) -> None:
    pc, phone, app = procedure_texts(PageDrawing(site, site.context("en", "guide.md")).procedures(told=True), "get-in")
    assert (pc.anchor, pc.title) == ("get-in-pc", "Get in (Computer)")
    assert pc.sentences[:6] == (
        "It takes half a day.",
        "Have your key ready.",
        "Fill in mark 1 to mark 11.",
        "Take your time. A second paragraph.",
        "The fields are full.",
        "first screen.",
    )
    assert "Press “Continue” (続ける)." in pc.sentences
    assert phone.sentences[1:] == (
        "Have your key ready.",
        "The steps are the same as for “Computer”.",
        "Hold the phone sideways.",
    )
    assert app.text.endswith("Open the app. Wait for the fish.")
