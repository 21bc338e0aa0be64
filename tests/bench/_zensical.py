"""After Material: one language's pages built with Zensical, drawn by the same core through a Python-Markdown extension.

``python -m tests.bench._zensical en <folder>`` writes the pages into ``folder`` and says what is missing beside
the real site. Zensical reads mkdocs.yml and runs Python-Markdown, but no hooks: https://zensical.org.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from markdown import Extension, Markdown

from helpsite.drawing import PageDrawing
from helpsite.ground.interface import words_in
from helpsite.ground.locales import LOCALES, Locale
from helpsite.ground.problems import Problems
from helpsite.load import load_site
from helpsite.pages.extensions import options
from helpsite.site import Site

ROOT = Path(__file__).parents[2]
DRAWN = {
    "chart": 'class="flow',
    "procedure": 'class="procedure',
    "screen": 'class="screen',
    "wording": 'class="wording',
}
HEAD = {
    "the links to the other language (hreflang)": 'hreflang="',
    "the security policy": "Content-Security-Policy",
    "the print sheet": 'class="print-head',
    "the search of this site": "data-search",
    "the sources at the page's end": 'class="page-end',
    "the structured data": "application/ld+json",
}
"""What the hooks, the theme's templates and the finishing steps add, and how a page shows it."""


class SiteExtension(Extension):
    """Everything that the site's Markdown knows, for a program that tells the page's path and no more."""

    def __init__(self, **options: Any) -> None:
        self.config = {"locale": ["ja", "the language of the pages"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the site's extensions for the page that Zensical names in its own preprocessor."""
        site = _site()
        page = md.preprocessors["rendering_context"].page  # type: ignore[attr-defined]
        drawing = PageDrawing(site, site.context(self.getConfig("locale"), page.path))
        config = drawing.options()
        config["pymdownx.superfences"]["custom_fences"] += options({"message": drawing.message})[
            "pymdownx.superfences"
        ]["custom_fences"]
        md.registerExtensions(drawing.extensions(), config)


def makeExtension(**options: Any) -> SiteExtension:  # noqa: N802
    """The name under which Python-Markdown looks for an extension in a module."""
    return SiteExtension(**options)


@functools.lru_cache(maxsize=1)
def _site() -> Site:
    problems = Problems(ROOT)
    site = load_site(ROOT / "docs", ROOT / "mkdocs.yml", problems)
    problems.raise_if_any()
    return site


def write_source(folder: Path, locale: Locale) -> None:
    """Write what Zensical reads: the pages of ``locale``, the pages of the messages, the assets, a mkdocs.yml."""
    site = _site()
    shutil.copytree(ROOT / "docs" / locale, folder / "docs")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for message in site.catalogue:
        page = folder / "docs" / message.page
        page.write_text(f"# {message.title[locale]}\n\n```message\n{message.id}\n```\n", encoding="utf-8")
    for page in (folder / "docs").glob("*.md"):
        page.write_text(page.read_text("utf-8").replace("template: home.html\n", ""), encoding="utf-8")
    config = {
        "site_name": words_in(site.words, locale)["site"]["name"],
        "theme": {"name": "material", "language": locale, "font": False},
        "extra_css": sorted(f"assets/css/{file.name}" for file in (ROOT / "docs/assets/css").glob("*.css")),
        # Named first, or Zensical adds it last and our fences are lost.
        "markdown_extensions": ["pymdownx.superfences", {"tests.bench._zensical": {"locale": locale}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")


def report(folder: Path, locale: Locale) -> list[str]:
    """What was drawn and what is missing in the pages that Zensical wrote to ``folder``."""
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("index.html"))}
    wanted = len(_site().pages[locale]) + len(list(_site().catalogue))
    rows = [f"{len(texts)} pages of {wanted}"]
    rows += [f"drawn: {name} on {sum(mark in text for text in texts.values())} pages" for name, mark in DRAWN.items()]
    rows += [f"missing: {name}" for name, mark in HEAD.items() if not all(mark in text for text in texts.values())]
    return rows


def main(arguments: Sequence[str]) -> int:
    """Build ``arguments[0]`` (a language) into ``arguments[1]``. Gives Zensical's exit code."""
    locale = next((one for one in LOCALES if one == arguments[0]), None)
    if locale is None:
        print(f"no language {arguments[0]}; expected one of {', '.join(LOCALES)}", file=sys.stderr)
        return 1
    folder = Path(arguments[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_source(folder, locale)
    built = subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=folder, check=False)
    if built.returncode == 0:
        print(*report(folder / "site", locale), sep="\n")
    return built.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
