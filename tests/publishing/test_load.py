"""Many readers at once, with deploy/Caddyfile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
from tests.publishing.test_caddy import ask

pytestmark = pytest.mark.site


def test_many_readers_at_once_get_whole_pages(caddy_url: str, site_pages: dict[str, Path]) -> None:
    def is_whole(address: str) -> bool:
        answer = ask(caddy_url, f"/{address}", Accept_Encoding="br")
        return answer.status == 200 and brotli.decompress(answer.body) == site_pages[address].read_bytes()

    asked = [*site_pages] * 2
    with ThreadPoolExecutor(100) as readers:
        whole = list(readers.map(is_whole, asked))
    assert [address for address, is_good in zip(asked, whole, strict=True) if not is_good] == []
