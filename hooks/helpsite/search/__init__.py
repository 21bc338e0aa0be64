"""The search: what can be found, and the files in which a browser gets it."""

from helpsite.search.build import build_index
from helpsite.search.entries import Entry, Kind, Wording
from helpsite.search.render import render_launch
from helpsite.search.vocabulary import Vocabulary, load_vocabulary

__all__ = ["Entry", "Kind", "Vocabulary", "Wording", "build_index", "load_vocabulary", "render_launch"]
