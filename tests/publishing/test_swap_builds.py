"""Builds that fail, are killed or are stopped leave the last good site where it is."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.publishing.building import OLD, SITE, assert_nothing_happened, build_with, says
from tests.small_site import build, lay_out

from helpsite.publishing import __main__ as command
from helpsite.publishing.swap import aside

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    lay_out(folder)
    return folder


def test_a_real_build_on_a_full_disk(target: Path, project: Path) -> None:
    """No file may be larger than 10 kB, so MkDocs stops at the first larger page."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    assert build(project, target, before=limit).returncode != 0
    assert_nothing_happened(target)


@pytest.mark.parametrize("name", ["docs/ja/about.md", "docs/data/terms.yml", "docs/data/redirects.yml"])
def test_a_file_that_cannot_be_read(name: str, target: Path, project: Path) -> None:
    (project / name).write_bytes(b"title: \xff\n")
    built = build(project, target)
    assert built.returncode != 0
    assert f"{name}:1: a byte that is not UTF-8; expected a file in UTF-8" in built.stderr
    assert "Traceback" not in built.stderr
    assert_nothing_happened(target)


def test_a_killed_build_is_swept_up_by_the_next(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys; from helpsite.publishing import __main__ as c, mkdocs_run as m; m.MKDOCS = [sys.executable, '-c', sys.argv[1]]; c.main(sys.argv[2:])"
    call = [sys.executable, "-c", code, SITE + "time.sleep(3)", str(target)]
    with subprocess.Popen(call, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}) as build:
        while len(list(target.parent.glob(".site-*/new/index.html"))) == 0:
            time.sleep(0.02)
        build.send_signal(signal.SIGKILL)
    assert says(target) == OLD
    assert len(list(target.parent.iterdir())) == 2
    build_with(SITE, monkeypatch)
    assert command.main([str(target)]) == 0
    assert [path.name for path in target.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_stopped_build_leaves_nothing(number: signal.Signals, target: Path) -> None:
    code = "import sys; from helpsite.publishing import __main__ as c, mkdocs_run as m; m.MKDOCS = [sys.executable, '-c', sys.argv[1]]; sys.exit(c.main(sys.argv[2:]))"
    call = [sys.executable, "-c", code, SITE + "time.sleep(30)", str(target)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    with subprocess.Popen(call, env=env, stderr=subprocess.PIPE, text=True) as build:
        while not list(target.parent.glob(".site-*/new/index.html")):
            time.sleep(0.02)
        build.send_signal(number)
        _, said = build.communicate(timeout=10)
    assert said == f"Stopped by {number.name}\nNothing was published; the last good site is in its place\n"
    assert build.returncode == 1
    assert_nothing_happened(target)


def test_a_build_killed_between_the_renames_gives_the_last_site_back(target: Path) -> None:
    left = target.parent / ".site-abc"
    left.mkdir()
    target.rename(left / "old")
    with aside(target):
        assert says(target) == OLD
        assert not left.exists()


def test_a_build_that_runs_is_not_swept_up(target: Path) -> None:
    with aside(target) as first, aside(target) as second:
        assert first.exists()
        assert second.exists()
