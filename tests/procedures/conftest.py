"""The small site, with short ways to draw its procedures."""

from __future__ import annotations

import pytest
from tests.sample import Sample

from helpsite.drawing import PageDrawing
from helpsite.ground.locales import Locale
from helpsite.site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site as it is."""
    sample = Sample(tmp_path_factory.mktemp("site"))
    site, faults = sample.load()
    assert faults == []
    return site


def draw(site: Site, name: str, locale: Locale = "en") -> str:
    """A procedure on the page that shows it."""
    return str(PageDrawing(site, site.context(locale, "guide.md")).procedures().html(name))
