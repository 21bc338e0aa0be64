"""Reading the written pages of one language."""

from pathlib import Path

from helpsite.citations import Source
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table
from helpsite.ground.yamlfile import Document, read_text
from helpsite.pages.checks import check_page
from helpsite.pages.files import is_hidden
from helpsite.pages.frontmatter import FAULTY, read_front_matter, split
from helpsite.pages.scan import scan
from helpsite.pages.source import SourcePage


def load_pages(docs: Path, locale: Locale, sources: Table[Source], problems: Problems) -> dict[str, SourcePage]:
    """The pages below ``docs/<locale>`` by their path within it."""
    folder = docs / locale
    return {
        path.relative_to(folder).as_posix(): load_page(path, folder, locale, sources, problems)
        for path in sorted(folder.rglob("*.md"))
        if not is_hidden(path, docs)
    }


def load_page(path: Path, folder: Path, locale: Locale, sources: Table[Source], problems: Problems) -> SourcePage:
    """One page below ``folder``, read and scanned; of one that is faulty, what can be understood."""
    name = path.relative_to(folder).as_posix()
    text = read_text(path, problems)
    if text is None:
        return SourcePage(locale, name, path, "", 1, FAULTY, Document(path, None, None), readable=False)
    head, body, first_line = split(text.replace("\r\n", "\n"))
    page = scan(SourcePage(locale, name, path, body, first_line, *read_front_matter(head, path, sources, problems)))
    check_page(page, problems)
    return page
