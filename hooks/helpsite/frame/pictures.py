"""The pictures that others show: of a shared link, and the icon of a site that is put on a phone's home screen."""

import re
from importlib.resources import files
from unicodedata import east_asian_width

import resvg_py

from helpsite.ground.interface import words_in
from helpsite.ground.locales import DEFAULT_LOCALE, Locale
from helpsite.ground.paths import ROOT
from helpsite.ground.templates import render
from helpsite.ground.text import break_into_phrases
from helpsite.site import Site

FONT = files("noto_cjk_sans_jp_bold") / "NotoSansCJKjp-Bold.otf"
MARK = ROOT / "docs" / "assets" / "img" / "mark.svg"
ICONS = (180, 512)
LINE, TITLE_LINE = 31, 14
"""The room of a line, in letters of its size."""


def pictures(site: Site, locale: Locale) -> dict[str, bytes]:
    """Path below the site's root to PNG, for ``locale``; icons come with the default language."""
    words = words_in(site.words, locale)["site"]
    shared = _png(
        "share.xml",
        name=words["name"],
        title=lines(site.front(locale, "index.md").title, locale, TITLE_LINE),
        note=lines(words["unofficial-long"], locale, LINE),
    )
    icons = ICONS if locale == DEFAULT_LOCALE else ()
    return {f"assets/img/share-{locale}.png": shared} | {
        f"assets/img/icon-{size}.png": _png("icon.xml", size=size) for size in icons
    }


def lines(text: str, locale: Locale, room: float) -> list[str]:
    """``text`` in lines of up to ``room`` letters, broken between words or Japanese phrases."""
    found: list[str] = []
    for piece in re.findall("[^\u200b ]+ ?", break_into_phrases(text, locale)):
        if found and _width(found[-1] + piece) <= room:
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _width(text: str) -> float:
    return sum(1 if east_asian_width(letter) in "WF" else 0.54 for letter in text.strip())


def _png(template: str, **values: object) -> bytes:
    drawing = render(template, mark=MARK.read_text(encoding="utf-8"), **values)
    png: bytes = resvg_py.svg_to_bytes(svg_string=str(drawing), font_files=[str(FONT)], skip_system_fonts=True)
    return png
