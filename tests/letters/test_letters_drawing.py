"""A letter as HTML, whole, and the way to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.letters.test_letters_file import GOOD

from helpsite.ground.anchors import Anchors, Link
from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import Locale
from helpsite.ground.page_context import PageContext
from helpsite.ground.problems import Problems
from helpsite.letters import Letters, letter_link, load_letters, render_letter

DATA = Path(__file__).parents[2] / "docs" / "data"


def context(locale: Locale) -> PageContext:
    anchors = Anchors()
    for page, anchor in (("contact.md", ""), ("contact.md", "letters"), ("contact.md", "letter-lock"), ("a/b.md", "")):
        anchors.add(locale, page, anchor, anchor or page)
    return PageContext(locale, "a/b.md", anchors, words_in(load_words(DATA / "ui", Problems()), locale))


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    path = tmp_path / "letters.yml"
    path.write_text(GOOD, encoding="utf-8")
    problems = Problems(tmp_path)
    loaded = load_letters(path, problems)
    assert list(problems) == []
    return loaded


def test_an_english_reader_sees_the_letter_alone(letters: Letters) -> None:
    page = context("en")
    page.use("letters", "another")
    assert render_letter(letters, "lock", page) == (
        """<section class="letter" data-letter="lock" aria-label="Locked">
<p class="letter__when">Use it when you are locked out.</p>
<details class="letter__fill only-script"><summary>Fill in the letter here</summary>
<form class="letter__form" autocomplete="off" novalidate>
<p class="letter__private">What you type here never leaves this device. It is not stored unless you choose “Keep on \
this device”. <strong>Never write a password or a verification code.</strong></p>
<div class="letter__field">
<label for="letter-lock--day">Day</label>
<input id="letter-lock--day" data-field="day" type="date" data-kind="date" \
aria-describedby="letter-lock--day-example letter-lock--day-remark">
<p class="letter__example" id="letter-lock--day-example">Example: 2026-11-20</p>
<p class="letter__remark" id="letter-lock--day-remark" role="status"></p>
</div>
<p class="letter__keep"><label><input type="checkbox" data-keep data-failed="This browser could not keep it.">Keep on \
this device (for the next time you open this page)</label> <button class="tool-button" type="button" data-clear \
data-cleared="Deleted">Delete what I typed</button></p>
</form></details>
<div class="letter__texts">
<div class="letter__text letter__text--sent" role="group" aria-labelledby="letter-lock--sent">
<p class="letter__title" id="letter-lock--sent">The letter</p>
<div class="letter__paper" lang="en" translate="no" data-sent>
<p class="letter__subject">Subject: Locked</p>
<p>Dear customer service,</p>
<p>Since: <span class="letter__blank letter__blank--date" data-blank="day"><span class="letter__hint">[Day]</span>\
</span><span class="letter__value" data-value="day" translate="no" hidden></span></p>
</div>
</div>
</div>
<p class="letter__tools only-script"><button class="tool-button letter__copy" type="button" data-copy-letter \
data-copied="Subject and letter copied" data-with-blanks="Copied. Some places in [ ] are still empty.">Copy the \
letter</button></p>
<div class="letter__care">
<div>
<p class="letter__title" id="letter-lock--attach">What to attach</p>
<ul aria-labelledby="letter-lock--attach">
<li>A picture</li>
</ul>
</div>
<div>
<p class="letter__title" id="letter-lock--hide">What to hide</p>
<ul aria-labelledby="letter-lock--hide">
<li>Addresses</li>
</ul>
</div>
</div>
</section>"""
    )


def test_a_japanese_reader_sees_the_meaning_beside_it(letters: Letters) -> None:
    html = render_letter(letters, "lock", context("ja"))
    assert (
        """<div class="letter__paper letter__paper--meaning">
<p class="letter__subject">件名：ロック</p>
<p>ご担当者様</p>
<p>いつから：<span class="letter__blank letter__blank--date" data-blank="day"><span class="letter__hint">[起きた日]\
</span></span><span class="letter__value" data-value="day" translate="no" hidden></span></p>
</div>"""
        in html
    )
    assert html.count("<template data-remark=") == 5


def test_remarks_stand_on_a_page_once(letters: Letters) -> None:
    page = context("ja")
    assert "data-remark=" in render_letter(letters, "lock", page)
    assert "data-remark=" not in render_letter(letters, "lock", page)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("", "../../contact/#letter-lock"),
        ("50% & “so”\n#1", "../../contact/?message=50%25%20%26%20%E2%80%9Cso%E2%80%9D%0A%231#letter-lock"),
    ],
)
def test_the_link_of_a_message(letters: Letters, said: str, wanted: str) -> None:
    assert letter_link(letters, "lock", said, context("en")) == Link(wanted, "Locked")
