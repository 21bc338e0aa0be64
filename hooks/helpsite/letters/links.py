"""The way from a message's page to the letter that fits, with the message filled in."""

from __future__ import annotations

from urllib.parse import quote

from helpsite.ground.anchors import Link
from helpsite.ground.page_context import PageContext
from helpsite.letters.model import CONTACT, Letters

PARAMETER = "message"
"""The part of the address that carries the message's words; ``docs/assets/js/letter.js`` reads it as mere text."""


def letter_link(letters: Letters, key: str, said: str, page: PageContext) -> Link:
    """The link to the letter ``key``, called by its title; ``said`` are a message's words, if any are known."""
    address, _, anchor = page.link(f"{CONTACT}#letter-{key}").href.partition("#")
    query = f"?{PARAMETER}={quote(said, safe='')}" if said else ""
    return Link(f"{address}{query}#{anchor}", letters[key].title[page.locale])
