"""The pictures of shared links."""

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.small_site import lay_out

from helpsite.frame.pictures import lines, pictures
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.load import load_site


@pytest.mark.parametrize(
    ("locale", "text", "wanted"),
    [
        ("en", "When you can't get in", ["When you ", "can't get ", "in"]),
        ("ja", "パスワードを忘れたとき", ["パスワードを", "忘れたとき"]),
        ("en", "Incomprehensible", ["Incomprehensible"]),
    ],
)
def test_lines_break_between_words_and_phrases(locale: Locale, text: str, wanted: list[str]) -> None:
    assert lines(text, locale, 6) == wanted


def test_each_language_has_a_picture_and_the_site_two_icons(tmp_path: Path) -> None:
    lay_out(tmp_path)
    site = load_site(tmp_path / "docs", tmp_path / "mkdocs.yml", Problems())
    drawn = pictures(site, "ja") | pictures(site, "en")
    assert {path: Image.open(io.BytesIO(png)).size for path, png in drawn.items()} == {
        "assets/img/share-ja.png": (1200, 630),
        "assets/img/share-en.png": (1200, 630),
        "assets/img/icon-180.png": (180, 180),
        "assets/img/icon-512.png": (512, 512),
    }
