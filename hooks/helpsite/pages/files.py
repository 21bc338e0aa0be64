"""Which files may lie in docs: what else lies there would be published as it is."""

import os
import re
from pathlib import Path

from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.ground.slugs import EXPECTED_PAGE, is_page_path
from helpsite.ground.templates import COMPONENTS
from helpsite.ground.yamlfile import read_text

OTHER = ("data", "assets")
"""The folders of docs that hold no pages."""
ASSETS = (".css", ".js", ".png", ".svg")
_NO_SHAPE = re.compile(
    r"<(?!/?(?:svg|g|path|rect|circle)(?:[\s/>]|$))[^\s>]*|\b(?:on\w+|href|style)\b|//(?!www\.w3\.org/2000/svg\")"
)


def is_hidden(path: Path, docs: Path) -> bool:
    """Whether MkDocs passes over ``path``, as it does with what editors keep beside a file."""
    return any(part.startswith(".") for part in path.relative_to(docs).parts)


def check_files(docs: Path, problems: Problems) -> None:
    """Note links to elsewhere below ``docs``, and everything that is neither a page, data nor below assets.

    Raises `ContentError` where a folder cannot be read: all that lies in it would be told as missing.
    """
    for path in sorted(docs.rglob("*")):
        if is_hidden(path, docs):
            continue
        first, *rest = path.relative_to(docs).parts
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            problems.add(path, 1, "a link or device", "the file itself")
        elif path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            problems.add(path, 1, "a folder that cannot be read", "one that can be read")
            problems.raise_if_any()
        elif first not in (*OTHER, *LOCALES) or (first in LOCALES and path.is_file() and not rest):
            problems.add(path, 1, "a file or folder that is no page", "pages in the languages' folders")
        elif first in LOCALES and path.is_file() and not is_page_path("/".join(rest)):
            problems.add(path, 1, f'the name "{"/".join(rest)}"', EXPECTED_PAGE)
        elif first == "assets" and path.is_file() and path.suffix not in ASSETS:
            problems.add(path, 1, "a file of another kind", f"one of {', '.join(ASSETS)}")
    for path in sorted((*docs.rglob("*.svg"), *COMPONENTS.rglob("*.svg"))):
        check_picture(path, problems)


def check_picture(path: Path, problems: Problems) -> None:
    """Note everything in the SVG at ``path`` that is no shape: it may be opened by itself, without a policy."""
    for line, text in enumerate((read_text(path, problems) or "").split("\n"), 1):
        for found in _NO_SHAPE.findall(text):
            problems.add(
                path, line, f'"{found}" in a picture', "svg, g, path, rect and circle, without links and styles"
            )
