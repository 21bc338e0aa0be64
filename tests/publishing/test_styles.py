from __future__ import annotations

from collections.abc import Callable

import pytest

from helpsite.publishing.built import Built, PublishingError
from helpsite.publishing.styles import STYLES, bundle_styles

Make = Callable[..., Built]

SHEET = '@layer base, print;\n/* why */\n@import url("a.css") layer(base);\n@import url("b.css") layer(print) print;\n'


def test_imported_stylesheets_become_one_file_each_in_its_layer_and_for_its_medium(built: Make) -> None:
    site = built(
        {
            STYLES: SHEET,
            "assets/css/a.css": "/* text */\np a:hover {\n  margin: 0 1px;\n}\n",
            "assets/css/b.css": "p {\n  background: url(../img/a.svg);\n}\n",
        }
    )
    bundle_styles(site)
    assert site.read(STYLES) == (
        "@layer base,print;@layer base{p a:hover{margin:0 1px;}}@media print{@layer print{p{background:url(../img/a.svg);}}}"
    )


def test_browsers_without_light_dark_get_the_light_colours(built: Make) -> None:
    tokens = ":root {\n  --ink: light-dark(#111, #eee);\n  --gap: 1rem;\n}\n"
    site = built({STYLES: '@import url("tokens.css") layer(reset);\n', "assets/css/tokens.css": tokens})
    bundle_styles(site)
    assert site.read(STYLES).endswith("@supports not (color:light-dark(#000,#fff)){:root{--ink:#111;}}")


def test_a_stylesheet_that_is_not_there_ends_the_build(built: Make) -> None:
    site = built({STYLES: SHEET, "assets/css/a.css": ""})
    with pytest.raises(PublishingError, match=r"assets/css/site.css: no stylesheet b.css"):
        bundle_styles(site)


def test_a_stylesheet_that_is_not_utf8_is_told_with_its_line(built: Make) -> None:
    site = built({STYLES: SHEET, "assets/css/a.css": b"p {\n  content: '\xff';\n}\n"})
    with pytest.raises(PublishingError, match=r"assets/css/a.css:2: a byte that is not UTF-8"):
        bundle_styles(site)
