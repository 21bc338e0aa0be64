"""Procedures as the search knows them: one entry a part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpsite.ground.locales import Localized
from helpsite.ground.page_context import PageContext
from helpsite.ground.text import plain
from helpsite.procedures.model import MARK, Part, Procedure, Step
from helpsite.procedures.render import ProcedureDrawing

_MARK_AFTER_WORDING = re.compile(r"\]\] ?" + MARK.pattern)
_ENDED = re.compile(r"[。．.!?！？：:…]['\"」』）)”]*$")


@dataclass(frozen=True)
class ProcedureText:
    """One part of a procedure for the search: where it is, what it is called, and what it says."""

    anchor: str
    title: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """All sentences on one line."""
        return " ".join(self.sentences)


def procedure_texts(drawing: ProcedureDrawing, name: str) -> list[ProcedureText]:
    """One entry a part; a procedure of a single part is found under its own id and title."""
    procedure, teller, page = drawing.procedures[name], _Teller(drawing, drawing.page), drawing.page
    title = procedure.title[page.locale]
    if len(procedure.parts) == 1:
        (part,) = procedure.parts.values()
        return [ProcedureText(name, title, tuple(teller.part(procedure, part)))]
    pattern = page.words["procedure"]["part-title"].replace("{title}", title)
    return [
        ProcedureText(
            f"{name}-{device}",
            pattern.replace("{part}", drawing.devices[device][page.locale]),
            tuple(teller.part(procedure, part)),
        )
        for device, part in procedure.parts.items()
    ]


@dataclass
class _Teller:
    drawing: ProcedureDrawing
    page: PageContext

    def part(self, procedure: Procedure, part: Part) -> Iterator[str]:
        words = self.page.words["procedure"]
        if procedure.cost is not None:
            yield procedure.cost[self.page.locale]
        if procedure.before is not None:
            yield self.sentence(procedure.before)
        if part.same is not None:
            yield words["same-as"].replace("{part}", self.drawing.devices[part.same][self.page.locale])
        if part.note is not None:
            yield self.sentence(part.note)
        for step in part.steps:
            yield from self.step(step)

    def step(self, step: Step) -> Iterator[str]:
        yield from (self.sentence(text) for _, text in step.texts())
        if step.screen is not None:
            yield from self.drawing.screens[step.screen].sentences(self.page.locale, self.page.words)

    def sentence(self, text: Localized) -> str:
        """The words as they are drawn, without mark-up, with a full stop."""
        written = _MARK_AFTER_WORDING.sub("]]", text[self.page.locale])
        words = plain(self.drawing.markdown.html(written))
        return words if _ENDED.search(words) else words + self.page.words["procedure"]["stop"]
