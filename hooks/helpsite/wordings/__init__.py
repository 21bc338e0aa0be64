"""The words that stand on AliExpress' own screens: one table, and how a page shows a row of it."""

from helpsite.wordings.markdown import WordingExtension
from helpsite.wordings.source import used_wordings, wordings_in
from helpsite.wordings.table import Wording, Wordings, load_wordings, unused_wordings

__all__ = [
    "Wording",
    "WordingExtension",
    "Wordings",
    "load_wordings",
    "unused_wordings",
    "used_wordings",
    "wordings_in",
]
