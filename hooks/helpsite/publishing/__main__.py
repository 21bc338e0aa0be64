"""``python -m helpsite.publishing <folder>``: build the site into ``folder``, or leave ``folder`` as it is."""

import os
import re
import signal
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from helpsite.ground.problems import ContentError, Problems
from helpsite.ground.settings import load_settings
from helpsite.publishing.built import PublishingError
from helpsite.publishing.last import keep_last
from helpsite.publishing.pipeline import finish
from helpsite.publishing.swap import aside, replace

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # with --quiet, MkDocs would not count warnings
DATA = Path("docs", "data")  # MkDocs, too, builds what stands in the current folder
_TRACEBACK = "Traceback (most recent call last):\n"
_CAUSE = re.compile(r"^(?:\w+\.)*(\w+(?:: .+)?)$", re.MULTILINE)


class StoppedError(Exception):
    """Somebody asked this program to end."""


def main(arguments: Sequence[str]) -> int:
    """Build near the target and put the result in its place when everything went well. Gives the exit code."""
    target = Path(arguments[0] if arguments else "site").resolve()
    os.umask(0o022)  # a web server runs as another user
    for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(name, _stop)
    try:
        _build(target)
    except Exception as error:
        if os.environ.get("DEBUG"):
            traceback.print_exc()
        kept = "; the last good site is in its place" if target.exists() else ""
        print(f"{_in_words(error)}\nNothing was published{kept}", file=sys.stderr)
        return 1
    return 0


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    raise StoppedError(f"Stopped by {signal.Signals(number).name}")


def _build(target: Path) -> None:
    with aside(target) as folder:
        _draw(folder)
        finish(folder, DATA, os.environ.get("SITE_CONTACT", ""), os.environ.get("OFFLINE", "on") != "off")
        keep_last(target, folder)
        replace(folder, target)


def _draw(folder: Path) -> None:
    """Let MkDocs build into ``folder``. Raises `PublishingError`, in one sentence where MkDocs ends in a traceback."""
    problems = Problems(Path.cwd())
    load_settings(Path("mkdocs.yml").resolve(), problems)
    problems.raise_if_any()
    env = {name: value for name, value in os.environ.items() if name != "SITE_URL" or value}
    command = [*MKDOCS, "--site-dir", str(folder)]
    built = subprocess.run(command, env=env, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    said, _, raised = built.stderr.partition(_TRACEBACK)
    print(built.stderr if os.environ.get("DEBUG") else said, end="", file=sys.stderr)
    if built.returncode:
        causes = _CAUSE.findall(raised)
        raise PublishingError(f"MkDocs failed: {causes[-1]} (DEBUG=1 shows where)" if causes else "MkDocs failed")


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if isinstance(error, (PublishingError, ContentError, StoppedError)):
        return str(error)
    return f"A bug of the build: {type(error).__name__}: {error} (DEBUG=1 shows where)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
