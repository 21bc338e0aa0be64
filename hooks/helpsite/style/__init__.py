"""How the site speaks: words that it does not use, and how long a sentence may be."""

from helpsite.style.check import check_style, unused_words
from helpsite.style.model import Style, load_style
from helpsite.style.texts import Text, data_texts, page_texts

__all__ = ["Style", "Text", "check_style", "data_texts", "load_style", "page_texts", "unused_words"]
