"""The folder that MkDocs has built, its pages held in memory while they are finished."""

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

_CANONICAL = re.compile(r'<link rel="canonical" href="(https?://[^"]+)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)

ASSETS = "assets/"
"""Below this folder everything is named by its content in the end."""


class PublishingError(Exception):
    """The built site cannot be published; ``str()`` says why."""


@dataclass
class Built:
    """A built site: its folder, its pages by path, and where it will be published."""

    folder: Path
    address: str
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The path below which the site will lie, with a slash at both ends."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    def target(self, page: str, reference: str) -> str | None:
        """The path of the file that ``reference`` in ``page`` means; ``None`` where it is none of the site's."""
        if reference.startswith(self.address):
            reference = "/" + reference.removeprefix(self.address)
        elif reference.startswith(self.base) and self.base != "/":
            reference = "/" + reference.removeprefix(self.base)
        if not reference or _ELSEWHERE.match(reference):
            return None
        path = unquote(re.split("[?#]", reference, maxsplit=1)[0])
        found = posixpath.normpath(posixpath.join("/" + posixpath.dirname(page), path)).lstrip("/")
        if path.endswith("/") or found in ("", "."):
            found = posixpath.join(found, "index.html")
        return found if (self.folder / found).is_file() or found in self.pages else None

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file at ``path`` below the folder. Raises `PublishingError` where ``path`` leaves it."""
        file = self.folder / path
        if not file.resolve().is_relative_to(self.folder.resolve()):
            raise PublishingError(f"{path}: this would be written outside of the site")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, path: str) -> str:
        """The text of the file at ``path``. Raises `PublishingError` where it is not UTF-8."""
        try:
            return (self.folder / path).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise PublishingError(f"{path}:{line}: a byte that is not UTF-8; expected a file in UTF-8") from error

    def save(self) -> None:
        """Write all pages to the folder."""
        for path, html in self.pages.items():
            self.write(path, html)

    def files(self) -> list[str]:
        """The paths of all files that lie in the folder, in order."""
        found = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file())
        return sorted(found)


def read_built(folder: Path) -> Built:
    """Read the pages of ``folder``. Raises `PublishingError` where the home page is missing or names no address."""
    files = sorted(folder.rglob("*.html"))
    pages = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
    home = _CANONICAL.search(pages.get("index.html", ""))
    if home is None:
        raise PublishingError("index.html names no canonical address; set site_url in mkdocs.yml")
    return Built(folder, home[1].rstrip("/") + "/", pages)


def reference(page: str, path: str) -> str:
    """``path`` as it is written in ``page``: relative, so that the site works below any address."""
    return posixpath.relpath(path, posixpath.dirname(page) or ".")
