"""The pieces that are only on paper: titles behind links, QR codes, head and box."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from helpsite.ground.anchors import Anchors
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.printing.leads import Targets, insert, places
from helpsite.printing.qr import qr_code
from helpsite.printing.sheet import on_paper, print_box, print_head

DATA = Path(__file__).parents[2] / "docs" / "data"


@pytest.fixture(scope="module")
def page() -> PageContext:
    anchors = Anchors()
    for name, anchor, title in (
        ("index.md", "", "Home"),
        ("sign-in.md", "", "Can't sign in"),
        ("sign-in.md", "chart", "Find your problem"),
        ("no.md", "", "It says “No”"),
        ("errors/a.md", "", "Message A"),
        ("errors/a.md", "now", "What to do now"),
    ):
        anchors.add("en", name, anchor, title)
    return PageContext("en", "errors/a.md", anchors, words_in(load_words(DATA / "ui", Problems()), "en"))


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("../../sign-in/", ["Can't sign in"]),
        ("../../sign-in/#chart", ["Can't sign in", "Find your problem"]),
        ("../../sign-in/?q=1#unknown", ["Can't sign in"]),
        ("../../", ["Home"]),
        ("#now", ["What to do now"]),
        ("#a-step", []),
        ("../../assets/a.pdf", []),
    ],
)
def test_where_a_link_leads(page: PageContext, href: str, wanted: list[str]) -> None:
    assert Targets("en", page.anchors).titles(href, page.page) == wanted


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ('<a href="../../sign-in/#chart">find your <b>problem</b></a>', None),
        ('<a href="../../sign-in/#chart">the chart</a>', " (→ “Can&#39;t sign in”)"),
        ('<a class="x"\n href="https://a.example/">there</a>', " (https://a.example/)"),
        ('<a href="mailto:a@b.example">us</a>', " (a@b.example)"),
        ('<a href="../../sign-in/">Can&#39;t sign\u200b in</a>', None),
        ('<a href="#now">What to do</a>', None),
        ('<a href="../../no/">there</a>', " (→ “It says ‘No’”)"),
        ('<a href="https://a.example/b">a.example: https://a.example/b</a>', None),
        ('<a class="flow-mark" href="../../sign-in/">1</a>', None),
    ],
)
def test_a_link_is_followed_by_what_its_words_do_not_say(page: PageContext, link: str, leads: str | None) -> None:
    wanted = link if leads is None else link.replace("<a", f'<a data-leads="{leads}"')
    assert on_paper(f"<p>See {link}.</p>", page) == f"<p>See {wanted}.</p>"


def test_a_link_to_a_part_of_its_own_page_is_followed_by_its_title_where_that_is_not_on_the_sheet(
    page: PageContext,
) -> None:
    assert (
        on_paper('<a href="#now">below</a>', page)
        == '<a data-leads-alone=" (→ “What to do now”)" href="#now">below</a>'
    )


def test_links_in_what_is_not_printed_have_no_titles(page: PageContext) -> None:
    html = '<p class="terms__more"><a href="https://no.example">no</a></p>'
    assert on_paper(html, page) == html


@given(st.text(alphabet="<>a=\"' href/&;!-\n日", max_size=60))
def test_any_text_stays_as_it_is_but_for_what_is_added(html: str) -> None:
    assert insert(html, [(place.at, "☂") for place in places(html)]).replace("☂", "") == html


@pytest.mark.parametrize("length", [1, 40, 120, 400])
def test_a_decoder_reads_the_code(length: int) -> None:
    address = "https://help.example/" + "x" * length
    assert codes_in(qr_code(address)) == [address]


def codes_in(picture: str) -> list[str]:
    """What the codes of a picture say that is its own address."""
    drawn = Image.open(io.BytesIO(base64.b64decode(picture.partition(",")[2]))).convert("L")
    return [found.text for found in zxingcpp.read_barcodes(ImageOps.expand(drawn, border=16, fill=255))]


def test_the_head(page: PageContext) -> None:
    html = print_head(page, "https://help.example/a/?b&c", "A <b> title", "23 November 2026")
    code = qr_code("https://help.example/a/?b&c")
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
<img class="print-head__code" alt="QR code that opens this page" src="CODE">
</div>"""
    )


def test_the_box_is_for_pages_that_one_works_through(page: PageContext) -> None:
    assert (
        print_box(page)
        == """<div class="print-box">
<p class="print-box__row">What I tried</p>
<p class="print-box__row">What customer service said</p>
<p class="print-box__row">Case number</p>
</div>"""
    )
    assert print_box(PageContext("en", "words.md", page.anchors, page.words)) == ""
