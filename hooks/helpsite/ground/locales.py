"""The languages of the site. A third one is a row here, a folder in ``docs/`` and a column in the data."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict

Locale = Literal["ja", "en"]
LOCALES: tuple[Locale, ...] = get_args(Locale)
DEFAULT_LOCALE: Locale = "ja"


def other_locales(locale: Locale) -> tuple[Locale, ...]:
    """Every language of the site but ``locale``, in the site's order."""
    return tuple(other for other in LOCALES if other != locale)


def _plain(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty text; words are wanted")
    if "<" in value and ">" in value:
        raise ValueError("HTML in a text; plain words are wanted")
    return value


PlainText = Annotated[str, AfterValidator(_plain)]
"""Words without mark-up; an empty text or HTML is refused."""


class Localized(BaseModel):
    """One text in every language of the site."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ja: PlainText
    en: PlainText

    def __getitem__(self, locale: Locale) -> str:
        """The text in ``locale``."""
        text: str = getattr(self, locale)
        return text
