"""Replace the published folder with a finished one, or leave it as it is."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_OLD, _NEW = "old", "new"


@contextlib.contextmanager
def aside(target: Path) -> Iterator[Path]:
    """A new folder near ``target``, removed at the end. What killed builds left behind is removed, too."""
    near = target if os.path.ismount(target) else target.parent  # a mounted folder can only be changed inside
    near.mkdir(parents=True, exist_ok=True)
    _sweep(near, target)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=near))
    try:
        with _locked(work):
            (work / _NEW).mkdir()
            yield work / _NEW
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Hold the lock of ``folder``, which ends with the process. Gives whether nobody else held it."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(opened)


def _sweep(near: Path, target: Path) -> None:
    for work in near.glob(f".{target.name}-*"):
        with _locked(work) as is_dead:
            if is_dead and not target.exists() and (work / _OLD).exists():
                (work / _OLD).rename(target)  # killed between the two renames
            if is_dead:
                shutil.rmtree(work, ignore_errors=True)


def replace(new: Path, target: Path) -> None:
    """Put ``new``, which `aside` gave, in the place of ``target``."""
    old = new.with_name(_OLD)
    if os.path.ismount(target):
        _move_content(target, old, but=new.parent.name)
        _move_content(new, target)
    elif target.exists():
        target.rename(old)
        new.rename(target)
    else:
        new.rename(target)


def _move_content(source: Path, to: Path, but: str = "") -> None:
    to.mkdir(exist_ok=True)
    for path in list(source.iterdir()):
        if path.name != but:
            path.rename(to / path.name)
