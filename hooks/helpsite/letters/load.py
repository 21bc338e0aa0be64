"""Loading ``docs/data/letters.yml``: every letter and field by itself, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Document, check, load_yaml
from helpsite.letters.check import check_letters
from helpsite.letters.model import Field, Letter, Letters

_Row = TypeVar("_Row", bound=BaseModel)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    fields: Mapping[str, Any]
    letters: Mapping[str, Any]


def load_letters(path: Path, problems: Problems) -> Letters:
    """The letters of ``path``. What is wrong is noted in ``problems``, all of it, and left out."""
    document = load_yaml(path, problems)
    if document is None or check(_File, document, problems) is None:
        return Letters()
    fields = _rows(Field, document, "fields", problems)
    letters = _rows(Letter, document, "letters", problems)
    check_letters(document, fields, letters, problems)
    return Letters(letters, fields)


def _rows(shape: type[_Row], document: Document, name: str, problems: Problems) -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    for key, data in document.data[name].items():
        part = Document(document.path, data, _node(document.node, name, key), document.first_line)
        row = check(shape, part, problems)
        if row is not None:
            rows[key] = row
    return rows


def _node(node: yaml.Node | None, *keys: str) -> yaml.Node | None:
    """The node below ``node`` that ``keys`` lead to."""
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), None)
    return node
