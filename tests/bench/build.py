"""What a build costs: against stock Material with the same Markdown, as the site grows, and after one edit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import yaml
from lxml import html

from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import load_yaml
from helpsite.pages.extensions import PLAIN

ROOT = Path(__file__).parents[2]
ROUNDS = (0, 1, 7)
"""The site itself, and the site with all its pages and messages once or seven times more: about 2,000 pages."""
INLINE = {"a", "b", "bdi", "br", "button", "code", "em", "i", "q", "small", "span", "strong", "time"}
STARTS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "-   "}
NAVIGATION_ENDS = re.compile(r"^nav:\n(?:[ ].*\n)+", re.MULTILINE)


class _Plain(yaml.SafeDumper):
    """Every value written out, as the site's reader wants it."""

    def ignore_aliases(self, data: Any) -> bool:
        """No value is named to be used again."""
        del data
        return True


@dataclass(frozen=True)
class Cost:
    """What a program took: processor seconds, and the most memory at once in megabytes."""

    seconds: float
    megabytes: float


def cost(folder: Path, target: Path) -> Cost:
    """Build the site in ``folder`` with MkDocs, in a process of its own."""
    call = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    with tempfile.TemporaryFile() as said, subprocess.Popen(call, cwd=folder, env=_env(), stderr=said) as build:
        _, status, used = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        assert build.returncode == 0, said.read().decode()[-3000:]
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}


def copy(folder: Path, rounds: int, pages: bool = True) -> Path:
    """The site with all messages, and all ``pages``, in it ``rounds`` times more, under new names."""
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    entries = [name for number in range(rounds if pages else 0) for name in _copy_pages(folder / "docs", number)]
    rows = "".join(f"  - {name}\n" for name in entries)
    (folder / "mkdocs.yml").write_text(NAVIGATION_ENDS.sub(lambda nav: nav[0] + rows, config), encoding="utf-8")
    for file in sorted((folder / "docs/data/messages").glob("*.yml")):
        _copy_messages(file, rounds)
    return folder


def _copy_pages(docs: Path, number: int) -> list[str]:
    names = sorted(file.name for file in (ROOT / "docs/ja").glob("*.md") if file.name not in ("index.md", "words.md"))
    for locale in LOCALES:
        for name in names:
            text = (ROOT / "docs" / locale / name).read_text(encoding="utf-8")
            (docs / locale / f"copy{number}-{name}").write_text(text, encoding="utf-8")
    return [f"copy{number}-{name}" for name in names]


def _copy_messages(file: Path, rounds: int) -> None:
    document = load_yaml(file, Problems())
    assert document is not None
    more = [_renamed(entry, number) for number in range(rounds) for entry in document.data]
    file.write_text(yaml.dump([*document.data, *more], Dumper=_Plain, allow_unicode=True), encoding="utf-8")


def _renamed(entry: dict[str, Any], number: int) -> dict[str, Any]:
    wordings = {
        locale: [{**row, "text": f"{row['text']} {number + 1}"} for row in rows]
        for locale, rows in entry.get("wordings", {}).items()
    }
    related = [f"{other}-copy{number}" for other in entry.get("related", [])]
    return {**entry, "id": f"{entry['id']}-copy{number}", "wordings": wordings, "related": related}


def plain(folder: Path, built: Path) -> Path:
    """The words of the ``built`` pages as Markdown for stock Material: its own templates, its search, no hooks."""
    for file in sorted(built.rglob("index.html")):
        address = file.parent.relative_to(built).as_posix()
        locale, name = ("en", address.removeprefix("en").lstrip("/")) if address[:2] == "en" else ("ja", address)
        page = folder / "docs" / locale / ("index.md" if name in ("", ".") else f"{name}.md")
        page.parent.mkdir(parents=True, exist_ok=True)
        article = html.document_fromstring(file.read_bytes()).find(".//article")
        page.write_text("\n\n".join(_markdown(article)), encoding="utf-8")
    languages = [{"locale": locale, "name": locale, "build": True, "default": locale == "ja"} for locale in LOCALES]
    config = {
        "site_name": "plain",
        "site_url": "https://help.example/",
        "theme": {"name": "material", "language": "ja", "font": False},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "markdown_extensions": [*(name for name in PLAIN if "blocks" not in name), "admonition"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder


def _markdown(element: html.HtmlElement) -> list[str]:
    """The words of ``element`` block by block: headings, list items and paragraphs, with the links in them."""
    rows = []
    words = _inline(element)
    if words and element.tag in STARTS:
        rows.append(STARTS[element.tag] + words)
    elif words and element.tag not in INLINE:
        rows.append(words)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in INLINE:
            rows += _markdown(child)
    return rows


def _inline(element: html.HtmlElement) -> str:
    text = element.text or ""
    for child in element:
        if child.tag in INLINE:
            inner = _inline(child)
            text += f"[{inner}](https://help.example/{child.get('href')})" if child.tag == "a" else inner
        text += child.tail or ""
    return " ".join(text.replace("\u200b", "").split())


def rebuild(folder: Path) -> float:
    """Seconds from saving a page until ``mkdocs serve`` shows it."""
    address = "127.0.0.1:8799"
    env = {**_env(), "SITE_URL": f"http://{address}/"}
    call = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", address]
    page = folder / "docs/en/about.md"
    with subprocess.Popen(call, cwd=folder, env=env, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://{address}/en/about/", "This site is unofficial")
            time.sleep(2)
            page.write_text(page.read_text("utf-8").replace("This site is", "This help is"), encoding="utf-8")
            start = time.perf_counter()
            _wait(f"http://{address}/en/about/", "This help is unofficial")
            return time.perf_counter() - start
        finally:
            server.terminate()


def _wait(address: str, wanted: str) -> None:
    for _ in range(1200):
        try:
            with urlopen(address) as answer:
                if wanted in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError(wanted)


def main() -> None:
    """Print processor seconds and ratios; wall time would say more about the machine's other work."""
    with tempfile.TemporaryDirectory() as scratch:
        first = 0.0
        for rounds in ROUNDS:
            folder, target = Path(scratch, f"in{rounds}"), Path(scratch, f"out{rounds}")
            folder.mkdir()
            ours = cost(copy(folder, rounds), target)
            pages = sum(1 for _ in target.rglob("*.html"))
            each = 1000 * ours.seconds / pages
            first = first or each
            line = f"build: {pages} pages: {ours.seconds:.1f} s, {each:.1f} ms a page ({each / first:.2f} × the first)"
            print(f"{line}, {ours.megabytes:.0f} MB")
            if not rounds:
                stock = cost(plain(Path(scratch, "plain"), target), Path(scratch, "out"))
                print(f"build: stock Material with the same words: {stock.seconds:.1f} s, {stock.megabytes:.0f} MB")
                print(f"build: ours is {ours.seconds / stock.seconds:.2f} × stock")
        print(f"build: shown {rebuild(Path(scratch, 'in0')):.1f} s after an edit (wall time)")


if __name__ == "__main__":
    main()
