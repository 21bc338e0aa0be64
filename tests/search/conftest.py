"""The small site, served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from tests.search.served import POLICY, Served, serve
from tests.search.smallsite import messages, write_site


@pytest.fixture(scope="session")
def _small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("search")
    write_site(root / "help", messages())
    yield from serve(root)


@pytest.fixture
def small(_small_site: Served) -> Served:
    """The small site with nothing broken."""
    _small_site.broken.clear()
    _small_site.whole.clear()
    _small_site.asked.clear()
    _small_site.delay = 0
    _small_site.policy = POLICY
    return _small_site


@pytest.fixture
def home(page: Page, small: Served) -> Iterator[Page]:
    """The home page of the small site; whatever a test does there, no script fails and the policy refuses nothing."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    page.goto(small.url)
    yield page
    assert said == []
