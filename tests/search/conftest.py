"""The small site, served."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.search.smallsite import POLICY, Served, messages, serve, write_site


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
