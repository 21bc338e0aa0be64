"""``python -m helpsite.publishing.serve <host> <port>``: build after each change, show the site or what to mend."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mkdocs.livereload import LiveReloadServer

from helpsite.ground.templates import render

DRAW = [sys.executable, "-m", "helpsite.publishing.mkdocs_run"]
WATCHED = ("mkdocs.yml", "docs", "hooks", "overrides")


class Server(LiveReloadServer):
    """MkDocs' own server; as long as there are ``mistakes``, it shows them instead of pages."""

    mistakes = ""

    def __init__(self, host: str, port: int, root: str) -> None:
        super().__init__(self.build, host, port, root)

    def build(self) -> None:
        """Draw the site with modules that are read anew, and keep what is said to be wrong."""
        drawn = subprocess.run([*DRAW, self.root], stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        self.mistakes = drawn.stderr if drawn.returncode else ""
        then = "Mend what is said above; the site is built again when a file is saved" if self.mistakes else self.url
        print(drawn.stderr + then, file=sys.stderr, flush=True)

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer one request. The page of the mistakes asks again until it is the page that was wanted."""
        if self.mistakes and "text/html" in environ.get("HTTP_ACCEPT", ""):
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])  # all others are printed
            return [render("mistakes.html", mistakes=self.mistakes).encode()]
        return super().serve_request(environ, start_response)


def is_free(host: str, port: int) -> bool:
    """Whether a server may listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def main(arguments: Sequence[str]) -> int:
    """Serve until somebody stops it. Gives 1 where the address cannot be had."""
    host, port = arguments[0], int(arguments[1])
    if not is_free(host, port):
        print(f"{host}:{port} cannot be had; try another port, as in: make serve PORT={port + 1}", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(host, port, folder)
        os.environ |= {"SITE_URL": server.url, "PYTHONDONTWRITEBYTECODE": "1"}  # hooks are watched
        server.build()
        for path in WATCHED:
            server.watch(path)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(0)
