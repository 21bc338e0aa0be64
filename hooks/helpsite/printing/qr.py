"""QR codes (ISO/IEC 18004) by segno."""

import io

import segno

_MASK = 4
"""Any of the eight masks can be read. Trying all of them takes four times as long and would cost a second a build."""
_LOOK = {"scale": 4, "border": 0}


def qr_code(address: str) -> str:
    """`qr_png` as an address that holds the picture itself, so that it needs no request."""
    return str(_made(address).png_data_uri(**_LOOK))


def qr_png(address: str) -> bytes:
    """A picture that holds ``address``, four dots a module, without the quiet zone of four modules.

    Error correction M or better, where it takes no more room. Raises `segno.DataOverflowError` above about 2,300
    characters.
    """
    file = io.BytesIO()
    _made(address).save(file, kind="png", **_LOOK)
    return file.getvalue()


def _made(address: str) -> segno.QRCode:
    return segno.make_qr(address, error="m", mask=_MASK)
