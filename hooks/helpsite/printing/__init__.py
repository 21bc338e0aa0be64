"""A page on paper: its head with a QR code, where links lead, the box to write in, and parts that print alone."""

from helpsite.printing.leads import Targets
from helpsite.printing.qr import qr_code
from helpsite.printing.sheet import on_paper, print_box, print_head, print_words

__all__ = ["Targets", "on_paper", "print_box", "print_head", "print_words", "qr_code"]
