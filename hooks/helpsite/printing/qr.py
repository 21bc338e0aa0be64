"""QR codes (ISO/IEC 18004) by segno, which stand in the page and need no request."""

from __future__ import annotations

import base64

import segno
from markupsafe import Markup

_MASK = 4
"""Any of the eight masks can be read. Trying all of them takes four times as long and would cost a second a build."""


def _code(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m", mask=_MASK)


def qr_code(address: str) -> Markup:
    """``address`` as an SVG element of one path, a unit a module, without the quiet zone of four modules.

    Error correction M or better, where it takes no more room. Raises `segno.DataOverflowError` above about 2,300
    characters.
    """
    return Markup(_code(address).svg_inline(border=0, omitsize=True, svgclass="print-code", lineclass=None))


def packed_code(address: str) -> str:
    """The same code in an eighth of the room: its modules row by row, a bit each, in Base64.

    ``docs/assets/js/print.js`` draws it. The number of modules a side is the root of the number of bits, rounded down.
    """
    modules = "".join(str(int(module)) for row in _code(address).matrix for module in row)
    bits = modules + "0" * (-len(modules) % 8)
    return base64.b64encode(int(bits, 2).to_bytes(len(bits) // 8)).decode()
