"""A finished folder takes the place of the last one at once, or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextlib.contextmanager
def aside(target: Path) -> Iterator[Path]:
    """A new folder beside ``target``, removed at the end. What killed builds left behind is removed, too."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-{os.getpid()}-", dir=target.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(target: Path) -> None:
    for folder in target.parent.glob(f".{target.name}-*"):
        owner = re.fullmatch(rf"\.{re.escape(target.name)}-(\d+)-\w+", folder.name)
        if owner and not Path(f"/proc/{owner[1]}").exists() and Path("/proc").is_dir():
            shutil.rmtree(folder, ignore_errors=True)


def replace(new: Path, target: Path) -> None:
    """Put ``new`` in the place of ``target``. Whoever looks at ``target`` finds the old folder or the new one."""
    new.chmod(0o755)
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        old = new.with_name(new.name + "-old")
        target.rename(old)
        new.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(new: Path, target: Path) -> bool:
    """Exchange two folders in one step, as Linux can: https://man7.org/linux/man-pages/man2/rename.2.html."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE) == 0)
