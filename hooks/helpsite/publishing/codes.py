"""QR codes of what prints alone: a picture beside its page for each, which only a print asks for (print.js)."""

import posixpath
import re

from helpsite.printing.qr import qr_png
from helpsite.publishing.built import Built

_SHEET = re.compile(r' data-sheet="([^"]+)"')


def write_codes(site: Built) -> None:
    """Write ``code-<anchor>.png`` beside each page, with the address of each of its parts that print alone."""
    for path, html in site.pages.items():
        address = site.address + path.removesuffix("index.html")
        for anchor in dict.fromkeys(_SHEET.findall(html)):
            site.write(posixpath.join(posixpath.dirname(path), f"code-{anchor}.png"), qr_png(f"{address}#{anchor}"))
