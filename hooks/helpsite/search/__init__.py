"""The search: what can be found, and the files in which a browser gets it."""

from helpsite.search.build import build_index
from helpsite.search.entries import Entry, EntryWording, Kind
from helpsite.search.render import render_launch
from helpsite.search.vocabulary import Vocabulary, load_vocabulary

__all__ = ["Entry", "EntryWording", "Kind", "Vocabulary", "build_index", "load_vocabulary", "render_launch"]
