"""A message's page, drawn from an entry that has one of everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sample import Sample

from helpsite.ground.anchors import Link
from helpsite.messages.render import render_message
from helpsite.site import Site

WHOLE = Path(__file__).with_name("whole-message.html")
FILE = "data/messages/login.yml"
EVERYTHING = """\
  remedies:
    - use: reload
    - do:
        ja: 見本を使います。
        en: Sample it.
      cost:
        ja: 時間がかかります。
        en: It takes time.
      link: topic.md#second
    - use: get-in
      do:
        ja: 急いで中に入ります。
        en: Get in quickly.
    - do:
        ja: ここで待ちます。
        en: Wait here.
      link: errors/login-sample.md
  sign:
    ja: 枠が赤くなります。
    en: The box turns red.
  avoid:
    - ja: 続けて押さないでください。
      en: Don't press again and again.
  causes:
    - ja: 混雑
      en: A busy server
  otherwise:
    - to: topic.md
      when:
        ja: 急ぐとき
        en: If you are in a hurry
"""


@pytest.fixture
def site(sample: Sample) -> Site:
    sample.change(FILE, "  remedies:\n    - use: reload\n", EVERYTHING)
    sample.change(
        FILE,
        "    en:\n      - text: This",
        "    ko:\n      - {text: 견본, variant: older}\n    en:\n      - text: This",
    )
    sample.change(FILE, "urgency: calm", "urgency: soon")
    found, faults = sample.load()
    assert faults == []
    return found


def test_the_whole_page(site: Site) -> None:
    page = site.context("en", "errors/login-sample.md")
    html = render_message(site.catalogue, site.sources, lambda *_: Link("", ""), "login-sample", page)
    assert html + "\n" == WHOLE.read_text(encoding="utf-8")


def test_the_words_stand_in_title_and_description(site: Site) -> None:
    front = site.catalogue["login-sample"].front("ja")
    assert front.title == "見本のエラー"
    assert front.html_title == "見本のエラー | みほんです | This is a sample"
    assert front.description == "“みほんです” – “This is a sample” – 見本という意味です。"
