"""Letters to customer service: English, their meaning in the reader's language beside them, filled in on the page."""

from helpsite.letters.check import check_letter_links
from helpsite.letters.load import load_letters
from helpsite.letters.model import Field, Letter, Letters
from helpsite.letters.render import letter_link, letter_texts, render_letters

__all__ = [
    "Field",
    "Letter",
    "Letters",
    "check_letter_links",
    "letter_link",
    "letter_texts",
    "load_letters",
    "render_letters",
]
