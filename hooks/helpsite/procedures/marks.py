"""``{1}`` in the text of a step: the number of a mark in the sketch."""

import re
from collections.abc import Mapping
from functools import partial
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension

from helpsite.ground.markdown_extensions import PatternExtension
from helpsite.procedures.model import MARK


def mark_extension(words: Mapping[str, str]) -> Extension:
    """Draws each mark as a number in a circle, with ``words`` (the room ``procedure``) for screen readers."""
    before, after = words["mark"].split("{n}")
    return PatternExtension(MARK, partial(_mark, before, after), 174)


def _mark(before: str, after: str, match: re.Match[str]) -> Element:
    mark = Element("span", {"class": "mark", "data-mark": match[1]})
    if before:
        SubElement(mark, "span", {"class": "visually-hidden"}).text = before
        mark[0].tail = match[1]
    else:
        mark.text = match[1]
    if after:
        SubElement(mark, "span", {"class": "visually-hidden"}).text = after
    return mark
