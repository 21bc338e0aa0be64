"""The lists of messages: on a topic page, and the index."""

from __future__ import annotations

import pytest
from tests.sample import Sample

from helpsite.messages.render import render_area, render_index
from helpsite.site import Site

FILE = "data/messages/login.yml"


@pytest.fixture
def site(sample: Sample) -> Site:
    text = sample.path(FILE).read_text(encoding="utf-8").partition("\n- id")[0] + "\n"
    label = text.replace("login-sample", "login-label").replace("kind: error", "kind: screen")
    words = (("A sample error", "A button"), ("This is a sample", "Press"), ("みほんです", "おす"))
    for old, new in words:
        label = label.replace(old, new)
    sample.write(FILE, label + text)
    found, _ = sample.load()
    return found


def test_troubles_stand_before_labels(site: Site) -> None:
    assert render_area(site.catalogue, "login", site.context("en", "topic.md")) == (
        """<ul class="messages">
<li class="messages__item"><a class="messages__link" href="../errors/login-sample/">A sample error</a> \
<q class="messages__words" lang="en">This is a sample</q> <q class="messages__words" lang="ja">みほんです</q> \
<span class="messages__do">Reload.</span></li>
</ul>
<details class="messages__more"><summary>Ordinary screens and buttons</summary>
<ul class="messages messages--quiet">
<li class="messages__item"><a class="messages__link" href="../errors/login-label/">A button</a> \
<q class="messages__words" lang="en">Press</q> <q class="messages__words" lang="ja">おす</q></li>
</ul>
</details>
"""
    )


def test_what_the_browser_shows_is_a_list_of_its_own_to_which_one_can_link(sample: Sample) -> None:
    text = sample.path(FILE).read_text(encoding="utf-8").partition("\n- id")[0] + "\n"
    sample.write(FILE, text.replace("kind: error", "kind: browser"))
    site, _ = sample.load()
    html = render_area(site.catalogue, "login", site.context("en", "topic.md"))
    heading = "Errors that your browser shows"
    assert html.startswith(f'<h3 id="browser-errors">{heading}</h3>\n<ul class="messages">\n<li')
    assert site.anchors.of("en", "topic.md")["browser-errors"] == heading


def test_the_index_begins_with_the_areas(site: Site) -> None:
    html = render_index(site.catalogue, site.context("en", "errors/index.md"))
    assert html.index("<noscript>") < html.index('<a href="#login">') < html.index('<h2 id="login">')
