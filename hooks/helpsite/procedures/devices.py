"""``docs/data/devices.yml``: the parts that a procedure may have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import check, load_yaml
from helpsite.procedures.contracts import Devices

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]


def load_devices(path: Path, problems: Problems) -> Devices:
    """Device key to name, in the file's order. A wrong file gives an empty table and its problems."""
    document = load_yaml(path, problems)
    return (document and check(dict[Key, Localized], document, problems)) or {}
