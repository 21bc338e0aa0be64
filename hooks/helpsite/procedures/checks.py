"""Checks of what procedures name: screens with their marks, wordings, targets of links, the page that shows them."""

from collections.abc import Callable, Collection, Iterator, Mapping

from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.problems import Problems, did_you_mean, shorten
from helpsite.procedures.load import Procedures
from helpsite.procedures.model import Step
from helpsite.screens.render import Screens
from helpsite.wordings.table import Wordings, used_wordings

LinkFaults = Callable[[Locale, str], Iterator[tuple[str, str]]]
"""What is wrong with the links of a text, as pairs (found, expected)."""


def check_screens(procedures: Procedures, screens: Screens, problems: Problems) -> None:
    """Note unknown screens, marks that a step's screen lacks, and marks of screens that no step mentions."""
    mentioned: set[tuple[str | None, int]] = set()
    for name, procedure in procedures.items():
        document = procedures.documents[name]
        for device, part in procedure.parts.items():
            for index, screen, marks in _steps_with_screens(part.steps):
                mentioned |= {(screen, mark) for mark in marks}
                for key, found, expected in _faults(part.steps[index], screen, marks, screens):
                    line = document.line(("parts", device, "steps", index, key))
                    problems.add(document.path, line, found, expected)
    if not problems:  # a step or a screen may be missing for another mistake
        _check_mentions(screens, mentioned, problems)


def _check_mentions(screens: Screens, mentioned: set[tuple[str | None, int]], problems: Problems) -> None:
    for name, screen in screens.items():
        for mark, line in screen.marks.items():
            if (name, mark) not in mentioned:
                expected = f"a step that says {{{mark}}}, or no number there"
                problems.add(screen.path, line, f"mark {mark} of {name} is mentioned by no step", expected)


def _steps_with_screens(steps: tuple[Step, ...]) -> Iterator[tuple[int, str | None, set[int]]]:
    """The index of each step, the screen shown last, and the marks that the step mentions in any language."""
    screen: str | None = None
    for index, step in enumerate(steps):
        screen = step.screen or screen
        yield index, screen, set().union(*(step.marks(locale) for locale in LOCALES))


def _faults(step: Step, screen: str | None, marks: set[int], screens: Screens) -> Iterator[tuple[str, str, str]]:
    """Every mistake as (key of the step, found, expected)."""
    if step.screen is not None and step.screen not in screens.known:
        expected = "a file of docs/data/screens/" + did_you_mean(step.screen, screens.known)
        yield "screen", f'unknown screen "{shorten(step.screen)}"', expected
    for mark in sorted(marks):
        if screen is None:
            yield "do", "a mark before any screen", "a screen in this step or in one before it"
        elif screen in screens and mark not in screens[screen].marks:
            known = ", ".join(f"{{{number}}}" for number in sorted(screens[screen].marks)) or "none"
            yield "do", f'no mark {{{mark}}} on the screen "{screen}"', f"one of its marks: {known}"


def check_texts(procedures: Procedures, wordings: Wordings, links: LinkFaults, problems: Problems) -> None:
    """Note unknown wordings and links that lead nowhere."""
    for name, procedure in procedures.items():
        document = procedures.documents[name]
        for loc, text in procedure.texts():
            for locale in LOCALES:
                line = document.line((*loc, locale))
                for found, expected in (*_unknown(text[locale], wordings), *links(locale, text[locale])):
                    problems.add(document.path, line, found, expected)


def _unknown(text: str, wordings: Wordings) -> Iterator[tuple[str, str]]:
    for key, _ in used_wordings(text):
        fault = wordings.fault(key, "wording")
        if fault is not None:
            yield fault


def procedure_wordings(procedures: Procedures) -> set[str]:
    """The keys of all wordings that the texts of procedures name."""
    texts = (text[locale] for procedure in procedures.values() for _, text in procedure.texts() for locale in LOCALES)
    return {key for text in texts for key, _ in used_wordings(text)}


def check_places(procedures: Procedures, pages: Mapping[str, Collection[str]], problems: Problems) -> None:
    """Note procedures that no page shows, or two. ``pages`` are the procedures that each page shows."""
    for name in procedures:
        shown = [page for page, names in pages.items() if name in names]
        if len(shown) != 1:
            where = f"on {' and '.join(shown)}" if shown else "on no page"
            problems.add(
                procedures.documents[name].path, 1, f'the procedure "{name}" {where}', "one page that shows it"
            )
