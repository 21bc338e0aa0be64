"""QR codes (ISO/IEC 18004) by segno, as SVG that stands in the page and needs no request."""

from __future__ import annotations

import segno
from markupsafe import Markup

_MASK = 4
"""Any of the eight masks can be read. Trying all of them takes four times as long and would cost a second a build."""


def qr_code(address: str) -> Markup:
    """``address`` as an SVG element of one path, a unit a module, without the quiet zone of four modules.

    Error correction M or better, where it takes no more room. Raises `segno.DataOverflowError` above about 2,300
    characters.
    """
    code = segno.make_qr(address, error="m", mask=_MASK)
    return Markup(code.svg_inline(border=0, omitsize=True, svgclass="print-code", lineclass=None))
