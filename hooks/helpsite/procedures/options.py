"""The indented lines below a block's first line: its options, in YAML."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.slugs import SLUG_WANTED, is_slug
from helpsite.ground.yamlfile import parse_yaml
from helpsite.procedures.blocks import Block
from helpsite.procedures.names import PART, PROCEDURE

_OPTIONS = {PROCEDURE: {"attrs"}, PART: {"same"}}


def read_options(block: Block, path: Path, problems: Problems) -> dict[str, Any]:
    """The options of ``block``; what is wrong with them is noted, and only known ones are given."""
    if not block.header:
        return {}
    text = textwrap.dedent("\n".join(line.raw for line in block.header))
    document = parse_yaml(text, path, problems, block.header[0].number)
    if document is None:
        return {}
    known = _OPTIONS.get(block.name, set())
    if not isinstance(document.data, dict):
        found = f'"{shorten(text)}" below {block}'
        problems.add(path, block.line + 1, found, "an option (name: value), or a blank line before the text")
        return {}
    for key in document.data:
        if key not in known:
            wanted = "only the documented options" + did_you_mean(str(key), known)
            problems.add(path, document.line((key,)), f'unknown option "{shorten(str(key))}" of {block}', wanted)
    return {key: value for key, value in document.data.items() if key in known}


def read_id(block: Block, path: Path, problems: Problems) -> str:
    """The id of a procedure; an empty text and a problem where it is missing or wrong."""
    attrs = read_options(block, path, problems).get("attrs") or {}
    if not isinstance(attrs, dict) or not attrs.get("id"):
        problems.add(path, block.line, f"{block} without an id", "attrs: {id: small-letters} on the next line")
        return ""
    for key in attrs:
        if key != "id":
            problems.add(path, block.line, f'attrs of {block} with "{shorten(str(key))}"', "nothing but an id")
    name = str(attrs["id"])
    if not is_slug(name):
        problems.add(path, block.line, f'the id "{shorten(name)}"', SLUG_WANTED)
        return ""
    return name


def read_same(block: Block, path: Path, problems: Problems) -> str | None:
    """The device whose steps a part shares; ``None`` where it has its own."""
    options = read_options(block, path, problems)
    if "same" not in options:
        return None
    same = options["same"]
    if not isinstance(same, str) or not same:
        problems.add(path, block.line, f'the same as "{shorten(str(same))}"', "same: device")
        return ""
    return same
