"""``python -m helpsite.publishing <folder>``: build the site into ``folder``, or leave ``folder`` as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from helpsite.ground.problems import ContentError
from helpsite.publishing.built import PublishingError
from helpsite.publishing.pipeline import finish
from helpsite.publishing.swap import aside, replace

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict"]  # with --quiet, MkDocs would not count warnings
DATA = Path(__file__).parents[3] / "docs" / "data"


def main(arguments: Sequence[str]) -> int:
    """Build beside the target and put the result in its place when everything went well. Gives the exit code."""
    target = Path(arguments[0] if arguments else "site").resolve()
    try:
        with aside(target) as folder:
            built = subprocess.run([*MKDOCS, "--site-dir", str(folder)], check=False)
            if built.returncode == 0:
                finish(folder, DATA, os.environ.get("SITE_CONTACT", ""), os.environ.get("OFFLINE", "on") != "off")
                replace(folder, target)
            return built.returncode
    except (OSError, PublishingError, ContentError) as error:
        print(f"{error}\nNothing was published; the last good site is in its place", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
