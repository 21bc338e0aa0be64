"""Loading ``docs/data/letters.yml``: every letter and field by itself, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from helpsite.ground.problems import Problems
from helpsite.ground.tables import Anything, Table, read_table
from helpsite.ground.yamlfile import Document, check, load_yaml
from helpsite.letters.check import check_letters
from helpsite.letters.model import Field, Letter, Letters


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    fields: Mapping[str, Any]
    letters: Mapping[str, Any]


def load_letters(path: Path, problems: Problems) -> Letters:
    """The letters of ``path`` and their fields, every one checked by itself."""
    document = load_yaml(path, problems)
    if document is None or check(_File, document, problems) is None:
        nothing = Document(path, None, None)
        return Letters(known=Anything(), document=nothing, fields=Table(known=Anything(), document=nothing))
    fields = read_table(document, Field, problems, ("fields",))
    letters = Letters(**vars(read_table(document, Letter, problems, ("letters",))), fields=fields)
    check_letters(letters, problems)
    return letters
