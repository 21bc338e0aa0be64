"""The shape of a message, as it is written in ``docs/data/messages/<area>.yml``."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from helpsite.areas import WaysOn
from helpsite.citations.sources import Confidence
from helpsite.ground.dates import PastDate
from helpsite.ground.locales import LOCALES, Locale, Localized, PlainText
from helpsite.ground.problems import shorten
from helpsite.ground.slugs import Slug
from helpsite.pages.frontmatter import FrontMatter

T = TypeVar("T")

Kind = Literal["error", "notice", "screen", "mail", "browser", "code", "symptom"]
Quoted = Literal["verbatim", "paraphrased", "inferred"]
TROUBLES: tuple[Kind, ...] = ("error", "notice", "symptom", "browser", "code")
"""The kinds of messages that are a trouble; the others are ordinary labels and screens."""
EXAMPLE_HOST = "aliexpress.com"
"""What is shown and searched where a wording names the address of the page."""
PUBLIC_COPY = "public-copy"
"""The source of a wording that was read in a public copy without a stable address."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _exact(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty wording; the exact words are wanted, or no entry")
    return value.replace("{host}", EXAMPLE_HOST)


class Wording(_Row):
    """Words that were seen on a screen, letter by letter. ``{host}`` stands for the address that they name.

    ``variant`` marks older and broken texts. ``shared`` says that another entry owns the same words. ``reading`` is
    how a Japanese text that starts with kanji begins in hiragana, for the order of the index. ``by`` names the program
    or service whose words they are, where they are not AliExpress' own.
    """

    text: Annotated[str, AfterValidator(_exact)]
    by: PlainText | None = None
    reading: Annotated[str | None, StringConstraints(pattern=r"^[ぁ-ゖー]+$")] = None
    variant: Literal["older", "broken"] | None = None
    shared: Annotated[bool, Field(strict=False)] = False


class SharedRemedy(_Row):
    """A row of ``docs/data/remedies.yml``: what to do, what it costs, where it is explained."""

    do: Localized
    cost: Localized | None = None
    link: str | None = None


class Remedy(_Row):
    """One thing to do; either ``use`` names a shared remedy, or ``do`` says it."""

    use: str | None = None
    do: Localized | None = None
    cost: Localized | None = None
    for_: Annotated[Localized | None, Field(alias="for")] = None
    link: str | None = None

    @model_validator(mode="after")
    def _one_of(self) -> Remedy:
        if (self.use is None) == (self.do is None):
            raise ValueError('a remedy with both or none of "use" and "do"; exactly one of them')
        return self


class Evidence(_Row):
    """Who says so: a key of ``docs/data/sources.yml`` or `PUBLIC_COPY`, and how literally."""

    source: str
    quoted: Quoted


def _some(value: tuple[T, ...]) -> tuple[T, ...]:
    if not value:
        raise ValueError("an empty list; at least one row")
    return value


class Message(_Row):
    """One message, screen or symptom. CONTRIBUTING.md explains each key."""

    id: Slug
    kind: Kind
    title: Localized
    wordings: dict[str, tuple[Wording, ...]] = {}
    symptoms: dict[Locale, tuple[PlainText, ...]] = {}
    surface: tuple[Literal["web", "app", "mail", "tool"], ...] = ()
    where: Localized
    sign: Localized | None = None
    meaning: Localized
    genuine: Localized | None = None
    causes: tuple[Localized, ...] = ()
    remedies: Annotated[tuple[Remedy, ...], AfterValidator(_some)]
    avoid: tuple[Localized, ...] = ()
    otherwise: WaysOn | None = None
    letter: str | None = None
    urgency: Literal["calm", "soon", "now"]
    related: tuple[str, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], AfterValidator(_some)]
    confidence: Confidence
    checked: PastDate

    @field_validator("wordings")
    @classmethod
    def _no_empty_list(cls, value: dict[str, tuple[Wording, ...]]) -> dict[str, tuple[Wording, ...]]:
        for language, texts in value.items():
            if not texts:
                raise ValueError(f'no wording under "{language}"; leave the language out')
        return value

    @property
    def is_trouble(self) -> bool:
        """Whether something went wrong; otherwise it is an ordinary label or screen."""
        return self.kind in TROUBLES

    @property
    def page(self) -> str:
        """Its page, as a path within one language."""
        return f"errors/{self.id}.md"

    def front(self, locale: Locale) -> FrontMatter:
        """What its page says about itself; the words are in it, because they are what people search the web for."""
        title, said = self.title[locale], [shorten(wording.text, 80) for _, wording in self.shown(locale)]
        return FrontMatter.model_construct(
            title=title,
            html_title=" | ".join([title, *(text for text in said if text not in title)]),
            description=" – ".join([*(f"“{text}”" for text in said), self.meaning[locale]]),
            checked=self.checked,
            confidence=self.confidence,
            sources=(),
        )

    def readers_first(self, locale: Locale) -> list[tuple[str, tuple[Wording, ...]]]:
        """The wordings by language: the reader's, the site's others, then the rest."""
        order = dict.fromkeys([locale, *LOCALES, *self.wordings])
        return [(language, self.wordings[language]) for language in order if language in self.wordings]

    def own_words(self, locale: Locale) -> list[tuple[str, Wording]]:
        """The words that no other message owns."""
        rows = [(language, wording) for language, texts in self.readers_first(locale) for wording in texts]
        return [row for row in rows if not row[1].shared]

    def shown(self, locale: Locale) -> list[tuple[str, Wording]]:
        """The words that stand for the message, with their language: the usual ones of each language of the site.

        Where a message has only older, broken or foreign words, it is the first of those.
        """
        first: list[tuple[str, Wording]] = [
            (language, wordings[0]) for language, wordings in self.readers_first(locale)
        ]
        usual = [row for row in first if row[0] in LOCALES and not row[1].variant]
        return usual or first[:1]

    def others(self, locale: Locale, *, foreign: bool) -> list[tuple[str, Wording]]:
        """The words that are not `shown`: those in languages of the site, or those in ``foreign`` ones."""
        shown = self.shown(locale)
        rows = [(language, wording) for language, texts in self.readers_first(locale) for wording in texts]
        return [row for row in rows if row not in shown and (row[0] not in LOCALES) == foreign]
