from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from helpsite.ground.interface import load_words
from helpsite.ground.problems import Problems
from helpsite.publishing.built import Built
from helpsite.publishing.pipeline import finish
from helpsite.publishing.redirects import apply_redirects, check_redirects, load_redirects

Make = Callable[..., Built]
UI = Path(__file__).parents[2] / "docs" / "data" / "ui"


@pytest.fixture
def site(built: Make) -> Built:
    pages = {}
    for prefix in ("", "en/"):
        pages[f"{prefix}index.html"] = ("", "")
        pages[f"{prefix}sign-in/index.html"] = ("", '<h2 id="steps">x</h2>')
        pages[f"{prefix}unlock/index.html"] = ("", "")
    return built({**pages, "assets/js/moved.js": ""})


def faults(text: str, site: Built, tmp_path: Path) -> list[str]:
    table = tmp_path / "redirects.yml"
    table.write_text(text, encoding="utf-8")
    problems = Problems(tmp_path)
    check_redirects(load_redirects(table, problems), site, table, problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# nothing\n", []),
        ("old.md: sign-in.md\n", []),
        ("old.md: sign-in.md#steps\nsign-in.md#old: '#gone'\n".replace("'#gone'", "unlock.md"), []),
        (
            "\nunlock.md: sign-in.md\n",
            [
                'redirects.yml:2: "unlock.md" is there (en); an address that is no more',
                'redirects.yml:2: "unlock.md" is there (ja); an address that is no more',
            ],
        ),
        (
            "sign-in.md#steps: unlock.md\n",
            [
                'redirects.yml:1: "sign-in.md#steps" is there (en); an address that is no more',
                'redirects.yml:1: "sign-in.md#steps" is there (ja); an address that is no more',
            ],
        ),
        (
            "old.md: sign-in.md#typo\n",
            [
                'redirects.yml:1: "sign-in.md#typo" is not there (en); a page or place that exists',
                'redirects.yml:1: "sign-in.md#typo" is not there (ja); a page or place that exists',
            ],
        ),
        (
            "old.md#part: sign-in.md\n",
            [
                'redirects.yml:1: no page for "old.md#part" (en); a row for the page that moved',
                'redirects.yml:1: no page for "old.md#part" (ja); a row for the page that moved',
            ],
        ),
        ("old.md: [1]\n", ["redirects.yml:1: old.md: \"['1']\"; it should be a valid string"]),
    ],
)
def test_a_row_that_redirects_nothing_is_a_mistake(text: str, wanted: list[str], site: Built, tmp_path: Path) -> None:
    assert faults(text, site, tmp_path) == wanted


def test_moved_pages_and_places_lead_on(site: Built, tmp_path: Path) -> None:
    table = tmp_path / "redirects.yml"
    table.write_text(
        "old/page.md: sign-in.md#steps\nsign-in.md#part: unlock.md\nsign-in.md#bit: unlock.md\n", encoding="utf-8"
    )
    problems = Problems()
    moved = apply_redirects(load_redirects(table, problems), site, load_words(UI, problems))
    assert moved == [("old/page/", "sign-in/#steps"), ("en/old/page/", "en/sign-in/#steps")]
    page = site.pages["en/old/page/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../sign-in/#steps">' in page
    assert '<link rel="canonical" href="https://help.example/help/en/sign-in/">' in page
    assert '<a href="../../sign-in/#steps">題</a>' in page
    note = '<p class="moved" id="{}">This section has moved. <a href="../unlock/">Go to the new place</a></p>'
    assert f"{note.format('part')}{note.format('bit')}</article>" in site.pages["en/sign-in/index.html"]
    assert '<script type="module" src="../../assets/js/moved.js"></script>' in site.pages["en/sign-in/index.html"]
    assert "moved" not in site.pages["unlock/index.html"]


def test_hosts_are_told_of_moved_pages(site: Built, tmp_path: Path) -> None:
    site.write("sitemap.xml", "<lastmod>2026-11-23</lastmod>")
    data = tmp_path / "docs" / "data"
    (data / "ui").mkdir(parents=True)
    (data / "ui" / "moved.yml").write_bytes((UI / "moved.yml").read_bytes())
    (data / "redirects.yml").write_text("old.md: sign-in.md\n", encoding="utf-8")
    finish(site.folder, data)
    assert site.read("_redirects") == "/old/ /sign-in/ 301\n/en/old/ /en/sign-in/ 301\n"
    assert "\tredir /en/old/ {$SITE_BASE}/en/sign-in/ 301\n" in site.read("_site.caddy")
