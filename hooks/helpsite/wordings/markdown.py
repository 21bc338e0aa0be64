"""``[[forgot-password]]`` in prose becomes the words on the screen, in both languages."""

import re

from markdown import Extension
from markupsafe import Markup

from helpsite.ground.markdown_extensions import PatternExtension
from helpsite.ground.page_context import PageContext
from helpsite.wordings.table import KEY, Wordings


def wording_extension(wordings: Wordings, page: PageContext) -> Extension:
    """Draws each known ``[[key]]`` as ``page`` shows it; an unknown one (a mistake that was told) stays as it is."""

    def draw(match: re.Match[str]) -> Markup | None:
        if match[1] not in wordings:
            return None
        return wordings.html(match[1], page.locale, page.words, first=page.use("wordings", "copy"))

    return PatternExtension(KEY, draw, 175)
