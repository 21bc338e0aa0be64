"""The last touch on a page's tree: ids for parts and steps, headings, labels, and the sketches of screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from helpsite.ground import page_context
from helpsite.ground.templates import render
from helpsite.procedures.contracts import Devices, Screens
from helpsite.procedures.names import PART, PROCEDURE

Store = Callable[[Markup], str]
"""Puts HTML aside and gives the placeholder for it."""


def finish(root: Element, devices: Devices, screens: Screens, store: Store) -> None:
    """Finish every procedure below ``root`` and draw every screen."""
    finisher = _Finisher(devices, screens, store)
    for section in root.iter("section"):
        if section.get("class") == PROCEDURE:
            finisher.procedure(section)
    for place in _places(root):
        finisher.draw(place, set())


class _Finisher:
    def __init__(self, devices: Devices, screens: Screens, store: Store) -> None:
        self.devices = devices
        self.screens = screens
        self.store = store
        self.here = page_context.current()
        self.words = self.here.words["procedure"]

    def procedure(self, section: Element) -> None:
        name = section.get("id", "")
        section.set("aria-labelledby", f"{name}-name")
        section.set("data-procedure", name)
        section.set("data-page", self.here.page)
        section[0].set("id", f"{name}-title")
        _wrap(section[0], f"{name}-name")
        parts = [child for child in section if child.get("class") == PART]
        for part in parts:
            self.part(part, name)
        if parts:
            tools = render("procedure_tools.html", words=self.words, several=len(parts) > 1)
            SubElement(section, "div", {"class": "procedure-tools"}).text = self.store(tools)

    def part(self, part: Element, name: str) -> None:
        device = part.get("data-device", "")
        part.set("id", f"{name}-{device}")
        heading = Element("h4", {"id": f"{name}-{device}-title"})
        heading.text = self.devices[device][self.here.locale]
        heading.tail = part.text = "\n"
        part.insert(0, heading)
        if part.get("data-same"):
            part.insert(1, self.same(name, part.get("data-same", "")))
        steps = part.find("ol")
        if steps is not None:
            steps.set("class", "steps")
            self.steps(steps, f"{name}-{device}")

    def same(self, name: str, device: str) -> Element:
        """One sentence with a link to the part whose steps count here, too."""
        before, _, after = self.words["same-as"].partition("{part}")
        sentence = Element("p", {"class": "part-same"})
        sentence.text = before
        link = SubElement(sentence, "a", {"href": f"#{name}-{device}"})
        link.text = self.devices[device][self.here.locale]
        link.tail, sentence.tail = after, "\n"
        return sentence

    def steps(self, steps: Element, anchor: str) -> None:
        items = steps.findall("li")
        shown: dict[int, set[int]] = {}
        places: list[Element] = []
        for number, item in enumerate(items, 1):
            item.set("id", f"{anchor}-{number}")
            self.label(item, number, len(items))
            for place in _places(item):
                places.append(place)
                shown[id(place)] = set()
            if places:
                shown[id(places[-1])] |= _marks(item)
        for place in places:
            self.draw(place, shown[id(place)])

    def label(self, item: Element, number: int, total: int) -> None:
        """“Step 3 of 7”, for those who hear the page."""
        label = Element("span", {"class": "said step-of"})
        label.text = self.words["step-of"].replace("{n}", str(number)).replace("{total}", str(total))
        label.tail, item.text = item.text, None
        item.insert(0, label)

    def draw(self, place: Element, marks: set[int]) -> None:
        """Put the sketch into its place; the place is one no longer."""
        screen = self.screens[place.attrib.pop("data-screen")]
        place.set("class", "step-screen")
        place.text = self.store(screen.html(self.here.locale, self.here.words, marks))


def _wrap(heading: Element, name: str) -> None:
    """Put the words of ``heading`` into an element of their own, because scripts add buttons to headings."""
    words = Element("span", {"id": name})
    words.text, heading.text = heading.text, None
    words.extend(heading)
    heading[:] = [words]


def _places(root: Element) -> Iterator[Element]:
    return (element for element in list(root.iter("div")) if element.get("class") == "screen-place")


def _marks(item: Element) -> set[int]:
    return {int(mark.get("data-mark", "0")) for mark in item.iter("span") if mark.get("class") == "mark"}
