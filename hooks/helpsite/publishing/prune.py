"""A theme's stylesheet without the rules that no page can use.

A rule goes only when its selector needs a class, an id or an element that stands in no page and in no script. States,
attributes, pseudo-classes and what they hold are taken as possible. Custom properties and keyframes that nothing
names any more go, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import tinycss2

Node = Any
"""A node of tinycss2, which has no types."""

_TAGS = re.compile(r"<([a-zA-Z][\w-]*)")
_NAMES = re.compile(r"""\s(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SCRIPT_WORDS = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLES = re.compile(r"var\(\s*(--[\w-]+)")
_DASHED = re.compile(r"--[\w-]+")
_KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+[\w-]+")
_GROUPS = {"media", "supports", "layer", "container"}


@dataclass
class Used:
    """Every element, class and id of the pages, and every word of the scripts, which may set one."""

    tags: set[str] = field(default_factory=lambda: {"html", "head", "body", "*"})
    names: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)

    def add_page(self, html: str) -> None:
        """Note what stands in a page, ``<template>`` included."""
        self.tags.update(tag.lower() for tag in set(_TAGS.findall(html)))
        for double, single in set(_NAMES.findall(html)):
            self.names.update((double or single).split())
        self.variables.update(_DASHED.findall(html))

    def add_script(self, source: str) -> None:
        """Note every word of a script."""
        words = set(_SCRIPT_WORDS.findall(source))
        self.names |= words
        self.tags |= {word.lower() for word in words}
        self.variables.update(_DASHED.findall(source))

    def add_style(self, css: str) -> None:
        """Note the custom properties that a stylesheet which stays whole asks for."""
        self.variables.update(_VARIABLES.findall(css))


@dataclass
class _Rule:
    """A rule as tinycss2 reads it, but open to changes: ``inner`` where it holds rules, else ``content``."""

    keyword: str
    prelude: list[Node]
    content: list[Node] | None
    inner: list[_Rule] | None = None

    def __str__(self) -> str:
        head = (f"@{self.keyword}" if self.keyword else "") + str(tinycss2.serialize(self.prelude))
        if self.inner is not None:
            return head + "{" + "".join(str(rule) for rule in self.inner) + "}"
        return f"{head};" if self.content is None else head + "{" + str(tinycss2.serialize(self.content)) + "}"


def prune(css: str, used: Used) -> str:
    """``css`` without what ``used`` shows to be unused."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    rules = _without_unused(list(_read(nodes)), used)
    text = ""
    while text != (text := "".join(str(rule) for rule in rules)):
        rules = _without_unnamed(rules, text, used)
    return text


def _read(nodes: Iterable[Node]) -> Iterable[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield _Rule("", node.prelude, node.content)
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield _Rule(node.at_keyword, node.prelude, None, list(_read(inner)))
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            yield _Rule(node.at_keyword, node.prelude, node.content)


def _without_unused(rules: list[_Rule], used: Used) -> list[_Rule]:
    kept = []
    for rule in rules:
        if rule.inner is not None:
            rule.inner = _without_unused(rule.inner, used)
        elif not rule.keyword:
            rule.prelude = _possible(rule.prelude, used)
        if rule.inner or (rule.inner is None and (rule.keyword or rule.prelude)):
            kept.append(rule)
    return kept


def _possible(prelude: Sequence[Node], used: Used) -> list[Node]:
    """The selectors of a list that could match, with commas between them; empty when none could."""
    kept = [selector for selector in _split(prelude) if _may_match(selector, used)]
    comma = tinycss2.ast.LiteralToken(0, 0, ",")
    return [node for selector in kept for node in (comma, *selector)][1:]


def _split(nodes: Sequence[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _may_match(selector: Sequence[Node], used: Used) -> bool:
    before = ""
    for node in selector:
        if node.type == "hash" and node.value not in used.names:
            return False
        if node.type == "ident" and before == "." and node.value not in used.names:
            return False
        if node.type == "ident" and before not in (".", ":") and node.lower_value not in used.tags:
            return False
        is_group = node.type == "function" and node.lower_name in ("is", "where", "-webkit-any", "-moz-any")
        if is_group and not any(_may_match(part, used) for part in _split(node.arguments)):
            return False
        before = node.value if node.type == "literal" else ""
    return True


def _without_unnamed(rules: list[_Rule], text: str, used: Used) -> list[_Rule]:
    """``rules`` without custom properties and keyframes that neither ``text`` nor ``used`` name."""
    variables = used.variables | set(_VARIABLES.findall(text))
    words = set(_SCRIPT_WORDS.findall(_KEYFRAMES.sub("", text)))
    kept = []
    for rule in rules:
        if rule.inner is not None:
            rule.inner = _without_unnamed(rule.inner, text, used)
        elif not rule.keyword:
            rule.content = _drop_variables(rule.content or [], variables)
        elif rule.keyword.endswith("keyframes") and tinycss2.serialize(rule.prelude).strip() not in words:
            continue
        if rule.inner or rule.content:
            kept.append(rule)
    return kept


def _drop_variables(content: Sequence[Node], variables: set[str]) -> list[Node]:
    kept: list[Node] = []
    for declaration in _declarations(content):
        names = [node.value for node in declaration if node.type == "ident"]
        if names and not (names[0].startswith("--") and names[0] not in variables):
            kept += [*declaration, tinycss2.ast.LiteralToken(0, 0, ";")]
    return kept[:-1]


def _declarations(content: Sequence[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in content:
        if node.type == "literal" and node.value == ";":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts
