"""What a renderer may know about the page that it draws on."""

from dataclasses import dataclass, field
from typing import Any

from helpsite.ground.anchors import Anchors, Link
from helpsite.ground.interface import LocaleWords
from helpsite.ground.locales import Locale


@dataclass
class PageContext:
    """One page in one language: where links start, and the interface words.

    ``words`` are the interface words of the language (``docs/data/ui/``), by room and key.
    ``used`` collects what the page turned out to need, per room: terms, scripts, letters.
    """

    locale: Locale
    page: str
    anchors: Anchors
    words: LocaleWords
    used: dict[str, list[Any]] = field(default_factory=dict)

    def link(self, ref: str) -> Link:
        """The link for ``page.md#anchor``. References were checked when the data was loaded."""
        return self.anchors.link(self.locale, self.page, ref)

    def use(self, room: str, thing: Any) -> bool:
        """Note that the page needs ``thing``; whether that is news."""
        things = self.used.setdefault(room, [])
        if thing in things:
            return False
        things.append(thing)
        return True
