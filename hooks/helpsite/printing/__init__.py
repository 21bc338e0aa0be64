"""A page on paper: its head with a QR code, the notes that say where links lead, and the box to write in."""

from helpsite.printing.notes import Note, Targets, note_links
from helpsite.printing.qr import qr_code
from helpsite.printing.sheet import print_box, print_head, print_words, with_notes

__all__ = ["Note", "Targets", "note_links", "print_box", "print_head", "print_words", "qr_code", "with_notes"]
