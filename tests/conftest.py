"""What all tests share: the real site and the fixture site, built once; servers; the browsers' surroundings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import axe_playwright_python
import pytest
from filelock import FileLock
from lxml import etree
from playwright.sync_api import expect
from tests.browsers.surroundings import FLAGS, SHELL, TIME_ZONE, surroundings
from tests.cover import cover
from tests.nightly import AT_NIGHT
from tests.sample import Sample
from tests.serving import BASE, serving
from tests.small_site import ROOT, build, lay_out

SITE_URL = f"https://help.example{BASE}"
expect.set_options(timeout=30_000)  # a slow machine is no fault


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium where there is one, with the tests' own fonts and nothing that reaches for the network."""
    found = {"executable_path": SHELL} if SHELL else {}
    return {**browser_type_launch_args, "args": FLAGS, "env": surroundings(), **found}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A reader in Japan, wherever the tests run; nothing is looked at while it moves."""
    return {**browser_context_args, "locale": "ja-JP", "timezone_id": TIME_ZONE, "reduced_motion": "reduce"}


def once(name: str, factory: pytest.TempPathFactory, make: Callable[[Path], CompletedProcess[str]]) -> Path:
    """The folder ``name``, made by the first test process that needs it. A failing build fails with its own words."""
    shared = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / name
    with FileLock(str(shared / f"{name}.lock")):
        if not folder.exists():
            built = make(folder)
            assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, published."""
    return once("site", tmp_path_factory, lambda folder: build(ROOT, folder, SITE_URL))


@pytest.fixture(scope="session")
def small_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixture site, published."""

    def make(folder: Path) -> CompletedProcess[str]:
        project = folder.with_name("small-project")
        project.mkdir()
        lay_out(project)
        return build(project, folder, SITE_URL)

    return once("small", tmp_path_factory, make)


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the served real site, with a slash at its end."""
    with serving(site_dir) as url:
        yield url


@pytest.fixture(scope="session")
def small_url(small_dir: Path) -> Iterator[str]:
    """The address of the served fixture site, with a slash at its end."""
    with serving(small_dir) as url:
        yield url


@pytest.fixture(scope="session")
def site_pages(site_dir: Path) -> dict[str, Path]:
    """Every address of the sitemap, relative to the site's root, with its file."""
    tree = etree.parse(site_dir / "sitemap.xml")
    found = [str(node.text) for node in tree.iterfind(".//{*}loc")]
    return {url.removeprefix(SITE_URL): site_dir / url.removeprefix(SITE_URL) / "index.html" for url in found}


@pytest.fixture(scope="session")
def looked_at(site_pages: dict[str, Path]) -> list[str]:
    """The addresses that browsers look at: a `cover` of the site, or all of them under ``make test-all``."""
    return sorted(site_pages) if AT_NIGHT else cover(site_pages)


@pytest.fixture(scope="session")
def axe_source() -> str:
    """axe-core's script, from the package that ships it."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """The fixture site's content, to break."""
    return Sample(tmp_path)
