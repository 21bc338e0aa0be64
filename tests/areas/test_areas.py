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
            '2: no page "topics.md" (en); expected an existing page (did you mean "topic.md"?)',
        ),
        ("icon: sign-in", "icon: sing-in", '3: no picture "sing-in"; expected a file in overrides/components/icons'),
        (
            "to: contact.md",
            "to: contcat.md",
            '11: no page "contcat.md" (en); expected an existing page (did you mean "contact.md"?)',
        ),
    ],
)
def test_faults(old: str, new: str, wanted: str, sample: Sample) -> None:
    sample.change(FILE, old, new)
    assert f"docs/{FILE}:{wanted}" in sample.faults()


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
