"""Scripts without what only their readers need: comments on lines of their own, indentation, empty lines."""

from __future__ import annotations

import re

from helpsite.publishing.built import ASSETS, Built

_BLOCK = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_MARGIN = re.compile(r"^\s+", re.MULTILINE)


def slim(script: str) -> str:
    """``script`` with the same meaning and fewer bytes; a text of several lines in it leaves it as it is."""
    bare = _LINE.sub("", _BLOCK.sub("", script))
    has_long_text = any(line.count("`") % 2 for line in bare.splitlines())
    return script if has_long_text else _MARGIN.sub("", bare)


def slim_scripts(site: Built) -> None:
    """Slim every script of ours below ``assets/js/``."""
    for path in site.files():
        if path.startswith(f"{ASSETS}js/") and path.endswith(".js"):
            site.write(path, slim(site.read(path)))
