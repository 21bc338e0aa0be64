"""A small built site to finish, and a real web server for the real one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Dialog, Page
from tests.publishing.building import OLD

from helpsite.publishing.built import Built

ROOT = Path(__file__).parents[2]
CADDYFILE = ROOT / "deploy" / "Caddyfile"
PAGE = """<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><link rel="canonical" href="https://help.example/help/{path}">
<title>題</title>
{head}</head>
<body><article>{body}</article>
</body></html>
"""


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Built]:
    """Makes a built site of files by path; expected a page is written as (head, body)."""

    def make(files: dict[str, str | bytes | tuple[str, str]]) -> Built:
        site = Built(tmp_path, "https://help.example/help/")
        for path, content in files.items():
            if isinstance(content, tuple):
                where = path.removesuffix("index.html")
                site.pages[path] = PAGE.format(path=where, head=content[0], body=content[1])
                site.write(path, site.pages[path])
            else:
                site.write(path, content)
        return site

    return make


@contextmanager
def caddy(folder: Path, base: str, state: Path, config: Path = CADDYFILE) -> Iterator[str]:
    """A running Caddy with deploy/Caddyfile; gives the site's address. Skips where there is no Caddy."""
    program = shutil.which("caddy")
    if program is None:
        pytest.skip("Caddy is not installed (Debian: apt-get install caddy)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"http://127.0.0.1:{free.getsockname()[1]}"
    settings = {"CADDY_ADMIN": "off", "SITE_HOST": host, "SITE_DIR": str(folder), "SITE_BASE": base}
    env = {**os.environ, **settings, "XDG_DATA_HOME": str(state), "XDG_CONFIG_HOME": str(state)}
    command = [program, "run", "--adapter", "caddyfile", "--config", str(config)]
    log = state / "caddy.log"
    with log.open("wb") as output, subprocess.Popen(command, env=env, stdout=output, stderr=output) as server:
        try:
            _wait(f"{host}{base}/robots.txt", server, log)
            yield f"{host}{base}/"
        finally:
            server.terminate()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urlopen(address):
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


Serve = Callable[[Path, str], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Serve:
    """Serves a folder below a path: ``with serve(folder, "/help") as address``."""
    return lambda folder, base: caddy(folder, base, tmp_path_factory.mktemp("caddy"))


@pytest.fixture(scope="session")
def caddy_url(site_dir: Path, serve: Serve) -> Iterator[str]:
    """The real site, served by Caddy below /help/."""
    with serve(site_dir, "/help") as address:
        yield address


@pytest.fixture
def watched(page: Page) -> tuple[Page, list[str]]:
    """A page and all that its console, its errors and its dialogs say."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    return page, said


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder with the last good site."""
    folder = tmp_path / "out" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(OLD, encoding="utf-8")
    return folder
