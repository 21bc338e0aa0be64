"""A site to replace, and builds of another one in its place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from helpsite.publishing import mkdocs_run

OLD, NEW = "the last good site", "the new site"
SITE = f"""
import pathlib, sys, time
folder = pathlib.Path(sys.argv[-1])
head = '<meta charset="utf-8"><link rel="canonical" href="https://help.example/">'
(folder / "index.html").write_text(head + "<p>{NEW}</p>" * 99)
(folder / "sitemap.xml").write_text("<lastmod>2026-11-23</lastmod>")
(folder / "assets" / "css").mkdir(parents=True)
(folder / "assets" / "css" / "site.css").write_text("")
"""


def build_with(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_run, "MKDOCS", [sys.executable, "-c", code])


def says(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def assert_nothing_happened(target: Path) -> None:
    assert says(target) == OLD
    assert [path.name for path in target.parent.iterdir()] == ["site"]
