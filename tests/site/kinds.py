"""The kinds of pages of the real site."""

KINDS = {
    "home": "",
    "topic": "sign-in/",
    "reference": "lock-reasons/",
    "contact": "contact/",
    "words": "words/",
    "message": "errors/slide-net-err/",
    "index": "errors/",
    "missing": "no-such-page/",
}
"""One address of each kind of page."""
