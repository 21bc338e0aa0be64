"""``python -m helpsite.publishing <folder>``: build the site into ``folder``, or leave ``folder`` as it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]


def main(arguments: Sequence[str]) -> int:
    """Build into a folder beside the target and swap the two when everything went well. Gives the exit code."""
    target = Path(arguments[0] if arguments else "site").resolve()
    aside = Path(tempfile.mkdtemp(prefix=".site-", dir=target.parent))
    try:
        built = subprocess.run([*MKDOCS, "--site-dir", str(aside)], check=False)
        if built.returncode == 0:
            replace(aside, target)
        return built.returncode
    except OSError as error:
        print(f"{error}; the last good site was left in place", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def replace(new: Path, target: Path) -> None:
    """Put ``new`` in the place of ``target``; the old folder is removed afterwards."""
    new.chmod(0o755)
    old = new.with_name(new.name + "-old")
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
