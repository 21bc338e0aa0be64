"""Odd files in docs: each is told once, by its name, and nothing hangs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sample import Sample

from helpsite.ground.problems import ContentError
from helpsite.ground.yamlfile import LARGEST

NAMES = [
    "ja/note.txt",
    "ja/x.MD",
    "en/index.md~",
    "evil.svg",
    "index.md",
    "ja/x.markdown",
    "assets/x.html",
    "ja/なし.md",
    "ja/a b.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_no_page(sample: Sample, name: str) -> None:
    sample.path(name).parent.mkdir(exist_ok=True)
    sample.write(name, "x")
    assert any(fault.startswith(f"docs/{name}:1: ") for fault in sample.faults())


ODD: dict[str, Callable[[Path], object]] = {
    "a link to a file": lambda path: path.symlink_to("topic.md"),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "nothing in it": Path.touch,
    "no text": lambda path: path.write_bytes(bytes(range(256))),
    "too much": lambda path: path.write_bytes(b"x\n" * LARGEST),
    "a link out of the folders": lambda path: path.symlink_to("/"),
}


@pytest.mark.parametrize("name", ["ja/odd.md", "data/ui/site.yml", "data/messages/odd.yml", "data/flows/odd.yml"])
@pytest.mark.parametrize("odd", ODD)
def test_an_odd_file_is_told_by_its_name(sample: Sample, odd: str, name: str) -> None:
    path = sample.path(name)
    path.unlink(missing_ok=True)
    ODD[odd](path)
    faults = sample.faults()
    assert any(fault.startswith(f"docs/{name}:") for fault in faults), faults


def test_what_editors_keep_beside_a_file_is_passed_over(sample: Sample) -> None:
    sample.path("ja/.#topic.md").symlink_to("somebody@somewhere")
    sample.write("ja/.topic.md.swp", "x")
    assert sample.faults() == []


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "errors")  # root may read all
    wanted = "^docs/en/errors:1: a folder that cannot be read; expected one that can be read$"
    with pytest.raises(ContentError, match=wanted):
        Sample(tmp_path).faults()
