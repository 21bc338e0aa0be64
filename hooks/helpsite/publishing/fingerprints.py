"""Files named by their content, so that a browser may keep them for ever and never holds an old one.

Scripts import one another, so a script's name depends on the names of what it imports: the names are found from the
leaves upwards. What no page reaches is left out of the published site.
"""

import hashlib
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from helpsite.publishing.built import ASSETS, Built, PublishingError, reference

THEME = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")
"""Where Material puts its own files."""

_NAMED = re.compile(r"\.[0-9a-f]{8,}[./]")
_ATTRIBUTE = re.compile(r"""(\s[a-z][\w-]*=)(["'])([^"'<>\s]*assets/[^"'<>\s]+)\2""")
_INSIDE = {
    ".js": re.compile(r"""()(["'`])(\.{1,2}/[\w./-]+)\2"""),
    ".webmanifest": re.compile(r"""()(["])(\./[\w./-]+)\2"""),
    ".css": re.compile(r"""(url\()(["']?)([^"'()\s]+)\2(?=\))"""),
}
_IMPORT = re.compile(r"""(?:^|[;}])\s*(?:import|export)\b[^"'`;(]*["'](\.{1,2}/[\w./-]+)["']""", re.MULTILINE)


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
        if suffix in _INSIDE:
            content = self.rename(path, content.decode(), _INSIDE[suffix]).encode()
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


def imports(site: Built, script: str) -> list[str]:
    """Every script that ``script`` needs before it runs, directly or not, in the order in which they are met."""
    found: list[str] = []
    waiting = [script]
    while waiting:
        path = waiting.pop(0)
        targets = [site.target(path, value) for value in _IMPORT.findall(site.read(path))]
        new = [target for target in targets if target and target not in found and target != script]
        found += dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    return found


_MODULE = re.compile(r"""<script type="module" src="([^"]+)"></script>\n?""")
_SHARED = "assets/js/store.js"
_NAMED_IMPORT = re.compile(r"""^import \{ [\w, ]+ \} from "([^"]+)";\n""", re.MULTILINE)
_MAKES_MODULE = re.compile(r"^\s*(?:import\b(?!\s*[(.])|export\b)", re.MULTILINE)


def join_scripts(site: Built) -> None:
    """Join what every page loads to the script that every page has; each keeps its own names, in a block.

    What they import from it by name is in their reach there. Scripts that export or import anything else stay apart.
    """
    loads = {path: _scripts(site, path) for path in site.pages}
    everywhere = [set(scripts) for scripts in loads.values() if scripts]
    common = set.intersection(*everywhere) if everywhere else set()
    longest = max(loads.values(), key=len, default=[])
    joined = [one for one in longest if one in common - {_SHARED} and _can_join(site, one)]
    if _SHARED not in common or not joined:
        return
    blocks = ["{\n" + _NAMED_IMPORT.sub("", _moved(site, one)) + "}\n" for one in joined]
    site.write(_SHARED, site.read(_SHARED) + "".join(blocks))
    for path, html in site.pages.items():
        site.pages[path] = _MODULE.sub(_without(site, path, joined), html)


def _can_join(site: Built, path: str) -> bool:
    text = site.read(path)
    sources = {site.target(path, source) for source in _NAMED_IMPORT.findall(text)}
    return sources <= {_SHARED} and not _MAKES_MODULE.search(_NAMED_IMPORT.sub("", text))


def _without(site: Built, page: str, scripts: list[str]) -> Callable[[re.Match[str]], str]:
    return lambda match: "" if site.target(page, match[1]) in scripts else match[0]


def _moved(site: Built, path: str) -> str:
    """The script at ``path`` with its references as they are written in the shared script."""

    def moved(match: re.Match[str]) -> str:
        found = site.target(path, match[3])
        return match[0] if found is None else f"{match[1]}{match[2]}./{reference(_SHARED, found)}{match[2]}"

    return _INSIDE[".js"].sub(moved, site.read(path))


def _scripts(site: Built, page: str) -> list[str]:
    return [found for value in _MODULE.findall(site.pages[page]) if (found := site.target(page, value))]


def preload_imports(site: Built) -> None:
    """Let each page ask for the scripts that its scripts import, before the browser finds out by itself."""
    needed: dict[str, list[str]] = {}
    for path, html in site.pages.items():
        scripts = _scripts(site, path)
        needed |= {script: imports(site, script) for script in scripts if script not in needed}
        extra = dict.fromkeys(one for script in scripts for one in needed[script] if one not in scripts)
        links = "".join(f'\n<link rel="modulepreload" href="{reference(path, one)}">' for one in extra)
        if links:
            before, end, after = html.partition("</head>")
            site.pages[path] = before.rstrip() + links + "\n" + end + after
