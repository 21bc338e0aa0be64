"""``docs/data/procedures/*.yml``, read and checked as far as one file alone can be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpsite.ground.locales import LOCALES, Locale, Localized
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.ground.tables import Rows, Table, data_files
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import Document, Loc, load_yaml
from helpsite.procedures.model import Procedure

Devices = Table[Localized]
"""Device key to its name, in the order in which parts are offered."""


@dataclass(frozen=True, eq=False)
class Procedures(Rows[Procedure]):
    """Id to procedure, with the files that they come from."""

    documents: Mapping[str, Document] = field(kw_only=True)

    @property
    def costs(self) -> dict[str, Localized]:
        """What each procedure costs that costs something."""
        return {name: procedure.cost for name, procedure in self.items() if procedure.cost is not None}

    def anchors(self, name: str, devices: Devices, locale: Locale) -> dict[str, str]:
        """Every anchor that a procedure makes, with its title: the procedure itself, its parts, their steps."""
        whole = self[name].title[locale]
        titles = {name: whole}
        for device, part in self[name].parts.items():
            title = f"{whole} · {devices[device][locale] if device in devices else device}"
            titles[f"{name}-{device}"] = title
            titles |= {f"{name}-{device}-{number}": f"{title} · {number}" for number in range(1, len(part.steps) + 1)}
        return titles


def load_procedures(folder: Path, devices: Devices, problems: Problems) -> Procedures:
    """Every procedure of ``folder`` by its file's name; mistakes are noted."""
    rows: dict[str, Procedure] = {}
    documents: dict[str, Document] = {}
    paths = data_files(folder, problems)
    for path in paths:
        document = load_yaml(path, problems)
        procedure = document and check(Procedure, document, problems)
        if document and procedure:
            rows[path.stem], documents[path.stem] = procedure, document
            _check_parts(procedure, document, devices, problems)
    return Procedures(rows, tuple(path.stem for path in paths), documents=documents)


def _check_parts(procedure: Procedure, document: Document, devices: Devices, problems: Problems) -> None:
    with_steps = [device for device, part in procedure.parts.items() if part.steps]
    for device, part in procedure.parts.items():
        devices.check_key(device, "device", document, ("parts", device), problems)
        if part.same is not None and part.same not in with_steps:
            expected = "a part of this procedure that has steps" + did_you_mean(part.same, with_steps)
            line = document.line(("parts", device, "same"))
            problems.add(document.path, line, f'the same as "{shorten(part.same)}"', expected)
        for index, step in enumerate(part.steps):
            marks = {locale: step.marks(locale) for locale in LOCALES}
            loc: Loc = ("parts", device, "steps", index)
            _check_twins(marks, document, loc, problems)


def _check_twins(marks: Mapping[Any, set[int]], document: Document, loc: Loc, problems: Problems) -> None:
    first, *others = marks.values()
    if any(other != first for other in others):
        shown = ", ".join(f"{locale}: {_written(found)}" for locale, found in marks.items())
        problems.add(document.path, document.line(loc), f"marks that differ ({shown})", "the same in every language")


def _written(marks: set[int]) -> str:
    return "".join(f"{{{mark}}}" for mark in sorted(marks)) or "none"
