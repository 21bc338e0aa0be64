"""Whatever goes wrong, the last good site stays where it is."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tests.small_site import build, lay_out

from helpsite.publishing import __main__ as command
from helpsite.publishing import mkdocs_run
from helpsite.publishing.swap import aside

ROOT = Path(__file__).parents[2]
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


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(OLD, encoding="utf-8")
    return folder


def build_with(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_run, "MKDOCS", [sys.executable, "-c", code])


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
    assert command.main([str(target)]) == 1
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


def test_a_mounted_folder_is_changed_inside(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == target)
    (target / "gone.html").write_text(OLD, encoding="utf-8")
    build_with(SITE + "(folder / 'assets' / 'a.0123456789.js').write_text('x')", monkeypatch)
    monkeypatch.setattr(command, "finish", lambda *_: None)
    for _ in range(2):
        assert command.main([str(target)]) == 0
        assert [path.name for path in target.parent.iterdir()] == ["site"]
        assert sorted(path.name for path in target.iterdir()) == ["_last", "assets", "index.html", "sitemap.xml"]
    assert NEW in says(target)


def test_another_user_can_read_what_was_published(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_with(SITE, monkeypatch)
    before = os.umask(0o077)
    try:
        assert command.main([str(target)]) == 0
    finally:
        os.umask(before)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in [target, *target.rglob("*")]}
    assert modes == {True: 0o755, False: 0o644}


FAULTS = {
    "raise ValueError('this bug')": "MkDocs failed: ValueError: this bug (DEBUG=1 shows where)\n",
    "open('docs/none.md')": "MkDocs failed: FileNotFoundError: [Errno 2] No such file or directory: 'docs/none.md' (DEBUG=1 shows where)\n",
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_bug_is_one_sentence(
    code: str, target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_with(code, monkeypatch)
    assert command.main([str(target)]) == 1
    assert capsys.readouterr().err == FAULTS[code] + "Nothing was published; the last good site is in its place\n"
    monkeypatch.setenv("DEBUG", "1")
    assert command.main([str(target)]) == 1
    assert "Traceback" in capsys.readouterr().err
    assert_nothing_happened(target)


def test_a_bug_of_the_steps_after_mkdocs_is_one_sentence(
    target: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build_with(SITE, monkeypatch)

    def fail(*_: Path) -> None:
        raise KeyError("x")

    monkeypatch.setattr(command, "keep_last", fail)
    assert command.main([str(target)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("A bug of the build: KeyError: 'x' (DEBUG=1 shows where)\n")
    assert "Traceback" not in said
    assert_nothing_happened(target)


def test_an_empty_address_is_none(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "")
    build_with("import os; assert 'SITE_URL' not in os.environ" + SITE, monkeypatch)
    assert command.main([str(target)]) == 0


def test_the_last_builds_named_files_stay_for_one_build(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(number: int) -> set[str]:
        name = f"a.0123456789a{number}.js"
        build_with(SITE + f"(folder / 'assets' / '{name}').write_text('x')", monkeypatch)
        monkeypatch.setattr(command, "finish", lambda *_: None)
        assert command.main([str(target)]) == 0
        return {path.name for path in (target / "assets").glob("*.js")}

    assert build(1) == {"a.0123456789a1.js"}
    assert build(2) == {"a.0123456789a1.js", "a.0123456789a2.js"}
    assert build(3) == {"a.0123456789a2.js", "a.0123456789a3.js"}
    assert build(3) == {"a.0123456789a3.js"}
