"""What a writer of interface words is told."""

from __future__ import annotations

import pytest
from tests.sample import Sample


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("\nhonest:", "\nhonests:", 'no word "honest"'),
        ("\nhonest:", "\nhonests:", 'the word "honests", which nothing uses'),
        ("{n}", "{m}", "{n} once"),
    ],
)
def test_words_that_are_missing_unused_or_lack_a_place(sample: Sample, old: str, new: str, found: str) -> None:
    sample.change("data/ui/screen.yml", old, new)
    assert any(fault.startswith("docs/data/ui/screen.yml:") and found in fault for fault in sample.faults())


def test_a_missing_file_of_words(sample: Sample) -> None:
    sample.path("data/ui/screen.yml").unlink()
    assert any(fault.startswith("docs/data/ui/screen.yml:1: the file cannot be read") for fault in sample.faults())
