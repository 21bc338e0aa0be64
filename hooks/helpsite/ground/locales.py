"""Texts in every language of the site."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Generic, TypeAlias, TypeVar, get_args

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.validation import DataModel

LOCALES: tuple[str, ...] = tuple(LANGUAGES)
DEFAULT_LOCALE = next(iter(LOCALES), "")
T = TypeVar("T")


def _of_the_site(value: str) -> str:
    if value not in LOCALES:
        raise ValueError(f'unknown language "{value}"; one of {", ".join(LOCALES)}')
    return value


Locale = Annotated[str, AfterValidator(_of_the_site)]
"""A language of the site, by its key in ``docs/data/languages.yml``."""


def other_locales(locale: Locale) -> tuple[Locale, ...]:
    """Every language of the site but ``locale``, in the site's order."""
    return tuple(other for other in LOCALES if other != locale)


def _plain(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty text; words")
    if "<" in value and ">" in value:
        raise ValueError("HTML in a text; plain words")
    return value


PlainText = Annotated[str, AfterValidator(_plain)]
"""Words without mark-up; an empty text or HTML is refused."""


class InEveryLanguage(Mapping[str, T], Generic[T]):
    """One thing for every language of the site: one that lacks a language, or has another one, is refused."""

    def __init__(self, things: Mapping[str, T]) -> None:
        self._things = dict(things)

    def __getitem__(self, locale: Locale) -> T:
        return self._things[locale]

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def __hash__(self) -> int:
        return hash(tuple(self._things.items()))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate a mapping that has exactly the languages of the site."""
        each = core_schema.typed_dict_field(handler.generate_schema(get_args(source)[0]))
        things = core_schema.typed_dict_schema(dict.fromkeys(LOCALES, each), extra_behavior="forbid")
        return core_schema.no_info_after_validator_function(cls, things)


Localized: TypeAlias = InEveryLanguage[PlainText]
"""One text in every language."""

TEXTS = "<texts>"
"""The alias of a field whose texts stand beside the other keys of its row; no file can have it as a key."""


class TextsRow(DataModel):
    """A row whose texts stand beside its other keys, and in its field ``texts``, which has the alias `TEXTS`."""

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, row: Any) -> Any:
        if not isinstance(row, dict):
            return row
        texts = {locale: row[locale] for locale in LOCALES if locale in row}
        return {TEXTS: texts} | {key: value for key, value in row.items() if key not in texts}


class LocalizedRow(TextsRow):
    """A row with one text in every language."""

    texts: Annotated[Localized, Field(alias=TEXTS)]

    def __getitem__(self, locale: Locale) -> str:
        """The text in ``locale``."""
        return self.texts[locale]
