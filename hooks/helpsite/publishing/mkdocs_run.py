"""``python -m helpsite.publishing.mkdocs_run <folder>``: let MkDocs draw all pages, or say what is wrong."""

import os
import re
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from helpsite.ground.languages import check_languages
from helpsite.ground.problems import ContentError, Problems
from helpsite.ground.settings import load_settings
from helpsite.publishing.built import PublishingError

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # with --quiet, MkDocs would not count warnings
_TRACEBACK = "Traceback (most recent call last):\n"
_CAUSE = re.compile(r"^(?:\w+\.)*(\w+(?:: .+)?)$", re.MULTILINE)
_PLACE = re.compile(r'^ *File "(/.+)", line (\d+)', re.MULTILINE)


def draw(folder: Path) -> None:
    """Let MkDocs build into ``folder``. Raises `PublishingError`, in one sentence where MkDocs ends in a traceback."""
    problems = Problems(Path.cwd())
    if check_languages(problems):
        load_settings(Path("mkdocs.yml").resolve(), problems)
    problems.raise_if_any()
    env = {name: value for name, value in os.environ.items() if name != "SITE_URL" or value}
    command = [*MKDOCS, "--site-dir", str(folder)]
    built = subprocess.run(command, env=env, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    said, _, raised = built.stderr.partition(_TRACEBACK)
    print(built.stderr if os.environ.get("DEBUG") else said, end="", file=sys.stderr)
    if built.returncode:
        causes = _CAUSE.findall(raised)
        told = f": {_place(raised)}{causes[-1]} (DEBUG=1 shows more)" if causes else ""
        raise PublishingError(f"MkDocs failed{told}")


def _place(raised: str) -> str:
    """The file and the line of the project where the first error of a traceback came about; empty where none is."""
    found = [(Path(name), line) for name, line in _PLACE.findall(raised.partition(_TRACEBACK)[0])]
    own = [row for row in found if row[0].is_relative_to(Path.cwd()) and "site-packages" not in row[0].parts]
    return f"{own[-1][0].relative_to(Path.cwd())}:{own[-1][1]}: " if own else ""


def in_words(error: Exception) -> str:
    """What whoever builds is told of ``error``, in one sentence, or in one for each mistake in the content."""
    if os.environ.get("DEBUG"):
        traceback.print_exc()
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if isinstance(error, PublishingError | ContentError):
        return str(error)
    return f"A bug of the build: {type(error).__name__}: {error} (DEBUG=1 shows where)"


def main(arguments: Sequence[str]) -> int:
    """Draw, or say what is wrong. Gives the exit code."""
    try:
        draw(Path(arguments[0]))
    except Exception as error:
        print(in_words(error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
