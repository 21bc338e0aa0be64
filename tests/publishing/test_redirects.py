from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from helpsite.ground.interface import load_words
from helpsite.ground.problems import Problems
from helpsite.publishing.built import Built, PublishingError
from helpsite.publishing.pipeline import finish
from helpsite.publishing.redirects import apply_redirects, check_redirects, load_redirects

Make = Callable[..., Built]
ROOT = Path(__file__).parents[2]
UI = ROOT / "docs" / "data" / "ui"


@pytest.fixture
def site(built: Make) -> Built:
    pages = {}
    for prefix in ("", "en/"):
        pages[f"{prefix}index.html"] = ("", "")
        pages[f"{prefix}sign-in/index.html"] = ("", "")
        pages[f"{prefix}unlock/index.html"] = ("", "")
    return built(pages)


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
        ("errors/old-one.md: sign-in.md\n", []),
        (
            "\nunlock.md: sign-in.md\n",
            [
                'redirects.yml:2: "unlock.md" is there (en); expected a page that is no more',
                'redirects.yml:2: "unlock.md" is there (ja); expected a page that is no more',
            ],
        ),
        (
            "old.md: typo.md\n",
            [
                'redirects.yml:1: "typo.md" is not there (en); expected a page that exists',
                'redirects.yml:1: "typo.md" is not there (ja); expected a page that exists',
            ],
        ),
        ("old.md: [1]\n", ["redirects.yml:1: old.md: a list; expected a text"]),
    ],
)
def test_a_row_that_redirects_nothing_is_a_mistake(text: str, wanted: list[str], site: Built, tmp_path: Path) -> None:
    assert faults(text, site, tmp_path) == wanted


ODD = [
    "../../x.md",
    "/etc/x.md",
    "a b.md",
    "*.md",
    "a\\nb.md",
    "a.md\\n",
    "x",
    ".md",
    "a//b.md",
    "A.md",
    "sign-in.md#part",
    "１.md",
    "en/old.md",
    "a/../b.md",
    "./a.md",
    "{env.HOME}.md",
    "{$SITE_BASE}.md",
    "a}.md",
    "'a'.md",
    "`a`.md",
    r"a\"b.md",
    "a;b.md",
    "a#b.md",
    "%0a.md",
    "\\u2028.md",
    "",
]


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_page_is_refused_on_either_side(name: str, site: Built, tmp_path: Path) -> None:
    for row in (f'"{name}": sign-in.md\n', f'old.md: "{name}"\n'):
        found = faults(row, site, tmp_path)
        assert len(found) == 1, found
        assert found[0].startswith("redirects.yml:1: ")
        assert found[0].endswith(" is no page; expected lower-case ASCII words and .md, as in errors/index.md")


@pytest.mark.parametrize("path", ["../x.html", "/etc/x.html", "a/../../x.html"])
def test_nothing_is_written_outside_of_the_site(path: str, site: Built) -> None:
    with pytest.raises(PublishingError, match="outside of the site"):
        site.write(path, "")


def test_moved_pages_lead_on(site: Built, tmp_path: Path) -> None:
    table = tmp_path / "redirects.yml"
    table.write_text("old/page.md: sign-in.md\n", encoding="utf-8")
    problems = Problems()
    moved = apply_redirects(load_redirects(table, problems), site, load_words(UI, problems))
    assert moved == [("old/page/", "sign-in/"), ("en/old/page/", "en/sign-in/")]
    page = site.pages["en/old/page/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../sign-in/">' in page
    assert '<link rel="canonical" href="https://help.example/help/en/sign-in/">' in page
    assert '<a href="../../sign-in/">題</a>' in page


def test_hosts_are_told_of_moved_pages(site: Built, tmp_path: Path) -> None:
    site.write("assets/css/site.css", "")
    site.write("sitemap.xml", "<lastmod>2026-11-23</lastmod>")
    data = tmp_path / "docs" / "data"
    shutil.copytree(UI, data / "ui")
    (data / "redirects.yml").write_text("old.md: sign-in.md\n-/0--/404.md: sign-in.md\n", encoding="utf-8")
    finish(site.folder, data)
    rows = ["/old/ /sign-in/", "/-/0--/404/ /sign-in/", "/en/old/ /en/sign-in/", "/en/-/0--/404/ /en/sign-in/"]
    assert site.read("_redirects") == "".join(f"{row} 301\n" for row in rows)
    assert "\tredir /en/old/ {$SITE_BASE}/en/sign-in/ 301\n" in site.read("_site.caddy")
    if program := shutil.which("caddy"):
        env = {**os.environ, "SITE_DIR": str(site.folder), "SITE_BASE": "/help"}
        adapted = subprocess.run(
            [program, "adapt", "--config", ROOT / "deploy" / "Caddyfile"],
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "/help/en/-/0--/404/" in adapted.stdout or "/en/-/0--/404/" in adapted.stdout
