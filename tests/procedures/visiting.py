"""Visits to a page of procedures under a made-up origin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

ORIGIN = "https://help.test/"
Open = Callable[..., Page]
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def chosen(page: Page) -> list[str]:
    """The panels that are open."""
    script = "[...document.querySelectorAll('section.part:not([hidden])')].map(part => part.id)"
    found: list[str] = page.evaluate(script)
    return found
