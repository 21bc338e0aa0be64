"""The published site as files."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

import brotli
import pytest
from tests.nightly import AT_NIGHT
from tests.small_site import build, lay_out

from helpsite.ground.anchors import drawn_ids
from helpsite.places import OURS

pytestmark = pytest.mark.site

ROOT = Path(__file__).parents[2]


KINDS = "html css js json webmanifest svg png xml txt caddy _headers _redirects _last"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_only_what_readers_and_hosts_need_is_published(site_dir: Path) -> None:
    kinds = {re.sub(r"\.(br|gz)$", "", name).rpartition(".")[2] for name in files(site_dir)}
    assert kinds <= set(KINDS.split())
    folders = {name.partition("/")[0] for name in files(site_dir) if name.startswith("assets/")}
    assert folders == {"assets"}
    assert not any("javascripts" in name or "lunr" in name or name.endswith(".map") for name in files(site_dir))
    assert len(list(site_dir.glob("assets/css/*.css"))) == 1


def test_compressed_twins_hold_the_same(site_dir: Path) -> None:
    twins = [name for name in files(site_dir) if name.endswith(".br")]
    assert len(twins) > 200
    for name in twins:
        content = (site_dir / name.removesuffix(".br")).read_bytes()
        assert brotli.decompress((site_dir / name).read_bytes()) == content, name
        assert gzip.decompress((site_dir / name).with_suffix(".gz").read_bytes()) == content, name


def test_robots_and_finders_of_holes_are_told(site_dir: Path) -> None:
    assert (site_dir / "robots.txt").read_text() == (
        "User-agent: *\nAllow: /\n\nSitemap: https://help.example/help/sitemap.xml\n"
    )
    rows = dict(row.split(": ", 1) for row in (site_dir / ".well-known/security.txt").read_text().splitlines())
    assert rows["Contact"] == "https://help.example/help/about/#who"
    assert 'id="who"' in (site_dir / "about/index.html").read_text(encoding="utf-8")
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT00:00:00Z", rows["Expires"])


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (["", "Ann", "help"], "https://ann.github.io/help/"),
        (["", "Ann", "ann.github.io"], "https://ann.github.io/"),
        (["https://help.example", "Ann", "help"], "https://help.example/"),
    ],
)
def test_the_address_on_github_pages_follows_from_the_repository(arguments: list[str], address: str) -> None:
    said = subprocess.run([ROOT / "deploy" / "pages-address", *arguments], capture_output=True, text=True, check=True)
    assert said.stdout == f"SITE_URL={address}\n"


def test_browsers_that_read_the_styles_read_the_scripts(site_dir: Path) -> None:
    """Cascade layers came with Safari 15.4. For a lookbehind, Safari before 16.4 refuses the whole script."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in site_dir.rglob("*.js")}
    assert scripts
    assert [name for name, text in scripts.items() if re.search(r"\(\?<[!=]", text)] == []


@pytest.mark.skipif(not AT_NIGHT, reason="one more build; at night")
def test_a_build_elsewhere_is_the_same(tmp_path: Path, small_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "it's 別の folder"
    project.mkdir()
    lay_out(project)
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    done = build(project, tmp_path / "site", "https://help.example/help/")
    assert done.returncode == 0, done.stderr
    assert files(tmp_path / "site") == files(small_dir)
    assert [
        name for name in files(small_dir) if (tmp_path / "site" / name).read_bytes() != (small_dir / name).read_bytes()
    ] == []


def test_no_text_may_use_an_id_that_every_page_has(small_dir: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in small_dir.rglob("index.html")]
    shared = set.intersection(*(drawn_ids(html) for html in pages if '<main id="main"' in html))
    assert {"main", "search", "site-nav", "site-words"} <= shared
    assert [name for name in shared if not OURS.fullmatch(name)] == []


def test_every_asset_has_a_name_that_changes_with_its_content(site_dir: Path) -> None:
    names = [path.name for path in (site_dir / "assets").rglob("*") if path.is_file()]
    assert [name for name in names if not re.search(r"\.[0-9a-f]{8,}\.", name)] == []
