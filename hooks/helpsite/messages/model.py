"""The shape of a message, as it is written in ``docs/data/messages/<area>.yml``."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator

from helpsite.areas import WaysOn
from helpsite.citations import Confidence
from helpsite.ground.dates import PastDate
from helpsite.ground.locales import LOCALES, Locale, Localized, PlainText
from helpsite.ground.problems import shorten
from helpsite.ground.slugs import Slug
from helpsite.ground.validation import DataModel, Some
from helpsite.pages.frontmatter import FrontMatter

MessageKind = Literal["error", "notice", "screen", "mail", "browser", "code", "symptom"]
Quoted = Literal["verbatim", "paraphrased", "inferred"]
TROUBLES: tuple[MessageKind, ...] = ("error", "notice", "symptom", "browser", "code")
"""The kinds of messages that are a trouble; the others are ordinary labels and screens."""
EXAMPLE_HOST = "aliexpress.com"
"""What is shown and searched where a wording names the address of the page."""


def _exact(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty wording; the exact words, or no entry")
    return value.replace("{host}", EXAMPLE_HOST)


class SeenWords(DataModel):
    """Words that were seen on a screen, letter by letter."""

    text: Annotated[str, AfterValidator(_exact)]
    """The words as seen, letter by letter; `{host}` stands for the address that they name."""
    by: PlainText | None = None
    """Whose words they are, where they are not AliExpress' own."""
    reading: Annotated[str | None, StringConstraints(pattern=r"^[ぁ-ゖー]+$")] = None
    """How a Japanese text that starts with kanji begins, in hiragana: for the order of the index."""
    variant: Literal["older", "broken"] | None = None
    """Left out for the usual words."""
    shared: bool = False
    """Another entry owns the same words."""


class SharedRemedy(DataModel):
    """A row of ``docs/data/remedies.yml``: what to do, what it costs, where it is explained."""

    do: Localized
    """One action, as an instruction."""
    cost: Localized | None = None
    """What it may cost; left out: what the procedure says that the link names, or nothing."""
    link: str | None = None
    """Where it is explained, as `page.md#anchor`."""


class Remedy(DataModel):
    """One thing to do: ``use`` names a shared remedy, and what stands beside it is said in its place."""

    use: str | None = None
    """A key of `remedies.yml`."""
    do: Localized | None = None
    """One action, as an instruction; left out: what the shared remedy says."""
    cost: Localized | None = None
    """What it may cost; left out: nothing, or what the shared remedy says."""
    for_: Annotated[Localized | None, Field(alias="for")] = None
    """Whom it helps, as it reads after `for` of `ui/message.yml`; left out: everybody."""
    link: str | None = None
    """Where it is explained, as `page.md#anchor`; left out: where the shared remedy is."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.use is None and self.do is None:
            raise ValueError('a remedy without "use" and "do"; one of them, or both')
        return self


class Evidence(DataModel):
    """Who says so: a key of ``docs/data/sources.yml`` or `PUBLIC_COPY`, and how literally."""

    source: str
    """A key of `sources.yml`, or `public-copy` (a public copy without an address)."""
    quoted: Quoted
    """How literally."""


class Message(DataModel):
    """One message, screen or symptom."""

    id: Slug
    """Its name for good: its page is `errors/<id>/`."""
    kind: MessageKind
    """`screen` and `mail` are ordinary labels, the others troubles; `symptom` has no words, `browser` its own list."""
    title: Localized
    """How lists call it; for words: 「『…』と表示される」, “It says ‘…’”."""
    wordings: Mapping[str, tuple[SeenWords, ...]] = {}
    """The words by language, the usual ones first; other languages than the site's by a key of `ui/language.yml`."""
    symptoms: Mapping[Locale, tuple[PlainText, ...]] = {}
    """How readers would say it, by language; searched, not shown."""
    where: Localized
    """Where on the screen it stands."""
    sign: Localized | None = None
    """How one tells it, in one or two short sentences."""
    meaning: Localized
    """What it means, in one sentence."""
    genuine: Localized | None = None
    """Whether it is genuine, where one may doubt it."""
    causes: tuple[Localized, ...] = ()
    """What may be behind it, the likeliest first."""
    remedies: Some[Remedy]
    """What to do, the cheapest and safest first."""
    avoid: tuple[Localized, ...] = ()
    """What not to do."""
    otherwise: WaysOn | None = None
    """One to three ways on when nothing helped; left out: those of the area."""
    letter: str | None = None
    """A key of `letters.yml`, where the letter is true for everybody with this message."""
    urgency: Literal["calm", "soon", "now"]
    """How soon one should act."""
    related: tuple[str, ...] = ()
    """Ids of other entries, which name this one, too."""
    evidence: Some[Evidence]
    """Who says so."""
    confidence: Confidence
    """How sure it is."""
    checked: PastDate
    """The day on which it was last checked."""

    @field_validator("wordings")
    @classmethod
    def _no_empty_list(cls, value: Mapping[str, tuple[SeenWords, ...]]) -> Mapping[str, tuple[SeenWords, ...]]:
        for language, texts in value.items():
            if not texts:
                raise ValueError(f'no wording under "{language}"; at least one, or no such language')
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

    def wordings_for(self, locale: Locale) -> list[tuple[str, tuple[SeenWords, ...]]]:
        """The wordings by language: the reader's, the site's others, then the rest."""
        order = dict.fromkeys([locale, *LOCALES, *self.wordings])
        return [(language, self.wordings[language]) for language in order if language in self.wordings]

    def own_words(self, locale: Locale) -> list[tuple[str, SeenWords]]:
        """The words that no other message owns."""
        rows = [(language, wording) for language, texts in self.wordings_for(locale) for wording in texts]
        return [row for row in rows if not row[1].shared]

    def shown(self, locale: Locale) -> list[tuple[str, SeenWords]]:
        """The words that stand for the message, with their language: the usual ones of each language of the site.

        Where a message has only older, broken or foreign words, it is the first of those.
        """
        first: list[tuple[str, SeenWords]] = [
            (language, wordings[0]) for language, wordings in self.wordings_for(locale)
        ]
        usual = [row for row in first if row[0] in LOCALES and not row[1].variant]
        return usual or first[:1]

    def others(self, locale: Locale, *, foreign: bool) -> list[tuple[str, SeenWords]]:
        """The words that are not `shown`: those in languages of the site, or those in ``foreign`` ones."""
        shown = self.shown(locale)
        rows = [(language, wording) for language, texts in self.wordings_for(locale) for wording in texts]
        return [row for row in rows if row not in shown and (row[0] not in LOCALES) == foreign]
