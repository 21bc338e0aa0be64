"""``python -m helpsite.publishing <folder>``: build the site into ``folder``, or leave ``folder`` as it is."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from helpsite.publishing.built import PublishingError
from helpsite.publishing.last import keep_last
from helpsite.publishing.mkdocs_run import draw, in_words
from helpsite.publishing.pipeline import finish
from helpsite.publishing.swap import aside, replace

DATA = Path("docs", "data")  # MkDocs, too, builds what stands in the current folder


class StoppedError(PublishingError):
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
        kept = "; the last good site is in its place" if target.exists() else ""
        print(f"{in_words(error)}\nNothing was published{kept}", file=sys.stderr)
        return 1
    return 0


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    raise StoppedError(f"Stopped by {signal.Signals(number).name}")


def _build(target: Path) -> None:
    with aside(target) as folder:
        draw(folder)
        finish(folder, DATA, os.environ.get("SITE_CONTACT", ""), os.environ.get("OFFLINE", "on") != "off")
        keep_last(target, folder)
        replace(folder, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
