"""The file of the areas: what its writer is told, and the cards that are drawn from it."""

from __future__ import annotations

import pytest
from tests.sample import Sample

from helpsite.areas import render_areas

FILE = "data/areas.yml"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            "page: topic.md",
            "page: topics.md",
            '2: no page "topics.md"; expected an existing page (did you mean "topic.md"?)',
        ),
        ("icon: sign-in", "icon: sing-in", '3: no picture "sing-in"; expected a file in overrides/components/icons'),
        (
            "to: contact.md\ndoor",
            "to: contcat.md\ndoor",
            '11: no page "contcat.md"; expected an existing page (did you mean "contact.md"?)',
        ),
        (
            "to: contact.md\ndoor",
            "to: contact.md#letter-shut\ndoor",
            '11: "contact.md#letter-shut" for a whole area; expected `when`: for whom the letter is',
        ),
        (
            "to: contact.md\ndoor",
            "to: about.md\ndoor",
            '10: no way from "topic.md" to customer service (topic.md → about.md); expected a way on that ends at contact.md',
        ),
    ],
)
def test_faults(old: str, new: str, wanted: str, sample: Sample) -> None:
    sample.change(FILE, old, new)
    assert sample.faults() == [f"docs/{FILE}:{wanted}"]


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        ("door.md", "```messages\ndoor\n```", "", "no page"),
        ("topic.md", "```messages\n", "```messages\ndoor\n```\n\n```messages\n", "door.md and topic.md"),
    ],
)
def test_an_area_stands_on_its_topic_page(name: str, old: str, new: str, where: str, sample: Sample) -> None:
    sample.change_twins(name, old, new)
    told = f'the messages of "door" on {where}; expected door.md alone, its topic page, to show them'
    assert sample.faults() == [f"docs/{FILE}:12: {told}"]


def test_the_cards(sample: Sample) -> None:
    site, _ = sample.load()
    html = render_areas(site.areas, site.context("en", "index.md"))
    assert html.startswith(
        '<ul class="situations">\n<li><a class="situations__card" href="topic/"><span class="situations__icon"><svg'
    )
    assert (
        """</span>
<span class="situations__title">A sample area</span>
<span class="situations__hint">What the sample&#39;s card says</span></a></li>
<li><a class="situations__card" href="door/">"""
        in html
    )
