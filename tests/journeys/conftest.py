"""A reader who travels through the site in one engine, and a server that hears what goes wrong on the way."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.remote.webdriver import WebDriver
from tests.browsers.engines import ENGINES
from tests.journeys.reader import Reader
from tests.serving import Handler, serving

# Stands before the page's policy, which therefore does not concern it. WebDriver has no console in WebKit.
# Who leaves a page gives up what still loads; that is no fault.
LISTENER = b"""<script>
let left = false;
addEventListener("beforeunload", () => (left = true));
window.said = (text) => left || sessionStorage.setItem("said", (sessionStorage.getItem("said") ?? "") + text + "\\n");
addEventListener("error", (event) => said(event.message ?? `lost: ${event.target.src ?? event.target.href}`), true);
addEventListener("unhandledrejection", (event) => said(String(event.reason)));
addEventListener("securitypolicyviolation", (event) => said(`policy: ${event.violatedDirective} ${event.blockedURI}`));
for (const level of ["error", "warn"]) console[level] = (...words) => said(words.join(" "));
</script>"""


class _ListeningHandler(Handler):
    def send_head(self) -> Any:
        """A page begins with `LISTENER`."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix != ".html" or not self.path.split("?")[0].endswith("/") or not file.is_file():
            return super().send_head()
        body = file.read_bytes().replace(b"<head>", b"<head>" + LISTENER, 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@pytest.fixture(scope="session")
def listening_url(small_dir: Path) -> Iterator[str]:
    """The address of the fixture site on a server that hears errors."""
    with serving(small_dir, _ListeningHandler) as url:
        yield url


@pytest.fixture(scope="session", params=ENGINES)
def driver(request: pytest.FixtureRequest) -> Iterator[WebDriver]:
    """One browser of each engine for all journeys, as wide as a phone (WebKit's window has a least width)."""
    with ENGINES[request.param](460, 800) as started:
        yield started


@pytest.fixture
def reader(driver: WebDriver, listening_url: str) -> Iterator[Reader]:
    """A reader without a past; at the end nothing may have gone wrong on the way."""
    driver.get(f"{listening_url}robots.txt")
    driver.execute_script("localStorage.clear(); sessionStorage.clear();")
    reader = Reader(driver, listening_url)
    yield reader
    assert driver.execute_script("return sessionStorage.getItem('said') ?? ''") == ""
