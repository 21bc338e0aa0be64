"""``docs/data/devices.yml``: the parts that a procedure may have."""

from __future__ import annotations

from pathlib import Path

from helpsite.ground.locales import Localized
from helpsite.ground.problems import Problems
from helpsite.ground.tables import Table, load_table

Devices = Table[Localized]
"""Device key to its name, in the order in which parts are offered."""


def load_devices(path: Path, problems: Problems) -> Devices:
    """Device key to name, in the file's order."""
    return load_table(path, Localized, problems)
