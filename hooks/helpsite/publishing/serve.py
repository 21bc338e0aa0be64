"""``python -m helpsite.publishing.serve <host> <port>``: MkDocs' server, started again once a mistake is mended."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

WATCHED = ("docs", "hooks", "overrides")
PAUSE = 0.5  # s


def state() -> dict[Path, int]:
    """When each watched file was last changed."""
    files = [Path("mkdocs.yml"), *(file for folder in WATCHED for file in Path(folder).rglob("*"))]
    found = {}
    for file in files:
        with contextlib.suppress(OSError):  # gone between the two looks
            found[file] = file.stat().st_mtime_ns
    return found


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
    address = f"http://{host}:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{host}:{port}"]
    print(address, flush=True)
    while True:
        before = state()
        if subprocess.run(command, env={**os.environ, "SITE_URL": address}, check=False).returncode == 0:
            return 0
        print("Mend what is said above; the site is built again when a file is saved", file=sys.stderr, flush=True)
        while state() == before:
            time.sleep(PAUSE)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(0)
