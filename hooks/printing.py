"""Paper: the head of the sheet, the notes for links, the box to write in."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from helpsite.ground.page_context import PageContext
from helpsite.printing import print_box, print_head, print_words, with_notes


@event_priority(-130)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """What is only on paper. Runs after hooks/pages.py, which knows the page's end."""
    del config
    here: PageContext = page.used  # type: ignore[attr-defined]
    context["print_head"] = print_head(here, str(page.canonical_url), page.meta["title"], context["end"].checked)
    context["print_box"] = print_box(here)
    context["print_words"] = print_words(here)
    context["with_notes"] = lambda html: with_notes(html, here)
    return context
