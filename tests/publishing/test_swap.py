"""Whatever goes wrong, the last good site stays where it is."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from tests.publishing.building import NEW, OLD, SITE, assert_nothing_happened, build_with, says

from helpsite.publishing import __main__ as command

ROOT = Path(__file__).parents[2]


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
    "raise ValueError('this bug')": "MkDocs failed: ValueError: this bug (DEBUG=1 shows more)\n",
    "open('docs/none.md')": "MkDocs failed: FileNotFoundError: [Errno 2] No such file or directory: 'docs/none.md' (DEBUG=1 shows more)\n",
    f"exec(compile('\\n1/0', '{ROOT}/overrides/base.html', 'exec'))": (
        "MkDocs failed: overrides/base.html:2: ZeroDivisionError: division by zero (DEBUG=1 shows more)\n"
    ),
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
