"""`make serve`: while a mistake stands it says what to mend, there and in the browser; then it shows the site."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.small_site import ROOT, lay_out

WAIT = 120  # s, on a busy machine


@contextmanager
def served(project: Path, port: int) -> Iterator[Path]:
    """The server at work in ``project``; gives the file of all that it says."""
    said = project / "said.txt"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "helpsite.publishing.serve", "127.0.0.1", str(port)]
    with said.open("wb") as log:
        process = subprocess.Popen(command, cwd=project, env=env, stdout=log, stderr=log, start_new_session=True)
        try:
            yield said
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(said: Path, words: str) -> str:
    end = time.monotonic() + WAIT
    while words not in (text := said.read_text(encoding="utf-8")):
        assert time.monotonic() < end, text
        time.sleep(0.2)
    return text


def ask(address: str, wanted: str) -> str:
    """What a browser is answered that asks again and again until ``wanted`` stands in it."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        with suppress(URLError), urlopen(Request(address, headers={"Accept": "text/html"}), timeout=WAIT) as answer:
            text = str(answer.read(), "utf-8")
            if wanted in text:
                return text
        time.sleep(0.2)
    raise AssertionError(f"{wanted} never came from {address}")


def test_a_mistake_is_told_and_waited_for(tmp_path: Path) -> None:
    lay_out(tmp_path)
    page = tmp_path / "docs" / "ja" / "topic.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good.replace("confidence: low", "confidence: <lo>"), encoding="utf-8")
    port = free_port()
    address = f"http://127.0.0.1:{port}/topic/"
    with served(tmp_path, port) as said:
        text = wait_for(said, "Mend what is said above")
        assert 'docs/ja/topic.md:5: confidence: unknown value "<lo>"' in text
        assert "Traceback" not in text
        shown = ask(address, '<meta http-equiv="refresh" content="1">')
        assert "docs/ja/topic.md:5: confidence: unknown value &#34;&lt;lo&gt;&#34;; expected" in shown
        page.write_text(good, encoding="utf-8")
        assert "</article>" in ask(address, "見本")


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with served(tmp_path, port) as said:
            text = wait_for(said, "make serve PORT=")
    assert text == f"127.0.0.1:{port} cannot be had; try another port, as in: make serve PORT={port + 1}\n"
