"""Files named by their content, so that a browser may keep them for ever and never holds an old one.

Scripts import one another, so a script's name depends on the names of what it imports: the names are found from the
leaves upwards. What no page reaches is left out of the published site.
"""

import hashlib
import posixpath
import re
from dataclasses import dataclass, field

from helpsite.publishing.built import ASSETS, Built, PublishingError, reference

THEME = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")
"""Where Material puts its own files."""

_NAMED = re.compile(r"\.[0-9a-f]{8,}[./]")
_ATTRIBUTE = re.compile(r"""(\s[a-z][\w-]*=)(["'])([^"'<>\s]*assets/[^"'<>\s]+)\2""")
INSIDE = {
    ".js": re.compile(r"""()(["'`])(\.{1,2}/[\w./-]+)\2"""),
    ".webmanifest": re.compile(r"""()(["])(\./[\w./-]+)\2"""),
    ".css": re.compile(r"""(url\()(["']?)([^"'()\s]+)\2(?=\))"""),
}


def is_named(path: str) -> bool:
    """Whether the name of the file at ``path`` holds a fingerprint."""
    return bool(_NAMED.search(path))


@dataclass
class _Namer:
    site: Built
    done: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    def name(self, path: str) -> str:
        """The new path of the file at ``path``, which is written there."""
        if path in self.open:
            raise PublishingError(f"{' → '.join([*self.open, path])}: these files need one another; break the circle")
        if path not in self.done:
            self.open.append(path)
            self.done[path] = self._write(path)
            self.open.pop()
        return self.done[path]

    def _write(self, path: str) -> str:
        stem, suffix = posixpath.splitext(path)
        content = (self.site.folder / path).read_bytes()
        if suffix in INSIDE:
            content = self.rename(path, content.decode(), INSIDE[suffix]).encode()
        if is_named(path):
            return path
        new = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}"
        self.site.write(new, content)
        return new

    def rename(self, path: str, text: str, pattern: re.Pattern[str]) -> str:
        """``text`` of the file at ``path`` with every reference to an asset by its new name."""

        def renamed(match: re.Match[str]) -> str:
            before, quote, value = match.groups()
            found = self.site.target(path, value)
            if found is None or not found.startswith(ASSETS):
                return match[0]
            return f"{before}{quote}{self._written(path, value, self.name(found))}{quote}"

        return pattern.sub(renamed, text)

    def _written(self, path: str, old: str, new: str) -> str:
        if old.startswith(self.site.address):
            return self.site.address + new
        if old.startswith("/"):
            return self.site.base + new
        written = reference(path, new)
        return written if written.startswith("../") or not old.startswith("./") else "./" + written


def fingerprint(site: Built) -> dict[str, str]:
    """Name every file below ``assets/`` by its content and leave out what no page reaches.

    Gives new path by old path. Raises `PublishingError` where scripts import one another in a circle.
    """
    namer = _Namer(site)
    for path, html in site.pages.items():
        site.pages[path] = namer.rename(path, html, _ATTRIBUTE)
    _remove_unreached(site, set(namer.done.values()))
    return namer.done


def _remove_unreached(site: Built, reached: set[str]) -> None:
    for path in site.files():
        ours_by_name = is_named(path) and not path.startswith(THEME)
        if path.startswith(ASSETS) and path not in reached and not ours_by_name:
            (site.folder / path).unlink()
    for folder in sorted(site.folder.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
