"""A procedure as it stands in the source of a page: checked, with lines, nothing rendered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from helpsite.ground.locales import Locale


@dataclass(frozen=True)
class StepSource:
    """One step. ``texts``, ``see`` and ``if_not`` are its Markdown, paragraph by paragraph."""

    line: int
    texts: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    if_not: tuple[str, ...] = ()
    screen: str | None = None
    marks: frozenset[int] = frozenset()


@dataclass(frozen=True)
class PartSource:
    """The steps for one device. ``same`` is the device whose steps count here, too; then there are no own ones.

    ``texts`` is the Markdown beside the steps, paragraph by paragraph.
    """

    device: str
    label: str
    line: int
    same: str | None = None
    texts: tuple[str, ...] = ()
    steps: tuple[StepSource, ...] = ()

    @property
    def step_count(self) -> int:
        """How many steps the part has of its own."""
        return len(self.steps)


@dataclass(frozen=True)
class ProcedureSource:
    """A procedure of one page in one language. ``mentions`` are the pairs (screen, mark) that its steps refer to."""

    path: Path
    line: int
    locale: Locale
    id: str
    title: str
    parts: tuple[PartSource, ...] = ()
    mentions: frozenset[tuple[str, int]] = frozenset()


def procedure_anchors(source: ProcedureSource) -> dict[str, str]:
    """Every anchor that the procedure makes, with the title of what stands there: itself, its parts, their steps."""
    titles = {source.id: source.title}
    for part in source.parts:
        anchor, title = f"{source.id}-{part.device}", f"{source.title} · {part.label}"
        titles[anchor] = title
        titles |= {f"{anchor}-{number}": f"{title} · {number}" for number in range(1, part.step_count + 1)}
    return titles
