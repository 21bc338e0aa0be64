"""A procedure as HTML and as sentences, in the words of one language."""

from dataclasses import dataclass

from markupsafe import Markup

from helpsite.ground.markdown_text import MarkdownText
from helpsite.ground.page_context import PageContext
from helpsite.ground.templates import render
from helpsite.procedures.load import Devices, Procedures
from helpsite.procedures.model import Part
from helpsite.screens.render import Screens


@dataclass(frozen=True)
class ProcedureDrawing:
    """Draws procedures on one page: the procedures, and what they are drawn with."""

    procedures: Procedures
    devices: Devices
    screens: Screens
    markdown: MarkdownText
    page: PageContext

    def html(self, name: str) -> Markup:
        """The ``<section class="procedure">`` of the procedure ``name``."""
        page = self.page
        procedure = self.procedures[name]
        return render(
            "procedure.html",
            id=name,
            page=page.page,
            procedure=procedure,
            devices=self.devices,
            locale=page.locale,
            words=page.words["procedure"],
            text=lambda text: self.markdown.html(text[page.locale]),
            sketches={device: self._sketches(part, page) for device, part in procedure.parts.items()},
        )

    def _sketches(self, part: Part, page: PageContext) -> dict[int, Markup]:
        """The sketch of each step that has one, with the marks that this step and those up to the next mention."""
        places = [index for index, step in enumerate(part.steps) if step.screen is not None]
        sketches = {}
        for place, end in zip(places, [*places[1:], len(part.steps)], strict=False):
            marks = set().union(*(step.marks(page.locale) for step in part.steps[place:end]))
            screen = self.screens[part.steps[place].screen or ""]
            sketches[place] = screen.html(page.locale, page.words, marks)
        return sketches
