"""What a drawn page may hold, whatever its source was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from helpsite.citations import Hosts, host_of
from helpsite.pages.extensions import PLAIN
from helpsite.pages.spans import SpanExtension
from helpsite.publishing.built import Built, PublishingError
from helpsite.publishing.drawn import check_drawn, faults

HOSTS = Hosts(("aliexpress.com",), ())


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<iframe></iframe>", "the element <iframe>"),
        ('<img src="https://evil.example/x.png">', 'the address "https://evil.example/x.png"'),
        ('<p onclick="x()">', "the attribute onclick"),
        ('<p style="top:0">', "the attribute style"),
        ('<a href="javascript:x()">', 'the address "javascript:x()"'),
        ('<a href=" java\nscript:x()">', 'the address " java\nscript:x()"'),
        ('<a href="//evil.example/">', 'the address "//evil.example/"'),
        ('<a href="https://evil.example\\@aliexpress.com/">', 'the address "https://evil.example\\@aliexpress.com/"'),
        ('<a href="https://aliexpress.com@evil.example/">', 'the address "https://aliexpress.com@evil.example/"'),
        ('<p id="site-words"></p><template id="site-words"></template>', 'the id "site-words" twice'),
        ("<p>\x02wzxhzdk:0\x03</p>", "a placeholder of Markdown"),
        ('<input name="q">', "a field with a name, whose value a browser without script would send"),
        ('<svg viewbox="0 0 9 9"></svg>', "a picture that fills the window where styles do not arrive"),
    ],
)
def test_what_the_site_does_not_know(html: str, found: str) -> None:
    assert found in [what for what, _ in faults(html, HOSTS, "https://help.example/")]


def test_what_it_knows() -> None:
    html = (
        '<p id="a"><a href="https://www.aliexpress.com/">x</a> <a href="../b/#c" data-official>y</a> '
        '<a href="https://help.example/en/">z</a> <a href="mailto:a@b.example">m</a> <q lang="en">w</q></p>'
    )
    assert list(faults(html, HOSTS, "https://help.example/")) == []


@pytest.mark.parametrize(("page", "source"), [("a/index.html", "ja/a.md"), ("en/a/index.html", "en/a.md")])
def test_the_place_in_the_source_is_told(built: Callable[..., Built], tmp_path: Path, page: str, source: str) -> None:
    docs = tmp_path / "docs"
    for locale in ("ja", "en"):
        (docs / locale).mkdir(parents=True)
        (docs / locale / "a.md").write_text("---\n---\n# a\n\n[a](x){ onclick=y }\n", encoding="utf-8")
    site = built({page: ("", '<p onclick="y">')})
    with pytest.raises(PublishingError, match=rf"^docs/{source}:5: the attribute onclick; "):
        check_drawn(site, docs, HOSTS)


@pytest.mark.parametrize(
    "text", ["<script>a</script>", "\\<script>a", "a <b>b</b>", "語\n:   b\n\n    <script>a</script>\n", "<div>\n\na"]
)
def test_html_in_markdown_is_drawn_as_words(text: str) -> None:
    html = Markdown(extensions=[*PLAIN, SpanExtension()]).convert(text)
    assert not {"<script", "<b>", "<div"} & {tag for tag in ("<script", "<b>", "<div") if tag in html}
    assert "&lt;" in html


def test_words_of_another_language_are_marked() -> None:
    html = Markdown(extensions=[*PLAIN, SpanExtension()]).convert('a <span lang="en">*b*</span>')
    assert html == '<p>a <span lang="en"><em>b</em></span></p>'


@pytest.mark.parametrize("url", ["https://evil.example\\@aliexpress.com/", "https://a@aliexpress.com/", "https://a b/"])
def test_an_address_that_browsers_read_otherwise_has_no_host(url: str) -> None:
    assert host_of(url) == ""
