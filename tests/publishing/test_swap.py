"""Whatever goes wrong, the last good site stays where it is."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from helpsite.publishing import __main__ as command
from helpsite.publishing.swap import aside, replace

ROOT = Path(__file__).parents[2]
OLD, NEW = "the last good site", "the new site"
SITE = f"""
import pathlib, sys, time
folder = pathlib.Path(sys.argv[-1])
head = '<meta charset="utf-8"><link rel="canonical" href="https://help.example/">'
(folder / "index.html").write_text(head + "<p>{NEW}</p>" * 99)
(folder / "sitemap.xml").write_text("<lastmod>2026-11-23</lastmod>")
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(OLD, encoding="utf-8")
    return folder


def build_with(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "MKDOCS", [sys.executable, "-c", code])


def says(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def assert_nothing_happened(target: Path) -> None:
    assert says(target) == OLD
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_good_build_takes_the_place(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with(SITE, monkeypatch)
    assert command.main([str(target)]) == 0
    assert NEW in says(target)
    assert [path.name for path in target.parent.iterdir()] == ["site"]
    assert target.stat().st_mode & 0o777 == 0o755


def test_the_first_build_makes_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with(SITE, monkeypatch)
    assert command.main([str(tmp_path / "deep" / "er" / "site")]) == 0
    assert NEW in says(tmp_path / "deep" / "er" / "site")


def test_mkdocs_fails(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with(SITE + "sys.exit(3)", monkeypatch)
    assert command.main([str(target)]) == 3
    assert_nothing_happened(target)


def test_mkdocs_builds_something_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_with("pass", monkeypatch)
    assert command.main([str(target)]) == 1
    assert_nothing_happened(target)
    said = capsys.readouterr().err
    assert said == (
        "index.html names no canonical address; set site_url in mkdocs.yml\n"
        "Nothing was published; the last good site is in its place\n"
    )


def test_the_disk_is_full_at_any_write(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with(SITE, monkeypatch)
    write = Path.write_bytes
    left = -1

    def until_full(path: Path, data: Any) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", until_full)
    for room in range(50):
        left = room
        if command.main([str(target)]) == 0:
            break
        assert_nothing_happened(target)
    assert room > 5
    assert NEW in says(target)


def test_a_real_build_on_a_full_disk(target: Path) -> None:
    """No file may be larger than 40 kB, so MkDocs stops at the first larger page."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    call = [sys.executable, "-m", "helpsite.publishing", str(target)]
    built = subprocess.run(call, cwd=ROOT, env=env, preexec_fn=limit, capture_output=True, check=False)
    assert built.returncode != 0
    assert_nothing_happened(target)


@pytest.mark.parametrize("name", ["docs/ja/about.md", "docs/data/flows/sign-in.yml", "docs/data/redirects.yml"])
def test_a_file_that_cannot_be_read(name: str, target: Path, tmp_path: Path) -> None:
    root = tmp_path / "tree"
    for part in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / name).write_bytes(b"title: \xff\n")
    env = {**os.environ, "PYTHONPATH": str(root / "hooks")}
    call = [sys.executable, "-m", "helpsite.publishing", str(target)]
    built = subprocess.run(call, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert built.returncode != 0
    assert f"{name}:1: a byte that is not UTF-8; save the file as UTF-8" in built.stderr
    assert "Traceback" not in built.stderr
    assert_nothing_happened(target)


def test_a_killed_build_is_swept_up_by_the_next(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys; from helpsite.publishing import __main__ as c; c.MKDOCS = [sys.executable, '-c', sys.argv[1]]; c.main(sys.argv[2:])"
    call = [sys.executable, "-c", code, SITE + "time.sleep(3)", str(target)]
    with subprocess.Popen(call, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}) as build:
        while len(list(target.parent.glob(".site-*/index.html"))) == 0:
            time.sleep(0.02)
        build.send_signal(signal.SIGKILL)
    assert says(target) == OLD
    assert len(list(target.parent.iterdir())) == 2
    build_with(SITE, monkeypatch)
    assert command.main([str(target)]) == 0
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_nobody_ever_finds_half_a_site(target: Path) -> None:
    """While folders are exchanged again and again, every look at the target finds a whole one."""
    code = f"""
import pathlib, sys
page = pathlib.Path({str(target / "index.html")!r})
for _ in range(4000):
    assert page.read_text() in ({OLD!r}, {NEW!r})
"""
    with subprocess.Popen([sys.executable, "-c", code]) as reader:
        while reader.poll() is None:
            with aside(target) as folder:
                (folder / "index.html").write_text(NEW, encoding="utf-8")
                replace(folder, target)
    assert reader.returncode == 0
