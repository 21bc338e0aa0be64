"""The pictures that are drawn once and kept: what a shared link shows, and the icons of phones.

``make pictures`` draws them anew. They are committed, so that a build needs neither a browser nor Japanese fonts.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.problems import Problems
from helpsite.ground.text import with_break_points

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "assets" / "img"
CHROMIUM = "/usr/bin/chromium"
TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><style>
* {{ margin: 0; box-sizing: border-box }}
body {{ background: #0a4b46; color: #fff; font-family: "Noto Sans CJK JP", sans-serif; width: {width}px; height: {height}px }}
{style}</style>{body}"""
SHARED = """
body { display: flex; flex-direction: column; justify-content: space-between; padding: 72px 80px; border-bottom: 20px solid #74d3c4 }
header { display: flex; align-items: center; gap: 28px; font-size: 40px; font-weight: 700 }
svg { width: 84px; height: 84px; color: #fff }
small { border: 2px solid; border-radius: 40px; font-size: 26px; font-weight: 400; padding: 4px 20px }
h1 { font-size: 80px; line-height: 1.3; word-break: keep-all; text-wrap: balance }
p { font-size: 30px; line-height: 1.6; color: #d5ebe6 }"""
ICON = "body { display: grid; place-items: center } svg { width: 66%; height: 66%; color: #fff }"


def mark() -> str:
    """The mark of the site."""
    return (IMAGES / "mark.svg").read_text(encoding="utf-8")


def shared(locale: Locale) -> str:
    """What a link shows where it is shared."""
    words = words_in(load_words(ROOT / "docs" / "data" / "ui", Problems()), locale)["site"]
    home = (ROOT / "docs" / locale / "index.md").read_text(encoding="utf-8")
    title = with_break_points(TITLE.findall(home)[0], locale)
    body = f"""<header>{mark()} {words["name"]} <small>{words["unofficial"]}</small></header>
<h1>{title}</h1><p>{words["unofficial-long"]}</p>"""
    return PAGE.format(lang=locale, width=1200, height=630, style=SHARED, body=body)


def draw(browser: Browser, name: str, html: str, width: int, height: int) -> None:
    """Write ``html`` as a picture of that size."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(html)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(IMAGES / name, optimize=True)
    page.close()


def main() -> None:
    """Draw all pictures into docs/assets/img."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM)
        for locale in LOCALES:
            draw(browser, f"share-{locale}.png", shared(locale), 1200, 630)
        for size in (180, 512):
            icon = PAGE.format(lang="en", width=size, height=size, style=ICON, body=mark())
            draw(browser, f"icon-{size}.png", icon, size, size)
        browser.close()


if __name__ == "__main__":
    main()
