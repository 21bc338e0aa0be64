"""QR codes (ISO/IEC 18004) by segno, which stand in the page and need no request."""

import segno

_MASK = 4
"""Any of the eight masks can be read. Trying all of them takes four times as long and would cost a second a build."""


def qr_code(address: str) -> str:
    """The address of a picture that holds ``address``, four dots a module, without the quiet zone of four modules.

    Error correction M or better, where it takes no more room. Raises `segno.DataOverflowError` above about 2,300
    characters. What prints alone gets its code in the browser (docs/assets/js/qr.js).
    """
    return str(segno.make_qr(address, error="m", mask=_MASK).png_data_uri(scale=4, border=0))
