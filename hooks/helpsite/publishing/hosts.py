"""Files for hosts and robots: headers, redirects, robots.txt and security.txt."""

import datetime
import re
from collections.abc import Sequence

from helpsite.ground.locales import DEFAULT_LOCALE, LOCALES, other_locales
from helpsite.publishing.built import Built
from helpsite.publishing.policy import header_policy

DENIED = """
accelerometer autoplay browsing-topics camera display-capture encrypted-media gamepad geolocation gyroscope hid
identity-credentials-get idle-detection magnetometer microphone midi payment picture-in-picture
publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access usb window-management
xr-spatial-tracking
"""
"""What the site never asks a browser for. Sharing and the clipboard are not among them."""

FOREVER = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=300, must-revalidate"
ALWAYS_ASK = "no-cache"

WHO = "about/#who"
"""Where the site says who makes it."""

_LASTMOD = re.compile(r"<lastmod>([\d-]+)</lastmod>")


def headers(site: Built) -> dict[str, str]:
    """The headers of every answer."""
    return {
        "Content-Security-Policy": header_policy(site),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED.split()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def write_host_files(site: Built, moved: Sequence[tuple[str, str]], contact: str = "") -> None:
    """Write ``_headers``, ``_redirects``, ``_site.caddy``, ``robots.txt`` and ``.well-known/security.txt``.

    ``moved`` are pairs of addresses below the site's root, ``contact`` is an address (https: or mailto:).
    """
    site.write("_headers", _headers(headers(site)))
    site.write("_redirects", "".join(f"/{old} /{new} 301\n" for old, new in moved))
    site.write("_site.caddy", _caddy(headers(site), moved))
    site.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.address}sitemap.xml\n")
    site.write(".well-known/security.txt", _security(site, contact or site.address + WHO))


def _headers(every: dict[str, str]) -> str:
    """For Cloudflare Pages and Netlify."""
    blocks = {
        "/*": every,
        "/assets/*": {"Cache-Control": FOREVER},
        "/sw.js": {"Cache-Control": ALWAYS_ASK},
    }
    lines = [
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in rows.items()) for path, rows in blocks.items()
    ]
    return "\n".join(lines)


def _caddy(every: dict[str, str], moved: Sequence[tuple[str, str]]) -> str:
    """For deploy/Caddyfile: three snippets, in addresses below the site's root."""
    header = "".join(f'\t\t{name} "{value}"\n' for name, value in every.items())
    rows = "".join(f"\tredir /{old} {{$SITE_BASE}}/{new} 301\n" for old, new in moved)
    snippets = {"headers": f"\theader {{\n{header}\t}}\n", "redirects": rows, "missing": _caddy_missing()}
    return "\n".join(f"(site_{name}) {{\n{text}}}\n" for name, text in snippets.items())


def _caddy_missing() -> str:
    """What is not there is answered by the 404 page of the address' language."""
    rows, known = "", "/404.html"
    for locale in other_locales(DEFAULT_LOCALE):
        folder, page = f"{{$SITE_BASE}}/{locale}/*", f"/{locale}/404.html"
        rows += f"\t@{locale} path {folder}\n\trewrite @{locale} {page}\n"
        known += f" {folder} {page}"
    return f"{rows}\t@other not path {known}\n\trewrite @other /404.html\n"


def _security(site: Built, contact: str) -> str:
    """https://www.rfc-editor.org/rfc/rfc9116; it ends a year after the facts were last checked."""
    days = [datetime.date.fromisoformat(day) for day in _LASTMOD.findall(site.read("sitemap.xml"))]
    end = max(days, default=datetime.date(1970, 1, 1)) + datetime.timedelta(days=365)
    rows = {
        "Contact": contact,
        "Expires": f"{end}T00:00:00Z",
        "Preferred-Languages": ", ".join(LOCALES),
        "Canonical": f"{site.address}.well-known/security.txt",
    }
    return "".join(f"{name}: {value}\n" for name, value in rows.items())
