"""The small site of the search, served by a server that can be told to fail."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.serving import Server

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types default"
)


@dataclass
class Served:
    """The small site: its address, what was asked for, what to answer instead of files (but `whole`), and its policy."""

    url: str
    folder: Path
    asked: list[str] = field(default_factory=list)
    broken: dict[str, bytes | int] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    delay: float = 0
    policy: str = POLICY


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: Served

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def end_headers(self) -> None:
        if self.served.policy:
            self.send_header("Content-Security-Policy", self.served.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/help/")
        self.served.asked.append(path)
        answer = next(
            (value for part, value in self.served.broken.items() if part in path and path not in self.served.whole),
            None,
        )
        if path.startswith("search/"):
            time.sleep(self.served.delay)
        if isinstance(answer, int):
            self.send_error(answer)
        elif answer is not None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        else:
            with contextlib.suppress(ConnectionError):  # the page was left
                super().do_GET()


def serve(root: Path) -> Iterator[Served]:
    """Serve ``root``, whose folder ``help`` is the site."""

    class Handler(_Handler):
        """With what is known of this server."""

    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(root)))
    Handler.served = Served(f"http://127.0.0.1:{server.server_port}/help/", root / "help")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Handler.served
    server.shutdown()
