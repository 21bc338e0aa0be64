"""What all tests share: the site built once, a server for it, and the browser's settings."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from filelock import FileLock
from lxml import etree

ROOT = Path(__file__).parents[1]
BASE = "/help/"
"""The tests serve the site below a sub-path, which finds addresses that only work at a root."""

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium where there is one; nothing that reaches for the network."""
    flags = "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update"
    args = [f"--{flag}" for flag in [*flags.split(), "disable-sync"]]
    found = {"executable_path": CHROMIUM} if CHROMIUM else {}
    return {**browser_type_launch_args, "args": args, **found}


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, published once for all test processes. A failing build fails the tests with its own words."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / "site"
    with FileLock(str(shared / "site.lock")):
        if not folder.exists():
            publish(folder)
    return folder


def publish(folder: Path) -> None:
    """Publish the real site into ``folder``."""
    env = {**os.environ, "SITE_URL": f"https://help.example{BASE}", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "helpsite.publishing", str(folder)]
    built = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below `BASE`, with its 404 page by language."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """Nothing outside of `BASE` exists."""
        if not path.startswith(BASE):
            return str(Path(self.directory) / "nothing-here")
        return super().translate_path("/" + path.removeprefix(BASE))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        if code != http.HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        name = "en/404.html" if self.path.startswith(f"{BASE}en/") else "404.html"
        body = (Path(self.directory) / name).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    handler = functools.partial(_Handler, directory=str(site_dir))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()


@pytest.fixture(scope="session")
def site_pages(site_dir: Path) -> dict[str, Path]:
    """Every address of the sitemap, relative to the site's root, with its file."""
    tree = etree.parse(site_dir / "sitemap.xml")
    root = f"https://help.example{BASE}"
    found = [str(node.text) for node in tree.iterfind(".//{*}loc")]
    return {url.removeprefix(root): site_dir / url.removeprefix(root) / "index.html" for url in found}


@pytest.fixture(scope="session")
def axe_source() -> str:
    """axe-core's script, from the package that ships it."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
