"""``docs/data/wordings.yml``, checked and typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from markupsafe import Markup
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator

from helpsite.ground.locales import LOCALES, Locale, Localized, other_locales
from helpsite.ground.problems import Problem, Problems, did_you_mean
from helpsite.ground.source_lines import substitute
from helpsite.ground.templates import render
from helpsite.ground.yamlfile import Document, check, load_yaml
from helpsite.wordings.source import KEY, check_wordings

PUBLIC_COPY = "public-copy"
Words = Mapping[str, Mapping[str, str]]


def _seen(value: str) -> str:
    if not value.strip():
        raise ValueError("an empty wording; the words as seen are wanted, or leave the language out")
    return value


SeenText = Annotated[str, AfterValidator(_seen)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Wording(BaseModel):
    """Words on a screen, exactly as seen; a language in which nobody has seen them is ``None``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ja: SeenText | None = None
    en: SeenText | None = None
    where: Localized
    message: str
    source: str

    @model_validator(mode="after")
    def _somewhere(self) -> Wording:
        if not any(self.seen(locale) for locale in LOCALES):
            raise ValueError("a wording in no language; at least one of ja and en is wanted")
        return self

    def seen(self, locale: Locale) -> str | None:
        """The words in ``locale``, or ``None`` where nobody has seen them."""
        text: str | None = getattr(self, locale)
        return text

    def known(self, locale: Locale) -> list[tuple[Locale, str]]:
        """The known wordings as (language, words), the one in ``locale`` first."""
        order = (locale, *other_locales(locale))
        return [(language, text) for language in order if (text := self.seen(language)) is not None]


@dataclass(frozen=True)
class Wordings(Mapping[str, Wording]):
    """Key to wording, with the line of every row."""

    path: Path
    rows: Mapping[str, Wording]
    lines: Mapping[str, int]

    def __getitem__(self, key: str) -> Wording:
        return self.rows[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def html(self, key: str, locale: Locale, words: Words, *, first: bool = True) -> Markup:
        """The wording in both languages as a page in ``locale`` shows it. Raises `KeyError` for an unknown key.

        The ``first`` one of a page carries the words that the copying script says.
        """
        known = self[key].known(locale)
        return render("wording.html", key=key, known=known, words=words["wording"], first=first)

    def spoken(self, key: str, locale: Locale, words: Words) -> str:
        """The same as plain text: 「パスワードを忘れましたか。」（Forgot password）."""
        marks, (first, *others) = words["wording"], self[key].known(locale)
        text = marks["open"] + first[1] + marks["close"]
        return text + "".join(marks["also-open"] + other + marks["also-close"] for _, other in others)

    def in_text(self, text: str, locale: Locale, words: Words) -> str:
        """``text`` with every known ``[[key]]`` replaced by `spoken`."""
        return substitute(KEY, lambda m: self.spoken(m[1], locale, words) if m[1] in self else None, text)

    def check(self, text: str, path: Path, first_line: int, problems: Problems) -> set[str]:
        """`helpsite.wordings.check_wordings` with this table."""
        return check_wordings(text, path, first_line, self, problems)


def load_wordings(path: Path, sources: Collection[str], messages: Collection[str], problems: Problems) -> Wordings:
    """The table at ``path``. ``sources`` and ``messages`` are the keys that a row may name.

    A file that is wrong gives an empty table and its problems; a row that names something unknown stays in the table,
    so that one mistake is told once.
    """
    document = load_yaml(path, problems)
    rows = document and check(dict[Key, Wording], document, problems)
    if document is None or not rows:
        return Wordings(path, {}, {})
    _check_names(rows, document, {"source": {*sources, PUBLIC_COPY}, "message": set(messages)}, problems)
    return Wordings(path, rows, {key: document.line((key,)) for key in rows})


def _check_names(
    rows: Mapping[str, Wording], document: Document, known: Mapping[str, set[str]], problems: Problems
) -> None:
    for key, row in rows.items():
        for field, names in known.items():
            name = getattr(row, field)
            if name not in names:
                wanted = f"a known {field}" + did_you_mean(name, names)
                problems.add(document.path, document.line((key, field)), f'{key}: no {field} "{name}"', wanted)


def unused_wordings(wordings: Wordings, used: Collection[str]) -> list[Problem]:
    """A warning for every row that nothing names; ``used`` are the keys that pages and screens name."""
    wanted = "name it on a page, or take the row out"
    return [
        Problem(wordings.path.as_posix(), wordings.lines[key], f'nobody uses the wording "{key}"', wanted)
        for key in wordings
        if key not in used
    ]
