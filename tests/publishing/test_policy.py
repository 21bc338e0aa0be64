from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable

import pytest

from helpsite.publishing.built import Built, PublishingError
from helpsite.publishing.policy import header_policy, policy, script_hashes, state_policies

Make = Callable[..., Built]


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_scripts_that_run_are_named_by_their_hash() -> None:
    html = (
        "<script>a()</script><script type='module'>b()</script><script type=\"speculationrules\">{}</script>"
        '<script type="application/ld+json">{"data": 1}</script><script type="module" src="x.js"></script>'
    )
    assert script_hashes(html) == sorted([hashed("a()"), hashed("b()"), hashed("{}")])


def test_the_whole_policy() -> None:
    assert policy(["'sha256-x'"]) == (
        "default-src 'none'; script-src 'self' 'sha256-x'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
        "require-trusted-types-for 'script'; trusted-types default"
    )


def test_each_page_states_its_own_and_the_header_fits_all(built: Make) -> None:
    site = built({"a.html": ("", "<script>a()</script>"), "b.html": ("", "")})
    state_policies(site, {"a()"})
    stated = f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy([hashed("a()")])}">'
    assert stated in site.pages["a.html"]
    assert f'content="{policy([])}"' in site.pages["b.html"]
    assert header_policy(site) == policy([hashed("a()")]) + "; frame-ancestors 'none'"


@pytest.mark.parametrize("body", ['<p style="top:0">', '<a onclick="x()">', "<style>p{}</style>", "<p\nstyle='x'>"])
def test_what_the_policy_blocks_ends_the_build(body: str, built: Make) -> None:
    site = built({"a.html": ("", body)})
    with pytest.raises(PublishingError, match=r"a.html: inline style or handler"):
        state_policies(site)


def test_a_script_that_is_none_of_the_site_ends_the_build(built: Make) -> None:
    site = built({"a.html": ("", "<script>alert(1)</script>")})
    with pytest.raises(PublishingError, match=r'a.html: a script that is none of the site: "alert\(1\)"'):
        state_policies(site)
