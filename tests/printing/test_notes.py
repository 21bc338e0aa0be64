"""The pieces that are only on paper: notes, QR codes, head and box."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.printing import Note, Targets, note_links, print_box, print_head, qr_code, with_notes

DATA = Path(__file__).parents[2] / "docs" / "data"


@pytest.fixture(scope="module")
def page() -> PageContext:
    anchors = Anchors()
    for name, anchor, title in (
        ("index.md", "", "Home"),
        ("sign-in.md", "", "Can't sign in"),
        ("sign-in.md", "chart", "Find your problem"),
        ("errors/a.md", "", "Message A"),
        ("errors/a.md", "now", "What to do now"),
    ):
        anchors.add("en", name, anchor, title)
    return PageContext("en", "errors/a.md", anchors, words_in(load_words(DATA / "ui", Problems()), "en"))


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("https://a.example/x?y=1#z", Note(("https://a.example/x?y=1#z",), is_address=True)),
        ("mailto:a@b.example", Note(("a@b.example",), is_address=True)),
        ("../../sign-in/", Note(("Can't sign in",))),
        ("../../sign-in/#chart", Note(("Can't sign in", "Find your problem"))),
        ("../../sign-in/?q=1#unknown", Note(("Can't sign in",))),
        ("../../", Note(("Home",))),
        ("#now", None),
        ("#a-step", None),
        ("../../assets/a.pdf", None),
    ],
)
def test_where_a_link_leads(page: PageContext, href: str, wanted: Note | None) -> None:
    assert Targets("en", page.anchors).note(href, page.page) == wanted


def test_each_target_once_and_nothing_that_the_text_says(page: PageContext) -> None:
    html = (
        '<p>See <a href="../../sign-in/#chart">the chart</a>, <a class="x"\n href="https://a.example/">there</a>,'
        ' <a href="../../sign-in/">Can&#39;t sign\u200b in</a>, <a href="../../sign-in/#chart">again</a>,'
        ' <a href="#now">below</a>, <a href="https://a.example/b">a.example: https://a.example/b</a>.</p>'
        '<p class="terms__more"><a href="https://no.example">no</a></p><a class="flow-mark" href="#now">1</a>'
    )
    assert with_notes(html, page) == (
        '<p>See <a data-note="1" href="../../sign-in/#chart">the chart</a>, <a data-note="2" class="x"\n'
        ' href="https://a.example/">there</a>,'
        ' <a href="../../sign-in/">Can&#39;t sign\u200b in</a>, <a data-note="1" href="../../sign-in/#chart">again</a>,'
        ' <a href="#now">below</a>, <a href="https://a.example/b">a.example: https://a.example/b</a>.</p>'
        '<p class="terms__more"><a href="https://no.example">no</a></p><a class="flow-mark" href="#now">1</a>'
        """<div class="print-notes">
<p class="print-notes__title">Where the links lead</p>
<ol>
<li data-number="1">Can&#39;t sign in › Find your problem</li>
<li data-number="2" data-address>https://a.example/</li>
</ol>
</div>"""
    )


def test_a_page_without_links_has_no_list(page: PageContext) -> None:
    assert with_notes("<p>No links.</p>", page) == "<p>No links.</p>"


@given(st.text(alphabet="<>a=\"' href/&;!-\n日", max_size=60))
def test_any_text_stays_as_it_is_but_for_the_numbers(html: str) -> None:
    numbered, _ = note_links(html, lambda href: Note((f"to {href}",)))
    while 'data-note="' in numbered:
        before, _, after = numbered.partition(' data-note="')
        numbered = before + after.partition('"')[2]
    assert numbered == html


@pytest.mark.parametrize("length", [1, 40, 120, 400])
def test_a_decoder_reads_the_code(length: int) -> None:
    address = "https://help.example/" + "x" * length
    assert [found.text for found in zxingcpp.read_barcodes(draw(qr_code(address)))] == [address]


def draw(svg: str) -> Image.Image:
    """The one path of the code as a picture, four dots a module: ``M x y h n`` and ``m x y h n`` are runs of dark."""
    size = int(svg.split('viewBox="0 0 ')[1].split(maxsplit=1)[0])
    picture = Image.new("L", (size + 8, size + 8), 255)
    path = svg.split(' d="')[1].split('"', maxsplit=1)[0]
    column, row = 0.0, 0.0
    for step in path.replace("M", "m").split("m")[1:]:
        move, _, run = step.partition("h")
        right, down = (float(part) for part in move.split())
        column, row = column + right, row + down
        for dot in range(int(run)):
            picture.putpixel((int(column) + dot + 4, int(row) + 4), 0)
        column += int(run)
    return picture.resize((picture.width * 4, picture.height * 4))


def test_the_head(page: PageContext) -> None:
    html = print_head(page, "https://help.example/a/?b&c", "A <b> title", "23 November 2026")
    code = str(qr_code("https://help.example/a/?b&c"))
    assert (
        html.replace(code, "CODE")
        == """<div class="print-head">
<div class="print-head__words">
<p class="print-head__site"><strong>AliExpress Sign-in First Aid</strong> <span class="print-head__unofficial">\
Unofficial</span></p>
<p class="print-head__title">A &lt;b&gt; title</p>
<p>Address: <span class="print-head__address">https://help.example/a/?b&amp;c</span></p>
<p class="print-head__days"><span>Last checked: 23 November 2026</span> <span>Printed on: <span \
class="print-head__today" data-print-today></span></span></p>
</div>
<div class="print-head__code" role="img" aria-label="QR code that opens this page">CODE</div>
</div>"""
    )


def test_the_box_is_for_pages_that_one_works_through(page: PageContext) -> None:
    assert (
        print_box(page)
        == """<div class="print-box">
<p class="print-box__title">Your notes</p>
<p class="print-box__row">What I tried</p>
<p class="print-box__row">What customer service said</p>
<p class="print-box__row print-box__row--short">Case number</p>
</div>"""
    )
    assert print_box(PageContext("en", "words.md", page.anchors, page.words)) == ""
