"""The procedures of a page and of its twin must be the same: ids, parts, steps, screens."""

from __future__ import annotations

from collections.abc import Sequence

from helpsite.ground.problems import Problems
from helpsite.procedures.source import PartSource, ProcedureSource, StepSource


def compare_procedures(first: Sequence[ProcedureSource], second: Sequence[ProcedureSource], problems: Problems) -> None:
    """Note where the procedures of two twin pages differ (in either order of languages).

    A difference is told at the second page's line; what the second page lacks, at the first page's.
    """
    here = {source.id: source for source in first}
    there = {source.id: source for source in second}
    for name, source in here.items():
        if name not in there:
            problems.add(source.path, source.line, f'the twin page has no procedure "{name}"', "the same in both")
        else:
            _compare(source, there[name], problems)
    for name, source in there.items():
        if name not in here:
            problems.add(source.path, source.line, f'the twin page has no procedure "{name}"', "the same in both")
    if set(here) == set(there) and list(here) != list(there):
        wanted = "the order of the twin page: " + ", ".join(here)
        problems.add(second[0].path, second[0].line, "procedures in another order", wanted)


def _compare(first: ProcedureSource, second: ProcedureSource, problems: Problems) -> None:
    devices = [part.device for part in first.parts]
    found = [part.device for part in second.parts]
    if devices != found:
        text = f"{second.id}: the parts {', '.join(found) or 'none'}"
        problems.add(second.path, second.line, text, f"as on the twin page: {', '.join(devices) or 'none'}")
    parts = {part.device: part for part in second.parts}
    for part in first.parts:
        if part.device in parts:
            _compare_parts(part, parts[part.device], second, problems)


def _compare_parts(first: PartSource, second: PartSource, source: ProcedureSource, problems: Problems) -> None:
    name = f"{source.id}, {second.device}"
    if first.same != second.same:
        found, wanted = (f"same: {part.same}" if part.same else "steps of its own" for part in (second, first))
        problems.add(source.path, second.line, f"{name}: {found}", f"as on the twin page: {wanted}")
    if first.step_count != second.step_count:
        found = f"{name}: {second.step_count} steps"
        problems.add(source.path, second.line, found, f"as many as on the twin page ({first.step_count})")
        return
    for number, (here, there) in enumerate(zip(first.steps, second.steps, strict=True), 1):
        if _shape(here) != _shape(there):
            found = f"{name}, step {number}: {_shape(there)}"
            problems.add(source.path, there.line, found, f"as on the twin page: {_shape(here)}")


def _shape(step: StepSource) -> str:
    """What a step holds beside its words."""
    marks = "".join(f"{{{mark}}}" for mark in sorted(step.marks))
    parts = [f"screen {step.screen}" if step.screen else "", f"marks {marks}" if marks else ""]
    parts += ["see" if step.see else "", "if-not" if step.if_not else ""]
    return ", ".join(part for part in parts if part) or "words only"
