"""The way from a message's page to the letter that fits, with the message filled in."""

from __future__ import annotations

from urllib.parse import quote

from helpsite.ground.anchors import Link
from helpsite.ground.page_context import PageContext
from helpsite.letters.model import Letters

CONTACT = "contact.md"
PARAMETER = "message"
"""The part of the address that carries the message's words; ``docs/assets/js/letter.js`` reads it as mere text."""


def letter_link(letters: Letters, message: str, said: str, page: PageContext) -> Link:
    """The link from the page of the message with this id; ``said`` are its words, empty where none are known."""
    key = letters.for_message(message)
    refs = [f"{CONTACT}#letter-{key}", f"{CONTACT}#letters"]
    ref = next((ref for ref in refs if page.anchors.fault(page.locale, page.page, ref) is None), CONTACT)
    address, _, anchor = page.link(ref).href.partition("#")
    query = f"?{PARAMETER}={quote(said, safe='')}" if said else ""
    words = page.words["letter"]["from-message" if said else "from-symptom"]
    return Link(f"{address}{query}#{anchor}" if anchor else address + query, words)
