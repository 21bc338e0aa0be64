"""mkdocs.yml: what the site needs of it, checked before MkDocs reads it, which names no line."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator

from helpsite.ground.languages import LANGUAGES
from helpsite.ground.locales import DEFAULT_LOCALE, Locale, PlainText
from helpsite.ground.problems import Problems, did_you_mean
from helpsite.ground.validation import DataModel, check
from helpsite.ground.yamlfile import Document, Env, Loc, load_yaml

T = TypeVar("T")
Level = Literal["ignore", "info", "warn"]


def _written(value: str | Env) -> str:
    """A value as the file has it; of ``!ENV``, its default."""
    return "".join(value.names[1:]) if isinstance(value, Env) else value


def _address(value: str | Env) -> str | Env:
    if not _written(value).startswith(("https://", "http://")):
        raise ValueError(f'"{_written(value)}" is no address; https://…')
    return value


def _report(value: str | Env) -> str | Env:
    if _written(value) and not _written(value).startswith(("https://", "mailto:")):
        raise ValueError(f'"{_written(value)}" is no address; https://… or mailto:…')
    return value


def _one(value: tuple[T, ...]) -> tuple[T, ...]:
    if len(value) != 1:
        raise ValueError(f"{len(value)} rows; one")
    return value


One = Annotated[tuple[T, ...], AfterValidator(_one)]


class LanguageRow(DataModel):
    """One language, as the plugin wants it."""

    locale: str
    name: str
    default: Literal["true"] | None = None
    build: Literal["true"]
    site_name: PlainText | None = None
    nav_translations: Mapping[str, PlainText] = {}


class I18n(DataModel):
    """The settings of the plugin for languages."""

    docs_structure: Literal["folder"]
    fallback_to_default: Literal["false"]
    reconfigure_material: Literal["false"]
    reconfigure_search: Literal["false"]
    languages: tuple[LanguageRow, ...]


class Plugin(DataModel):
    """The one plugin."""

    i18n: I18n


class Theme(DataModel):
    """The theme, of which the site takes the icons."""

    name: Literal["material"]
    custom_dir: Literal["overrides"]
    language: Locale
    font: Literal["false"]
    favicon: str


class Extra(DataModel):
    """What templates may use."""

    report: Annotated[Env | str, AfterValidator(_report)]


class Settings(DataModel):
    """The whole of mkdocs.yml."""

    site_name: PlainText
    site_url: Annotated[Env | str, AfterValidator(_address)]
    docs_dir: Literal["docs"]
    site_dir: Env | str
    theme: Theme
    extra: Extra
    extra_css: One[Literal["assets/css/site.css"]]
    plugins: One[Plugin]
    hooks: One[Literal["hooks/mkdocs_events.py"]]
    exclude_docs: Literal["data/\n"]
    validation: Mapping[Literal["nav", "links"], Mapping[str, Level]]
    nav: tuple[Any, ...]
    """See `helpsite.pages.navigation`."""


def load_settings(path: Path, problems: Problems) -> Document | None:
    """Read mkdocs.yml at ``path`` and note everything that is wrong with it by itself."""
    document = load_yaml(path, problems)
    settings = None if document is None else check(Settings, document, problems)
    if document is not None and settings is not None:
        _check_languages(settings.plugins[0].i18n.languages, document, problems)
    return document


def headings(nav: object) -> Iterator[tuple[str, Loc]]:
    """The headings of the navigation, each with its place in mkdocs.yml."""
    for index, row in enumerate(nav if isinstance(nav, list) else ()):
        for title in row if isinstance(row, dict) else ():
            yield title, ("nav", index, title)


def _check_languages(rows: tuple[LanguageRow, ...], document: Document, problems: Problems) -> None:
    """The plugin has a list of languages of its own, and translates the headings of the navigation."""
    at: Loc = ("plugins", 0, "i18n", "languages")
    found = [(row.locale, row.name, row.default == "true") for row in rows]
    expected = [(key, language.name, key == DEFAULT_LOCALE) for key, language in LANGUAGES.items()]
    if found != expected:
        shown = ", ".join(f"{locale} ({name})" for locale, name, _ in expected)
        said = "languages that differ from docs/data/languages.yml"
        problems.add(document.path, document.line(at), said, f"{shown}, with default: true at the first one")
        return
    titles = dict(headings(document.data["nav"]))
    for index, row in enumerate(rows[1:], 1):
        for title in titles.keys() - row.nav_translations.keys():
            found_it = f'the heading "{title}", which has no translation ({row.locale})'
            problems.add(document.path, document.line(titles[title]), found_it, "a row under nav_translations")
        for title in row.nav_translations.keys() - titles.keys():
            line = document.line((*at, index, "nav_translations", title))
            wanted = "a heading of nav" + did_you_mean(title, titles)
            problems.add(document.path, line, f'a translation of "{title}"', wanted)
