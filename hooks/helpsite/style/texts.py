"""Every text that readers see and writers wrote, with its place."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from markdown_it.token import Token

from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import load_yaml
from helpsite.pages.source import SourcePage

UNWRITTEN = {"wordings", "symptoms", "example"}
"""Keys whose texts are what screens show and what readers type."""
UNREAD = {"chatter.yml", "synonyms.yml", "sources.yml", "vocabulary.yml", "languages.yml"}
"""Files that hold no sentences of ours."""
SCREEN_WORDS = "wordings.yml"
"""The file whose rows are words of screens, apart from the keys in them."""
_MARKUP = re.compile(r"^/{3,}.*$|\s*\{[^{}]*#[^{}]*\}\s*$", re.M)


@dataclass(frozen=True)
class Text:
    """Some words in one language at a line (1-based) of a file; ``heading`` is what they stand under, or their key."""

    path: Path
    line: int
    locale: Locale
    words: str
    heading: str = ""
    bold: bool = False


def page_texts(page: SourcePage) -> Iterator[Text]:
    """The paragraphs, headings, cells and bold words of a page, as read: without mark-up, addresses and code."""
    yield Text(page.path, 1, page.locale, page.front.description)
    heading, tokens = "", page.tokens
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline" or token.map is None:
            continue
        words = _MARKUP.sub("", _said(token.children or []))
        heading = words if before is not None and before.type == "heading_open" else heading
        line = page.first_line + token.map[0]
        yield Text(page.path, line, page.locale, words, heading)
        for strong in _bold(token.children or []):
            yield Text(page.path, line, page.locale, strong, heading, bold=True)


def _said(tokens: Collection[Token]) -> str:
    return "".join("\n" if token.type.endswith("break") else token.content for token in tokens if token.type in _READ)


_READ = {"text", "softbreak", "hardbreak"}


def _bold(tokens: list[Token]) -> Iterator[str]:
    starts = [at for at, token in enumerate(tokens) if token.type == "strong_open"]
    for start in starts:
        end = next(at for at in range(start, len(tokens)) if tokens[at].type == "strong_close")
        yield _said(tokens[start:end])


def data_texts(folder: Path) -> Iterator[Text]:
    """The texts in every language below ``folder`` (docs/data), each under the key that it belongs to."""
    for path in sorted(folder.rglob("*.yml")):
        document = None if path.name in UNREAD else load_yaml(path, Problems())  # told by whoever loads the file
        if document is not None:
            yield from _walk(document.node, path, ())


def _walk(node: yaml.Node | None, path: Path, keys: tuple[str, ...]) -> Iterator[Text]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _walk(item, path, keys)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _walk(value, path, (*keys, key.value)) if key.value not in UNWRITTEN else ()
    elif isinstance(node, yaml.ScalarNode) and (at := _language(keys)) is not None and not _is_screen(path, keys):
        yield Text(path, node.start_mark.line + 1, keys[at], node.value, "".join(keys[:at][-1:]))


def _language(keys: tuple[str, ...]) -> int | None:
    """Where the keys name a language: the last one (`title.ja`), or one above it (`cookie.ja.text`)."""
    return next((at for at in reversed(range(len(keys))) if keys[at] in LOCALES), None)


def _is_screen(path: Path, keys: tuple[str, ...]) -> bool:
    return path.name == SCREEN_WORDS and len(keys) == 2
