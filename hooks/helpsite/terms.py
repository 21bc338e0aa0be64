"""Words that need explaining: a button at the word, and all of a page's words explained at its end.

A writer marks a word with ``[Cookie](term:cookie)``. The explanation is a native popover, so it opens without script;
on paper and in browsers without popovers the explanations stand at the end of the page.
"""

from collections.abc import Mapping
from functools import partial
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Extension
from markupsafe import Markup

from helpsite.ground.locales import InEveryLanguage, PlainText
from helpsite.ground.markdown_extensions import TreeExtension
from helpsite.ground.page_context import PageContext
from helpsite.ground.tables import Table
from helpsite.ground.templates import render
from helpsite.ground.validation import DataModel

SCHEME = "term:"
WORDS_PAGE = "words.md"


class Explanation(DataModel):
    """A word and its explanation in one language."""

    name: PlainText
    """The word, as the list of words shows it."""
    text: PlainText
    """One to three short sentences."""


Term: TypeAlias = InEveryLanguage[Explanation]
"""A word that pages explain, in every language."""


def term_fault(target: str, terms: Table[Term]) -> tuple[str, str] | None:
    """Why ``term:key`` explains nothing, as (found, expected); ``None`` when it is right."""
    return terms.fault(target.removeprefix(SCHEME), "term")


def term_extension(terms: Mapping[str, Term], page: PageContext) -> Extension:
    """Turns links to ``term:key`` into buttons that open the explanation, and notes which words ``page`` uses."""
    return TreeExtension(partial(_buttons, terms, page), 8)


def _buttons(terms: Mapping[str, Term], page: PageContext, root: Element) -> None:
    for link in root.iter("a"):
        target = link.get("href", "")
        key = target.removeprefix(SCHEME)
        if target.startswith(SCHEME) and key in terms:
            page.use("terms", key)
            _turn(link, key)


def _turn(link: Element, key: str) -> None:
    link.tag = "button"
    link.attrib.clear()
    link.set("type", "button")
    link.set("class", "term")
    link.set("popovertarget", f"term-{key}")


def render_explanations(terms: Mapping[str, Term], page: PageContext) -> Markup:
    """The explanations of the words that ``page`` turned out to use; nothing where it uses none."""
    keys = [str(key) for key in page.used.get("terms", [])]
    rows = [(key, terms[key][page.locale], page.link(f"{WORDS_PAGE}#{key}").href) for key in keys]
    return render("terms.html", rows=rows, words=page.words["site"]) if rows else Markup("")


def render_words(terms: Mapping[str, Term], page: PageContext) -> Markup:
    """All words with their explanations, for the page that lists them."""
    rows = [(key, term[page.locale]) for key, term in terms.items()]
    return render("words.html", rows=rows, locale=page.locale, words=page.words["site"])
