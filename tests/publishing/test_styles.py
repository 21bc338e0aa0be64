from __future__ import annotations

from collections.abc import Callable

import pytest

from helpsite.publishing.built import Built, PublishingError
from helpsite.publishing.styles import bundle_styles

Make = Callable[..., Built]


def link(path: str) -> str:
    return f'<link rel="stylesheet" href="{path}">\n'


def test_all_stylesheets_become_one_file(built: Make) -> None:
    site = built(
        {
            "index.html": (link("assets/stylesheets/main.min.css") + link("assets/css/ours.css"), "<p class='a'></p>"),
            "404.html": (link("/help/assets/stylesheets/main.min.css") + link("/help/assets/css/ours.css"), ""),
            "en/x/index.html": (link("../../assets/stylesheets/main.min.css") + link("../../assets/css/ours.css"), ""),
            "moved/index.html": ("", ""),
            "assets/stylesheets/main.min.css": ".a{top:0}.unused{top:0}",
            "assets/css/ours.css": "/* why */\n.unused {\n  background: url(../img/a.svg);\n}\n",
            "assets/img/a.svg": "<svg/>",
        }
    )
    bundle_styles(site)
    assert site.read("assets/site.css") == ".a{top:0}.unused{background:url(img/a.svg)}"
    assert site.pages["index.html"].count("stylesheet") == 1
    assert link("assets/site.css") in site.pages["index.html"]
    assert link("/help/assets/site.css") in site.pages["404.html"]
    assert link("../../assets/site.css") in site.pages["en/x/index.html"]
    assert "stylesheet" not in site.pages["moved/index.html"]


def test_a_stylesheet_that_is_not_there_ends_the_build(built: Make) -> None:
    site = built({"index.html": (link("assets/css/typo.css"), "")})
    with pytest.raises(PublishingError, match=r"index.html: no stylesheet assets/css/typo.css; see extra_css"):
        bundle_styles(site)


def test_pages_that_want_different_styles_end_the_build(built: Make) -> None:
    files = {"a.html": (link("assets/a.css"), ""), "b.html": ("", ""), "c.html": (link("assets/b.css"), "")}
    site = built({**files, "assets/a.css": "", "assets/b.css": ""})
    with pytest.raises(PublishingError, match=r"a.html and c.html: the pages want different stylesheets"):
        bundle_styles(site)
