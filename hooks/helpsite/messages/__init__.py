"""The message catalogue: what AliExpress shows, what it means and what to do."""

from helpsite.messages.catalogue import Catalogue, load_catalogue
from helpsite.messages.export import INDEX, export_catalogue
from helpsite.messages.links import check_letter_names, check_message_links, check_wording_languages
from helpsite.messages.model import Message, Remedy
from helpsite.messages.render import render_area, render_index, render_message

__all__ = [
    "INDEX",
    "Catalogue",
    "Message",
    "Remedy",
    "check_letter_names",
    "check_message_links",
    "check_wording_languages",
    "export_catalogue",
    "load_catalogue",
    "render_area",
    "render_index",
    "render_message",
]
