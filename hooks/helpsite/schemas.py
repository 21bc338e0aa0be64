"""The formats of the data files, told by their models: JSON Schemas for editors, tables for CONTRIBUTING.md.

``python -m helpsite.schemas`` (``make schemas``) writes both.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from helpsite.areas import Area
from helpsite.citations import HostsFile, Source
from helpsite.flows.model import FlowFile, Node
from helpsite.ground.languages import Language
from helpsite.ground.locales import LOCALES, TEXTS, Localized
from helpsite.ground.paths import ROOT
from helpsite.letters.model import Field, Letter, LettersFile
from helpsite.messages.model import Message, SharedRemedy
from helpsite.pages.frontmatter import FrontMatter
from helpsite.procedures.model import Procedure
from helpsite.screens.model import ScreenData
from helpsite.style.model import Style
from helpsite.terms import Term
from helpsite.wordings.table import Wording

GUIDE = Path("CONTRIBUTING.md")
START, END = "<!-- made by `make schemas`: do not edit below -->\n", "<!-- end of what `make schemas` makes -->\n"
Schema = dict[str, Any]


@dataclass(frozen=True)
class Format:
    """The files that ``glob`` finds below ``docs``, each of which has the ``shape``."""

    glob: str
    shape: Any

    @property
    def name(self) -> str:
        """What the schema's file is called: the data file's name, or its folder's."""
        path = Path(self.glob)
        return path.parent.name if path.stem == "*" else path.stem

    def schema(self) -> Schema:
        """The JSON Schema (draft 2020-12) of one file."""
        whole: Schema = _as_written(TypeAdapter(self.shape).json_schema())
        return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | whole


WORDS = dict[str, list[str]]
FORMATS = (
    Format("data/messages/*.yml", list[Message]),
    Format("data/flows/*.yml", FlowFile[Node]),
    Format("data/procedures/*.yml", Procedure),
    Format("data/screens/*.yml", ScreenData),
    Format("data/areas.yml", dict[str, Area]),
    Format("data/wordings.yml", dict[str, Wording]),
    Format("data/letters.yml", LettersFile[Field, Localized, Letter]),
    Format("data/remedies.yml", dict[str, SharedRemedy]),
    Format("data/terms.yml", dict[str, Term]),
    Format("data/sources.yml", dict[str, Source]),
    Format("data/hosts.yml", HostsFile),
    Format("data/answers.yml", dict[str, Localized]),
    Format("data/devices.yml", dict[str, Localized]),
    Format("data/ui/*.yml", dict[str, Localized]),
    Format("data/vocabulary.yml", dict[str, Style]),
    Format("data/synonyms.yml", dict[str, list[list[str]]]),
    Format("data/chatter.yml", WORDS),
    Format("data/redirects.yml", dict[str, str]),
    Format("data/languages.yml", dict[str, Language]),
)
PAGES = Format("??/*.md", FrontMatter)
"""The block at the head of a page, for the key_tables alone."""


def _as_written(schema: Any) -> Any:
    """``schema`` as files are written: texts beside the other keys of a row, and ``yes`` for a boolean."""
    if isinstance(schema, list):
        return [_as_written(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    written = {key: _as_written(value) for key, value in schema.items() if key not in ("title", "default")}
    if "properties" in schema:
        written["properties"] = {key: _as_written(value) for key, value in schema["properties"].items()}
        _spread_texts(written)
    if schema.get("type") == "boolean":
        written["type"] = ["boolean", "string"]
    return written


def _spread_texts(schema: Schema) -> None:
    """A row has one key a language where its model has one field for all texts."""
    texts = schema["properties"].pop(TEXTS, None)
    if texts is not None:
        each = {"type": "string", "description": "The words in this language."}
        schema["properties"] = dict.fromkeys(LOCALES, each) | schema["properties"]
        required = [key for key in schema.get("required", ()) if key != TEXTS]
        schema["required"] = [*(LOCALES if texts.get("required") else ()), *required]


def key_tables() -> str:
    """The tables of all formats in Markdown: each key with its type and what it means."""
    return "\n".join(block for form in (PAGES, *FORMATS) for block in _tables(form))


def _tables(form: Format) -> Iterator[str]:
    schema = form.schema()
    shared = schema.get("$defs", {})
    models = [("The file", schema), *reversed(list(shared.items()))]
    rows = [(name, model) for name, model in models if _keys(model)]
    yield f"### `docs/{form.glob}`\n"
    if not rows:
        yield f"{_type(schema, {}).capitalize()}.\n"
    for name, model in rows:
        yield f"{name}: {_first_line(model)}\n\n| Key | Value | Meaning |\n|---|---|---|"
        yield from (_row(key, value, model, shared) for key, value in _keys(model))
        yield ""


def _first_line(model: Schema) -> str:
    said: str = model.get("description", "A whole file.")
    return said.partition("\n")[0].replace("``", "`")


def _keys(model: Schema) -> list[tuple[str, Schema]]:
    """The keys of a mapping; none where they are the languages alone."""
    keys: dict[str, Schema] = model.get("properties", {})
    return [] if set(keys) == set(LOCALES) else list(keys.items())


def _row(key: str, value: Schema, model: Schema, shared: Mapping[str, Schema]) -> str:
    needed = "" if key in model.get("required", ()) else " (optional)"
    meaning = value.get("description", "").replace("|", "\\|")
    return f"| `{key}`{needed} | {_type(value, shared)} | {meaning} |"


def _type(value: Schema, shared: Mapping[str, Schema]) -> str:
    """What a value looks like, in a few words."""
    if "$ref" in value:
        return _named(value["$ref"].rpartition("/")[2], shared)
    if "anyOf" in value:
        return " or ".join(_type(kind, shared) for kind in value["anyOf"] if kind.get("type") != "null")
    if "items" in value:
        return f"a list: {_type(value['items'], shared)}"
    if isinstance(value.get("additionalProperties"), dict):
        return f"by key: {_type(value['additionalProperties'], shared)}"
    return _scalar(value)


def _scalar(value: Schema) -> str:
    options = value.get("enum") or ([value["const"]] if "const" in value else [])
    if options:
        return ", ".join(f"`{option}`" for option in options)
    if "properties" in value:
        return "a text in each language"
    kinds = {"integer": "a number", "boolean": "`yes` or `no`"}
    kind = value["type"][0] if isinstance(value["type"], list) else value["type"]
    return "a day, as 2026-11-24" if value.get("format") == "date" else kinds.get(kind, "a text")


def _named(name: str, shared: Mapping[str, Schema]) -> str:
    return f"see “{name}”" if _keys(shared[name]) else _type(shared[name], shared)


def outputs(guide: str) -> dict[Path, str]:
    """Everything that `make schemas` writes, by path from the root; ``guide`` is CONTRIBUTING.md as it stands."""
    files = {
        Path("schemas", f"{form.name}.json"): json.dumps(form.schema(), ensure_ascii=False, indent=1) + "\n"
        for form in FORMATS
    }
    head, _, rest = guide.partition(START)
    return files | {GUIDE: f"{head}{START}\n{key_tables()}\n{END}{rest.partition(END)[2]}"}


if __name__ == "__main__":
    (ROOT / "schemas").mkdir(exist_ok=True)
    for path, text in outputs((ROOT / GUIDE).read_text("utf-8")).items():
        (ROOT / path).write_text(text, "utf-8")
