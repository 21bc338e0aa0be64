"""Loading ``docs/data/letters.yml``: every letter and field by itself, so that one mistake hides no other."""

from pathlib import Path
from typing import Any

from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Anything, Table, read_table
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, load_yaml
from helpsite.letters.checks import check_letters
from helpsite.letters.model import Field, Letter, Letters, LettersFile


def load_letters(path: Path, problems: Problems) -> Letters:
    """The letters of ``path`` with their fields and sentences to tick, every one checked by itself."""
    document = load_yaml(path, problems)
    file = document and check(LettersFile[Any, Any, Any], document, problems)
    if document is None or not file:
        nothing = Document(path, None, None)
        shared: Table[Any] = Table(known=Anything(), document=nothing)
        return Letters(known=Anything(), document=nothing, fields=shared, ticks=shared)
    fields = read_table(document, Field, problems, ("fields",))
    ticks = read_table(document, Localized, problems, ("ticks",))
    table = read_table(document, Letter, problems, ("letters",))
    letters = Letters(**vars(table), fields=fields, ticks=ticks, paste=file.paste)
    check_letters(letters, problems)
    return letters
