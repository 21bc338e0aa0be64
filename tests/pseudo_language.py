"""A third language of the fixture site, made of the English one: every text in brackets and longer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from tests.small_site import ROOT

LOCALE, MODEL = "eo", "en"
ROW = {"name": "Esperanto", "dates": "eo", "longest": "200"}
_LINE = re.compile(r"(?P<start>(?:#+|-|\d+\.) +| *)(?P<text>[^\s/`|].*?)(?P<end> \{ #[\w-]+ \})?")
_FRONT = re.compile(r"(?P<start>(?:title|description): )(?P<text>.*)(?P<end>)")


def pseudo(text: str) -> str:
    """``text`` as a translator to nowhere writes it, line by line; a line that is the place of a field stays."""
    return re.sub(r"^(?!\{[\w-]+\}$).*\S.*$", r"⟦\g<0> ~~~~~⟧", text, flags=re.M)


def add_language(project: Path) -> Path:
    """Give the laid-out fixture site in ``project`` a third language; gives the file of its languages."""
    docs = project / "docs"
    for page in sorted((docs / MODEL).rglob("*.md")):
        copy = docs / LOCALE / page.relative_to(docs / MODEL)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(_page(page.read_text("utf-8")), "utf-8")
    for path in sorted((docs / "data").rglob("*.yml")):
        _rewrite(path, _translated)
    _configure(project / "mkdocs.yml")
    languages = docs / "data" / "languages.yml"
    shutil.copyfile(ROOT / "docs" / "data" / "languages.yml", languages)
    _rewrite(languages, lambda rows: {**rows, LOCALE: ROW})
    return languages


def _rewrite(path: Path, change: Callable[[Any], Any]) -> None:
    data = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
    path.write_text(yaml.safe_dump(change(data), allow_unicode=True, sort_keys=False, width=10**6), "utf-8")


def _translated(data: Any, key: str = "") -> Any:
    """``data`` with the third language beside the English wherever a text stands in both."""
    if isinstance(data, list):
        return [_translated(item) for item in data]
    if not isinstance(data, dict):
        return data
    rows = {name: _translated(value, name) for name, value in data.items()}
    if {"ja", MODEL} <= rows.keys() and key != "wordings":
        rows[LOCALE] = pseudo(rows[MODEL]) if isinstance(rows[MODEL], str) else _pseudo_row(rows[MODEL])
    return rows


def _pseudo_row(row: Any) -> Any:
    """What a language has that is no single text: a word and its explanation, or a list that nobody sees."""
    if isinstance(row, list):
        return list(row)
    return {key: pseudo(value) if key in ("name", "text") else value for key, value in row.items()}


def _page(text: str) -> str:
    _, front, body = text.split("---\n", 2)
    front = "".join(_line(line, _FRONT) for line in front.splitlines(keepends=True))
    fences = re.split(r"(^```.*?^```$)", body, flags=re.M | re.S)
    return f"---\n{front}---\n" + "".join(
        part if number % 2 else "".join(_line(line, _LINE) for line in part.splitlines(keepends=True))
        for number, part in enumerate(fences)
    )


def _line(line: str, pattern: re.Pattern[str]) -> str:
    found = pattern.fullmatch(line.rstrip("\n"))
    return f"{found['start']}{pseudo(found['text'])}{found['end'] or ''}\n" if found else line


def _configure(path: Path) -> None:
    """Add the language to mkdocs.yml, with the titles of the navigation that English translates."""
    text = path.read_text("utf-8")
    titles = re.findall(r"^ {12}(\S+): ", text, flags=re.M)
    rows = [f"- locale: {LOCALE}", "  build: true", f"  name: {ROW['name']}", f"  site_name: {pseudo('Site')}"]
    rows += ["  nav_translations:", *(f"    {title}: {pseudo(title)}" for title in titles)]
    added = "".join(f"        {row}\n" for row in rows)
    path.write_text(text.replace("\nhooks:\n", f"{added}\nhooks:\n"), "utf-8")
