"""Whether what a YAML file holds has the shape of a model, and what its writer is told where it has not."""

import functools
from collections.abc import Collection, Iterator
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.yamlfile import Document, Loc

T = TypeVar("T")

_KINDS = {
    "string": "a text",
    "bool": "yes or no",
    "int": "a number",
    "date": "a day, as 2026-11-24",
    "list": "a list",
    "tuple": "a list",
    "dict": "keys with values",
    "model": "keys with values",
}
"""What pydantic calls a kind of value, by the first word of its error's name."""


class DataModel(BaseModel):
    """A mapping with known keys. The docstring of each field is what writers read about the key."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _some(rows: tuple[T, ...]) -> tuple[T, ...]:
    if not rows:
        raise ValueError("an empty list; at least one row")
    return rows


Some = Annotated[tuple[T, ...], AfterValidator(_some)]
"""A list of one row or more. Pydantic's own minimum also counts rows that are there and wrong."""


def check(shape: type[T] | Any, document: Document, problems: Problems, at: Loc = ()) -> T | None:
    """What stands at ``at`` in ``document``, as ``shape`` (a pydantic model or type).

    ``None``, with every problem noted, where it has another shape.
    """
    data = document.data
    for part in at:
        data = data[part]
    try:
        checked: T = _adapter(shape).validate_python(data)  # type: ignore[arg-type]
        return checked
    except ValidationError as error:
        for loc, found, expected in _faults(error, data, shape, _dotted(at[-1:]) or "the file"):
            problems.add(document.path, document.line((*at, *loc)), found, expected)
        return None


@functools.lru_cache(maxsize=64)
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _faults(error: ValidationError, data: Any, shape: Any, name: str) -> Iterator[tuple[Loc, str, str]]:
    """Each mistake in ``data``, called ``name``, as (place, found, expected); a misspelt key is not missing as well."""
    details = [(_written(detail, data), detail) for detail in error.errors()]
    missing = {loc for loc, detail in details if detail["type"] == "missing"}
    for loc, detail in details:
        if detail["type"] == "extra_forbidden":
            absent = {str(place[-1]) for place in missing if place[:-1] == loc[:-1]}
            meant = did_you_mean(str(loc[-1]), absent)
            missing -= {(*loc[:-1], name) for name in absent if f'"{name}"' in meant}
            near = meant or did_you_mean(str(loc[-1]), _keys(shape))
            yield loc, f'unknown key "{shorten(str(loc[-1]))}"', "a documented key" + near
    for loc, detail in details:
        if detail["type"] == "missing" and loc in missing:
            yield loc, f'no "{_dotted(loc)}"', f'the key "{loc[-1]}"'
        elif detail["type"] not in ("missing", "extra_forbidden"):
            yield loc, *_in_words(detail, _dotted(loc) or name)


def _written(detail: ErrorDetails, data: Any) -> Loc:
    """The place of an error without the steps that stand in no file: pydantic names the kinds of a union, too."""
    steps: list[str | int] = []
    for step in detail["loc"]:
        if (isinstance(data, dict) and step in data) or (isinstance(data, list) and step in range(len(data))):
            data = data[step]  # type: ignore[index]
            steps.append(step)
    return (*steps, detail["loc"][-1]) if detail["type"] == "missing" else tuple(steps)


def _dotted(loc: Loc) -> str:
    return ".".join(str(part) for part in loc)


def _in_words(detail: ErrorDetails, where: str) -> tuple[str, str]:
    """A pydantic error about a value at ``where`` as the pair (found, expected) in a writer's words."""
    value = _shown(detail["input"])
    kind = detail["type"].partition("_")[0]
    if detail["type"] == "value_error":
        found, _, expected = detail["msg"].removeprefix("Value error, ").partition("; ")
        return f"{where}: {found}", expected
    if detail["type"] == "literal_error":
        expected = str(detail["ctx"]["expected"])
        return f"{where}: unknown value {value}", f"one of {expected}" + did_you_mean(value, expected.split("'"))
    if detail["type"] in (f"{kind}_type", f"{kind}_parsing", "date_from_datetime_parsing", "bool_parsing"):
        return f"{where}: {value}", _KINDS.get(kind, kind)
    return f"{where}: {value}", detail["msg"].removeprefix("Input should be ")


def _shown(value: Any) -> str:
    """A value in a few words."""
    kinds = {dict: "keys with values", list: "a list", type(None): "nothing"}
    return kinds.get(type(value)) or f'"{shorten(str(value))}"'


def _keys(shape: Any, seen: Collection[Any] = ()) -> set[str]:
    """Every key that a model and the models in it know, for near names."""
    found: set[str] = set()
    if isinstance(shape, type) and issubclass(shape, BaseModel) and shape not in seen:
        for name, info in shape.model_fields.items():
            found |= {info.alias or name} | _keys(info.annotation, (*seen, shape))
    for inner in getattr(shape, "__args__", ()):
        found |= _keys(inner, seen)
    return found
