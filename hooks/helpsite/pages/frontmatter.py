"""What every page says about itself in the YAML block at its head."""

import datetime as dt
import re
from pathlib import Path
from typing import Literal

from helpsite.citations import Confidence, Source
from helpsite.ground.dates import PastDate
from helpsite.ground.locales import PlainText
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table
from helpsite.ground.validation import DataModel, check
from helpsite.ground.yamlfile import Document, parse_yaml

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


class FrontMatter(DataModel):
    """The keys that a page may and must have."""

    title: PlainText
    """The page's name, as the reader would say it."""
    description: PlainText
    """A summary for search results: 60–110 characters in Japanese, 80–160 in English."""
    checked: PastDate
    """The day on which the facts were last checked."""
    confidence: Confidence
    """How sure the page is as a whole."""
    sources: tuple[str, ...]
    """Keys of `sources.yml`; an empty list where the page states no facts."""
    related: tuple[str, ...] = ()
    """Pages or sections to read next, as `page.md#anchor`."""
    symptoms: tuple[PlainText, ...] = ()
    """What readers search for who need this page; searched, not shown."""
    area: str | None = None
    """The area whose way on stands at the end of the page, where it is not its topic page: a key of `areas.yml`."""
    template: Literal["home.html"] | None = None
    """Only the home page has one."""
    html_title: PlainText | None = None
    """The title for search engines, where `title` is not what people search for."""


def split(text: str) -> tuple[str | None, str, int]:
    """The YAML text, the Markdown after it, and the line (1-based) on which the Markdown begins."""
    match = _BLOCK.match(text)
    if match is None:
        return None, text, 1
    return match.group(1), text[match.end() :], text[: match.end()].count("\n") + 1


FAULTY = FrontMatter.model_construct(
    title="", description="", checked=dt.date.min, confidence="low", sources=(), related=(), area=None, template=None
)
"""Stands in for front matter with a mistake, so that the page's other parts are checked all the same."""


def read_front_matter(
    text: str | None, path: Path, sources: Table[Source], problems: Problems
) -> tuple[FrontMatter, Document]:
    """Check the YAML text of ``path``; `FAULTY`, with problems noted, where it is missing or wrong."""
    if text is None:
        problems.add(path, 1, "no front matter", "a block between two lines of --- with title, description, …")
        return FAULTY, Document(path, None, None)
    document = parse_yaml(text, path, problems, first_line=2)
    if document is None:
        return FAULTY, Document(path, None, None)
    front = check(FrontMatter, document, problems) or FAULTY
    for index, key in enumerate(front.sources):
        sources.check_key(key, "source", document, ("sources", index), problems)
    return front, document
