"""Ways to spoil a file as writers, editors and disks do."""

# ruff: noqa: ARG005 (a change takes what it needs of what it is given)
from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

Mutation = Callable[[Random, Path], None]
"""Spoils the file at a path."""

HOSTILE = [
    "\"'&{{}}",
    "a < b",
    "'\" onclick=x y",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;",
    "a\u200bb",
    "%s {0} $1 \\1",
]
"""Words that must stay words wherever they are shown."""

VALUES = [
    "yes", "404", "2026-13-45", "2999-01-01", "12:30", "~", "[]", "{}", "''", "-1", "1e999", "0x1F", "|", ">", "- a",
    "!!bool maybe", "!!python/name:os.system x", "&a b", "*a", '"open', "'open", "[a, b", "{a: b", "{a: {b: c}}", "@a",
    "a: b", "# a", "[[continue]]", "[[nope]]", "[a](nope.md)", "[a](javascript:x)", "[a](//evil.example/)", "../x.md",
    "<b>x</b>", "<script>x</script>", "{{ x }}", "{% x %}", "{n}", "{", "あ" * 5000, "x.md#y", "index.md", "\\", "`a",
    "**a", "term:nope", "a\\u0000b", '"\\x02"', '"\\ud800"', "<<: *a", "? a", "%", "=", "none", "true", "null",
]  # fmt: skip

SNIPPETS = [
    "<script>alert(1)</script>", "\\<script>alert(1)</script>", "<div onclick=x>", "<!-- a -->", "<?php x ?>", "<b>a</b>",
    "<span lang=en>a</span>", '<span lang="en">a', "</span>", '<span lang="en">*a*</span>', "&lt;script&gt;", "&#0;",
    "a\n:   b\n\n    <script>x</script>", "a\n:   b\n\n        <script>x</script>", ":   b", "a\n:   b", "```", "````\na\n```",
    "```flow\nnope\n```", "```flow\n```", "~~~\na\n~~~", "``` {.a onclick=x}\na\n```", "```messages\nlogin\n```", "```search\nhome\n```",
    "    ```flow\n    x\n    ```", "-   ```flow\n    x\n    ```", "> ```flow\n> x\n> ```", "```\n<script>x</script>\n```",
    "/// note | a\nb\n///", "/// note\nb", "///", "/// nope | a\nb\n///", "//// note\n/// note\na\n///\n////", "/// note\n    attrs: {id: site-words}\na\n///",
    "/// note\n    attrs: {onclick: x}\na\n///", "/// note | <b>a</b>\nb\n///", "/// html | div\na\n///",
    "## a", "## a { #a }", "## a { #site-words }", "## a { #print-words }", "## a { #あ }", "# a { #a }", "a\n===", "a\n---", "####### a", "## a { onclick=x }",
    "## a { #a .b onclick=x }", "a { #b }", "a\n{ #b }", "[a](topic.md){ href=javascript:x }", "*a*{ style=x }", "[a](topic.md){: target=_blank }",
    "[a](javascript:x)", "[a](JaVaScRiPt:x)", "[a]( javascript:x )", "[a](&#106;avascript:x)", "[a](https://evil.example/)", "[a](https://evil.example\\@aliexpress.com/)",
    "[a](//evil.example/)", "[a](/x)", "[a](../x.md)", "[a](../../x)", "[a](#nope)", "[a](nope.md)", "[a](index.md nope)", "[a](<index.md>)", "[a](index.md 'b\" onclick=x')",
    "[a][b]\n\n[b]: javascript:x", "[a][b]\n\n[b]: https://evil.example/", "[b]: index.md", "<https://evil.example/>", "<javascript:x>", "<a@b.example>", "https://evil.example/",
    "![a](https://evil.example/x.png)", "![a](x.png)", "![a](javascript:x)", "![\"onerror=x](index.md)", "[a](term:nope)", "[a](term:cookie)", "[](index.md)", "[a]()",
    "{{ x }}", "{% raw %}", "[[", "]]", "[[nope]]", "[[a\nb]]", "[[[[a]]]]", "\x02wzxhzdk:0\x03", "wzxhzdk:0", "klzzwxh:0", "\x02", "\x03", "\u200b", "\u202e", "\ufeff", "\ufffe",
    "| a | b |\n| - | - |\n| c |", "| a |\n| - |\n| <script>x</script> |", "|a", "-   a\n    -   b\n        -   c", "1. a\n\n    b\n2. c", "9. a", "* * *", "---", "+++",
    "    code", "\tcode", "> a", "> > a", "a  \nb", "a\\\nb", "\\", "`a", "``a`", "`<script>`", "`a\nb <b>c`", "*a", "**a*", "***a**", "_a_b_", "~~a~~", "^a^", "==a==",
    "[^1]\n\n[^1]: a", "*[AB]: c", "[TOC]", "[x] a", "- [ ] a", ":smile:", "--8<-- \"mkdocs.yml\"", "${a}", "$$a$$", "a\u2028b", "a\x0bb", "a\x85b", "\r", "é" * 3000,
    "*" * 2000, "[" * 300, "> " * 60 + "a", "- " * 60 + "a", "(" * 2000, "`" * 2000, "\\" * 2000, "<" * 2000, "![" * 300, "**a " * 300, "| " * 300, "&" * 500, "x" * 100_000,
]  # fmt: skip

_SCALAR = re.compile(r"^(?P<start>\s*(?:- )?(?:[\w-]+: )?)(?P<value>[^\s#|>&*!\[{].*)$")
_KEY = re.compile(r"^(?P<start>\s*(?:- )?)(?P<key>[\w-]+)(?P<end>:.*)$")
_WORDS = re.compile(r"^[^\W\d_][^|{}<>\[\]`/]{3,}$")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def _write(path: Path, lines: list[str]) -> None:
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))


def _at(change: Callable[[Random, list[str], int], list[str]]) -> Mutation:
    """A mutation that puts other lines in the place of one line that is not empty."""

    def mutate(random: Random, path: Path) -> None:
        lines = _lines(path)
        filled = [number for number, line in enumerate(lines) if line.strip()]
        at = random.choice(filled or [0])
        _write(path, [*lines[:at], *change(random, lines, at), *lines[at + 1 :]])

    return mutate


def _matching(pattern: re.Pattern[str], change: Callable[[Random, re.Match[str]], str]) -> Mutation:
    """A mutation that changes one line that fits ``pattern``."""

    def mutate(random: Random, path: Path) -> None:
        lines = _lines(path)
        found = [(number, match) for number, line in enumerate(lines) if (match := pattern.match(line))]
        if found:
            number, match = random.choice(found)
            lines[number] = change(random, match)
        _write(path, lines)

    return mutate


def _value(values: list[str]) -> Mutation:
    return _matching(_SCALAR, lambda random, match: match["start"] + random.choice(values))


def _letter(random: Random, lines: list[str], at: int) -> list[str]:
    line = lines[at]
    place = random.randrange(len(line) + 1)
    return [
        line[:place]
        + random.choice(["", ":", "-", " ", '"', "'", "<", "{", "[", "#", "`", "|", "\t", "あ"])
        + line[place + 1 :]
    ]


LINES: dict[str, Mutation] = {
    "a line is lost": _at(lambda random, lines, at: []),
    "a line stands twice": _at(lambda random, lines, at: [lines[at]] * 2),
    "a line moves": _at(lambda random, lines, at: [random.choice(lines), lines[at]]),
    "a line is indented": _at(lambda random, lines, at: ["  " + lines[at]]),
    "a line is moved to the left": _at(lambda random, lines, at: [lines[at][2:]]),
    "a line is cut": _at(lambda random, lines, at: [lines[at][: random.randrange(len(lines[at]) + 1)]]),
    "a letter changes": _at(_letter),
    "the rest is lost": lambda random, path: _write(path, (lines := _lines(path))[: random.randrange(len(lines))]),
}

YAML: dict[str, Mutation] = {
    "a value has another type": _value(VALUES),
    "a value is hostile": _value([f"'{text.replace(chr(39), chr(39) * 2)}'" for text in HOSTILE]),
    "a key is misspelt": _matching(_KEY, lambda random, match: f"{match['start']}{match['key']}x{match['end']}"),
    "a key is another": _matching(_KEY, lambda random, match: f"{match['start']}title{match['end']}"),
    "a row is added": _at(lambda random, lines, at: [lines[at], random.choice(VALUES)]),
}

MARKDOWN: dict[str, Mutation] = {
    "a snippet is added": _at(lambda random, lines, at: [lines[at], "", random.choice(SNIPPETS), ""]),
    "a snippet goes on": _at(lambda random, lines, at: [lines[at], random.choice(SNIPPETS)]),
    "a snippet stands in a line": _at(lambda random, lines, at: [f"{lines[at]} {random.choice(SNIPPETS)}"]),
    "a snippet is further in": _at(lambda random, lines, at: [lines[at], "", "    " + random.choice(SNIPPETS), ""]),
    "words are hostile": _matching(_WORDS, lambda random, match: random.choice(HOSTILE)),
}


def _splice(random: Random, path: Path, new: bytes, length: int) -> None:
    content = path.read_bytes()
    at = random.randrange(len(content) + 1)
    path.write_bytes(content[:at] + new + content[at + length :])


def _end_lines(_: Random, path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _recode(random: Random, path: Path) -> None:
    encoding = random.choice(["utf-16", "utf-8-sig", "shift_jis", "cp932", "euc-jp"])
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding, "replace"))


BYTES: dict[str, Mutation] = {
    "a byte changes": lambda random, path: _splice(random, path, bytes([random.randrange(256)]), 1),
    "bytes are added": lambda random, path: _splice(
        random,
        path,
        random.choice([b"\xff", b"\x00", b"\x02", b"\xed\xa0\x80", b"\xc2\x85", b"\xe2\x80\xa8", b"\r"]),
        0,
    ),
    "the file has another encoding": _recode,
    "lines end as on Windows": _end_lines,
}


def _instead(make: Callable[[Path], object]) -> Mutation:
    def mutate(_: Random, path: Path) -> None:
        path.unlink()
        make(path)

    return mutate


FILES: dict[str, Mutation] = {
    "the file is gone": _instead(lambda path: None),
    "the file is empty": _instead(Path.touch),
    "the file is a folder": _instead(Path.mkdir),
    "the file is a link to nothing": _instead(lambda path: path.symlink_to("nowhere")),
    "the file is a link to the folder": _instead(lambda path: path.symlink_to("..")),
    "the file is a pipe": _instead(os.mkfifo),
    "the file is very large": _instead(lambda path: path.write_bytes(b"- a\n" * 300_000)),
}
