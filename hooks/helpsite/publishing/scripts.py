"""Fewer and smaller scripts: what one script alone imports, and what every page loads, becomes one file each."""

import re
from collections import Counter
from collections.abc import Callable

from rjsmin import jsmin

from helpsite.publishing.built import ASSETS, Built, reference
from helpsite.publishing.fingerprints import INSIDE

SCRIPTS = ASSETS + "js/"
SHARED = SCRIPTS + "store.js"
"""The script that every page has."""

_INLINE = re.compile(r"(?<=<script>).*?(?=</script>)", re.DOTALL)
_MODULE = re.compile(r"""<script type="module" src="([^"]+)"></script>\n?""")
_IMPORT = re.compile(r"""(?:^|[;}])\s*(?:import|export)\b[^"'`;(]*["'](\.{1,2}/[\w./-]+)["']""", re.MULTILINE)
_NAMED_IMPORT = re.compile(r"""^import \{ ([\w, ]+) \} from "([^"]+)";\n""", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)
_MAKES_MODULE = re.compile(r"^\s*(?:import\b(?!\s*[(.])|export\b)", re.MULTILINE)


def pack_scripts(site: Built) -> None:
    """Join and shorten the scripts of all pages."""
    join_imports(site)
    join_scripts(site)
    shorten_scripts(site)


def imports(site: Built, script: str) -> list[str]:
    """Every script that ``script`` needs before it runs, directly or not, in the order in which they are met."""
    found: list[str] = []
    waiting = [script]
    while waiting:
        path = waiting.pop(0)
        new = [target for target in _imported(site, path) if target not in found and target != script]
        found += dict.fromkeys(new)
        waiting += dict.fromkeys(new)
    return found


def join_imports(site: Built) -> None:
    """Put what only one script of a page imports by name into that script: one request instead of two.

    Their names must differ.
    """
    importers = Counter(target for script in _all(site) for target in _imported(site, script))
    for script in dict.fromkeys(one for page in site.pages for one in _scripts(site, page)):
        own = [target for target in _imported(site, script) if target != SHARED and importers[target] == 1]
        if own and not any(imported != SHARED for target in own for imported in _imported(site, target)):
            site.write(script, _in_one(site, script, own))


def _in_one(site: Built, script: str, own: list[str]) -> str:
    names: set[str] = set()
    texts = []
    for path in (*own, script):
        for imported, source in _NAMED_IMPORT.findall(site.read(path)):
            names.update(imported.split(", ") if site.target(path, source) == SHARED else ())
        texts.append(_EXPORT.sub("", _NAMED_IMPORT.sub("", site.read(path))))
    return f'import {{ {", ".join(sorted(names))} }} from "./{reference(script, SHARED)}";\n' + "".join(texts)


def _all(site: Built) -> list[str]:
    return [path for path in site.files() if path.startswith(SCRIPTS) and path.endswith(".js")]


def _imported(site: Built, script: str) -> list[str]:
    return [target for value in _IMPORT.findall(site.read(script)) if (target := site.target(script, value))]


def join_scripts(site: Built) -> None:
    """Join what every page loads to the script that every page has; each keeps its own names, in a block.

    What they import from it by name is in their reach there. Scripts that export or import anything else stay apart.
    """
    loads = {path: _scripts(site, path) for path in site.pages}
    everywhere = [set(scripts) for scripts in loads.values() if scripts]
    common = set.intersection(*everywhere) if everywhere else set()
    longest = max(loads.values(), key=len, default=[])
    joined = [one for one in longest if one in common - {SHARED} and _can_join(site, one)]
    if SHARED not in common or not joined:
        return
    blocks = ["{\n" + _NAMED_IMPORT.sub("", _moved(site, one)) + "}\n" for one in joined]
    site.write(SHARED, site.read(SHARED) + "".join(blocks))
    for path, html in site.pages.items():
        site.pages[path] = _MODULE.sub(_without(site, path, joined), html)


def _can_join(site: Built, path: str) -> bool:
    text = site.read(path)
    sources = {site.target(path, source) for _, source in _NAMED_IMPORT.findall(text)}
    return sources <= {SHARED} and not _MAKES_MODULE.search(_NAMED_IMPORT.sub("", text))


def _without(site: Built, page: str, scripts: list[str]) -> Callable[[re.Match[str]], str]:
    return lambda match: "" if site.target(page, match[1]) in scripts else match[0]


def _moved(site: Built, path: str) -> str:
    """The script at ``path`` with its references as they are written in the shared script."""

    def moved(match: re.Match[str]) -> str:
        found = site.target(path, match[3])
        return match[0] if found is None else f"{match[1]}{match[2]}./{reference(SHARED, found)}{match[2]}"

    return INSIDE[".js"].sub(moved, site.read(path))


def _scripts(site: Built, page: str) -> list[str]:
    return [found for value in _MODULE.findall(site.pages[page]) if (found := site.target(page, value))]


def shorten_scripts(site: Built) -> None:
    """Leave out of every script, also in pages, the comments and indentation that only its writers need; names stay."""
    for page, html in site.pages.items():
        site.pages[page] = _INLINE.sub(lambda script: str(jsmin(script[0])), html)
    for path in _all(site):
        site.write(path, str(jsmin(site.read(path))))


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
