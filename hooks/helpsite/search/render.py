"""The search box inside a page."""

from markupsafe import Markup

from helpsite.ground.anchors import relative_url
from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.search.build import FOLDER


def render_launch(page: PageContext) -> Markup:
    """A large search box for ``page``; the script of the header's box makes it live."""
    home = relative_url(page.page, "index.md")
    root = home if page.locale == DEFAULT_LOCALE else f"{home}../"
    index = f"{root}{FOLDER}/{page.locale}.json"
    return render("search-launch.html", words=page.words["search"], home=home, index=index)
