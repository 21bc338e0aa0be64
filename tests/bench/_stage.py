"""The built site on a server, and a browser to measure it with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.browsers.surroundings import FLAGS, SHELL, surroundings
from tests.search.served import Served, serve

ROOT = Path(__file__).parents[2]


@contextmanager
def stage(arguments: Sequence[str] = ()) -> Iterator[tuple[Served, Browser]]:
    """A copy of the built site, served below ``/help/``, and a browser.

    ``arguments`` may name the folder of a built site; without it the site is built. What is put beside the copy is served.
    """
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        root = Path(name)
        shutil.copytree(_built(root, arguments), root / "help")
        browser = playwright.chromium.launch(executable_path=SHELL, args=FLAGS, env={**surroundings()})
        for served in serve(root):
            served.policy = ""  # the pages state their own
            yield served, browser
        browser.close()


def _built(root: Path, arguments: Sequence[str]) -> Path:
    if arguments:
        return Path(arguments[0])
    folder = root / "built"
    env = {**os.environ, "SITE_URL": "https://help.example/help/", "PYTHONPATH": str(ROOT / "hooks")}
    subprocess.run([sys.executable, "-m", "helpsite.publishing", str(folder)], cwd=ROOT, env=env, check=True)
    return folder
