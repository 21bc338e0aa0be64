"""The search box inside a page."""

from __future__ import annotations

from markupsafe import Markup

from helpsite.anchors import relative_url
from helpsite.locales import DEFAULT_LOCALE
from helpsite.page import PageContext
from helpsite.search.build import FOLDER
from helpsite.templates import render


def render_launch(page: PageContext) -> Markup:
    """A large search box for ``page``; the script of the header's box makes it live."""
    home = relative_url(page.page, "index.md")
    root = home if page.locale == DEFAULT_LOCALE else f"{home}../"
    index = f"{root}{FOLDER}/{page.locale}.json"
    return render("search-launch.html", words=page.words["search"], home=home, index=index)
