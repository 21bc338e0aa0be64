"""deploy/Caddyfile in a real Caddy with the real site."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from tests.interface import said

from helpsite.ground.locales import Locale
from helpsite.publishing.pipeline import finish

Serve = Callable[[Path, str], AbstractContextManager[str]]
pytestmark = pytest.mark.site

FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)\s[^>]*?(?:href|src)="((?!data:)[^"]+)"')
SHORTLY = "public, max-age=300, must-revalidate"
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.body.decode(errors="replace"))
        return found[1] if found else ""


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """The path is sent as it is."""
    url = urlsplit(address)
    connection = http.client.HTTPConnection(url.netloc, timeout=30)
    connection.putrequest(method, url.path.rstrip("/") + path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)


def stylesheet(site_dir: Path) -> str:
    return "/" + next(site_dir.glob("assets/css/site.*.css")).relative_to(site_dir).as_posix()


def test_pages_are_sent_compressed(caddy_url: str, site_dir: Path) -> None:
    page = (site_dir / "sign-in/index.html").read_bytes()
    best = ask(caddy_url, "/sign-in/", Accept_Encoding="gzip, br, zstd")
    assert (best.headers["content-encoding"], best.headers["vary"]) == ("br", "Accept-Encoding")
    assert brotli.decompress(best.body) == page
    packed = ask(caddy_url, "/sign-in/", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == page
    plain = ask(caddy_url, "/sign-in/")
    assert "content-encoding" not in plain.headers
    assert plain.body == page


def test_every_answer_has_the_security_headers(caddy_url: str, site_dir: Path) -> None:
    for path in ("/", "/en/errors/", "/no-such-page/", stylesheet(site_dir), "/sw.js", "/sign-in"):
        headers = ask(caddy_url, path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-"), path
        assert policy.endswith("frame-ancestors 'none'"), path
        assert "unsafe" not in policy, path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["x-frame-options"] == "DENY", path
        assert headers["referrer-policy"] == "no-referrer", path
        assert "camera=()" in headers["permissions-policy"], path


def test_what_is_outside_of_the_site_has_the_headers_as_well(caddy_url: str) -> None:
    root = caddy_url.removesuffix("/help/")
    for path in ("/", "/elsewhere/", "/helpless"):
        answer = ask(root, path)
        assert answer.status == 404
        assert answer.headers["content-security-policy"].startswith("default-src 'none'"), path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["x-frame-options"] == "DENY", path


def test_only_names_that_change_with_the_content_are_kept_for_ever(caddy_url: str, site_dir: Path) -> None:
    assert ask(caddy_url, stylesheet(site_dir)).headers["cache-control"] == FOREVER
    for path in ("/", "/en/sign-in/", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt"):
        assert ask(caddy_url, path).headers["cache-control"] == SHORTLY, path
    assert ask(caddy_url, "/sw.js").headers["cache-control"] == "no-cache"
    assert ask(caddy_url, "/assets/gone.0123456789.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "locale"),
    [
        ("/no-such-page", "ja"),
        ("/errors/no-such-message/", "ja"),
        ("/en/no-such-page", "en"),
        ("/en/errors/no-such-message/", "en"),
    ],
)
def test_what_is_not_there_is_answered_in_the_readers_language(path: str, locale: Locale, caddy_url: str) -> None:
    answer = ask(caddy_url, path)
    title = f"{said(locale, 'site', 'not-found-title')} – {said(locale, 'site', 'name')}"
    assert (answer.status, answer.title) == (404, title)


def test_a_page_without_its_slash_is_redirected(caddy_url: str) -> None:
    assert ask(caddy_url, "/sign-in").headers["location"] == "/help/sign-in/"
    assert ask(caddy_url, "").headers["location"] == "/help/"
    root = caddy_url.removesuffix("/help/")
    assert (ask(root, "/").status, ask(root, "/en/").status) == (404, 404)


def test_parts_and_conditions(caddy_url: str) -> None:
    page = ask(caddy_url, "/about/")
    part = ask(caddy_url, "/about/", Range="bytes=5-14")
    assert (part.status, part.body) == (206, page.body[5:15])
    assert ask(caddy_url, "/about/", Range="bytes=9999999-").status == 416
    assert ask(caddy_url, "/about/", If_None_Match=page.headers["etag"]).status == 304
    assert ask(caddy_url, "/about/", If_Modified_Since=page.headers["last-modified"]).status == 304
    assert ask(caddy_url, "/about/", If_None_Match='"else"').status == 200
    head = ask(caddy_url, "/about/", method="HEAD")
    assert (head.status, head.body) == (200, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/../../../etc/passwd", 404),
        ("/..%2f..%2f..%2fetc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
        ("//en//", 404),
        ("/en//about/", 404),
        ("/%zz", 400),
        ("/%ff%fe", 404),
        ("/%00", 404),
        ("/\\..\\..", 404),
        ("/" + "a" * 300, 404),
        ("/" + "a/" * 5000, 404),
        ("/" + "a" * 100_000, 404),
        ("/" + "a" * 2_000_000, 431),
        ("/_headers", 404),
        ("/_redirects", 404),
        ("/_site.caddy", 404),
        ("/_last", 404),
        ("/index.html.br", 404),
        ("/sign-in/?q=%3Cscript%3E", 200),
        ("/.git/config", 404),
    ],
)
def test_odd_paths(path: str, status: int, caddy_url: str) -> None:
    answer = ask(caddy_url, path)
    assert answer.status == status
    assert b"root:" not in answer.body


def test_a_moved_page_is_redirected(tmp_path: Path, serve: Serve) -> None:
    head = '<meta charset="utf-8"><link rel="canonical" href="https://help.example/help/"><title>x</title>'
    site = tmp_path / "site"
    for name in ("", "new/", "en/", "en/new/"):
        (site / name).mkdir(parents=True, exist_ok=True)
        (site / name / "index.html").write_text(head, encoding="utf-8")
    (site / "assets" / "css").mkdir(parents=True)
    (site / "assets" / "css" / "site.css").write_text("")
    (site / "sitemap.xml").write_text("<lastmod>2026-11-23</lastmod>", encoding="utf-8")
    data = tmp_path / "docs" / "data"
    shutil.copytree(Path(__file__).parents[2] / "docs" / "data" / "ui", data / "ui")
    (data / "redirects.yml").write_text("old.md: new.md\n", encoding="utf-8")
    finish(site, data)
    with serve(site, "/help") as address:
        answer = ask(address, "/en/old/")
        assert (answer.status, answer.headers["location"]) == (301, "/help/en/new/")


def test_the_site_works_at_a_hosts_root_as_it_is(site_dir: Path, serve: Serve) -> None:
    """Built for /help/, served at /: pages, styles and scripts are all found."""
    with serve(site_dir, "") as address:
        for page in ("/", "/en/", "/sign-in/", "/en/errors/slide-net-err/"):
            answer = ask(address, page)
            assert answer.status == 200
            found = FETCHED.findall(answer.body.decode())
            assert len(found) > 2
            for reference in found:
                assert ask(address, urljoin(page, reference)).status == 200, (page, reference)
