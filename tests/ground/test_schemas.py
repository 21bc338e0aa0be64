"""The schemas and the key_tables of formats say what the models say, and every data file names its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpsite.ground.paths import ROOT
from helpsite.ground.problems import Problems
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import parse_yaml
from helpsite.schemas import FORMATS, GUIDE, PAGES, Format, outputs

EXAMPLES = re.findall(r"```yaml\n# docs/(\S+)\n(.*?)```", (ROOT / GUIDE).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("path", outputs((ROOT / GUIDE).read_text("utf-8")).items(), ids=lambda item: item[0].name)
def test_what_the_models_say_is_written_down(path: tuple[Path, str]) -> None:
    name, text = path
    assert (ROOT / name).read_text("utf-8") == text, f"{name} is not current; run: make schemas"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_data_file_names_its_schema(form: Format) -> None:
    for path in (ROOT / "docs").glob(form.glob):
        up = "../" * len(path.relative_to(ROOT).parent.parts)
        first = path.read_text("utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={up}schemas/{form.name}.json", path


def test_every_data_file_has_a_format() -> None:
    found = {path for form in FORMATS for path in (ROOT / "docs").glob(form.glob)}
    assert found == set((ROOT / "docs" / "data").rglob("*.yml"))


@pytest.mark.parametrize(("path", "text"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_the_examples_of_the_guide_have_the_shape_of_their_file(path: str, text: str) -> None:
    form = next(form for form in (*FORMATS, PAGES) if Path(path).match(form.glob))
    problems = Problems()
    document = parse_yaml(text, Path(path), problems)
    assert document is not None and check(form.shape, document, problems) is not None, list(problems)


def test_keys_that_stand_in_the_files_are_known_to_the_schemas() -> None:
    for form in FORMATS:
        schema = form.schema()
        for path in (ROOT / "docs").glob(form.glob):
            unknown = list(_unknown(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), schema, schema))
            assert unknown == [], path


def _unknown(data: Any, schema: Any, whole: Any) -> list[str]:
    """The keys in ``data`` that no schema for its place knows."""
    kinds = _kinds(schema, whole)
    if isinstance(data, list):
        inner = [kind["items"] for kind in kinds if "items" in kind]
        return [key for item in data for key in _fewest(item, inner, whole)]
    found: list[str] = []
    for key, value in data.items() if isinstance(data, dict) else ():
        known = [place for kind in kinds if (place := _place(kind, key)) is not None]
        found += _fewest(value, known, whole) if known else [key]
    return found


def _fewest(data: Any, schemas: list[Any], whole: Any) -> list[str]:
    return min((_unknown(data, schema, whole) for schema in schemas), key=len, default=[])


def _place(kind: Any, key: str) -> Any:
    more = kind.get("additionalProperties")
    return kind.get("properties", {}).get(key, more if isinstance(more, dict) else None)


def _kinds(schema: Any, whole: Any) -> list[Any]:
    if "$ref" in schema:
        return _kinds(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    return [found for kind in schema["anyOf"] for found in _kinds(kind, whole)] if "anyOf" in schema else [schema]
