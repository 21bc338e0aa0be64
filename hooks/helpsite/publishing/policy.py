"""The Content-Security-Policy: nothing is allowed but the site's own files and the inline scripts by their hash.

https://www.w3.org/TR/CSP3/ and, for ``require-trusted-types-for``, https://www.w3.org/TR/trusted-types/.
"""

import base64
import hashlib
import re
from collections.abc import Collection, Iterable

from rjsmin import jsmin

from helpsite.ground.paths import ROOT
from helpsite.publishing.built import Built, PublishingError

CHARSET = '<meta charset="utf-8">'
REFERRER = '<meta name="referrer" content="no-referrer">'

PARTIALS = ROOT / "overrides" / "partials"
OWN = ("early.js", "speculation.json")
"""The files of `PARTIALS` that stand in pages as inline scripts."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\stype=["']?([^"'\s>]+)""")
_RUN = {"", "module", "text/javascript", "importmap", "speculationrules"}
_INLINE = re.compile(r"<style\b|<[a-z][^<>]*\s(style|on[a-z]+)=[\"']", re.IGNORECASE)


def _inline(html: str) -> set[str]:
    """The inline scripts of ``html`` that a browser runs."""
    found = set()
    for attributes, body in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if " src=" not in attributes and (kind[1].lower() if kind else "") in _RUN:
            found.add(body)
    return found


def own_scripts() -> frozenset[str]:
    """The inline scripts that are the site's own; no other one may run."""
    texts = {name: (PARTIALS / name).read_text(encoding="utf-8").removesuffix("\n") for name in OWN}
    return frozenset({*texts.values(), *(str(jsmin(text)) for name, text in texts.items() if name.endswith(".js"))})


def script_hashes(html: str) -> list[str]:
    """The source expression ``'sha256-…'`` of each inline script that a browser runs, sorted, each once."""
    digests = (base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in _inline(html))
    return sorted(f"'sha256-{digest}'" for digest in digests)


def policy(hashes: Iterable[str]) -> str:
    """The policy for pages with these inline scripts, as a meta element may state it."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def header_policy(site: Built) -> str:
    """One policy that fits all pages, with what only a header may say."""
    hashes = {one for html in site.pages.values() for one in script_hashes(html)}
    return policy(sorted(hashes)) + "; frame-ancestors 'none'"


def state_policies(site: Built, own: Collection[str] | None = None) -> None:
    """Put each page's policy at its head. Raises `PublishingError` where a page holds what the policy forbids.

    Inline scripts other than ``own`` (`own_scripts` where left out) are forbidden.
    """
    own = own_scripts() if own is None else own
    for path, html in site.pages.items():
        if foreign := _inline(html) - set(own):
            raise PublishingError(f'{path}: a script that is none of the site: "{sorted(foreign)[0][:80]}"')
        if forbidden := _INLINE.search(_SCRIPT.sub("", html)):
            raise PublishingError(
                f"{path}: inline style or handler, which the security policy blocks: {forbidden[0][:80]}"
            )
        stated = f'<meta http-equiv="Content-Security-Policy" content="{policy(script_hashes(html))}">\n{REFERRER}'
        before, charset, after = html.partition(CHARSET)
        site.pages[path] = f"{before}{charset}\n{stated}{after}"
        if not charset:
            raise PublishingError(f"{path}: no {CHARSET} to put the security policy after")
