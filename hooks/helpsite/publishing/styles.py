"""The stylesheet of the pages with everything that it imports, each in its layer, as one file."""

import posixpath
import re

from helpsite.publishing.built import ASSETS, Built, PublishingError

STYLES = ASSETS + "css/site.css"

_IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\(([\w-]+)\)(?: (screen|print))?;')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ROOM = re.compile(r"\s*([{};,]|(?<=\w):)\s+|^\s+", re.MULTILINE)
_LIGHT_DARK = re.compile(r"(--[\w-]+):light-dark\((#\w+),#\w+\)")


def bundle_styles(site: Built) -> None:
    """Write the imported sheets into `STYLES`, without comments. Raises `PublishingError` where one is missing."""

    def layer(found: re.Match[str]) -> str:
        path = posixpath.join(posixpath.dirname(STYLES), found[1])
        if not (site.folder / path).is_file():
            raise PublishingError(f"{STYLES}: no stylesheet {found[1]}; expected a file in docs/assets/css")
        text = f"@layer {found[2]} {{\n{site.read(path)}}}\n"
        return f"@media {found[3]} {{\n{text}}}\n" if found[3] else text

    text = _COMMENT.sub("", _IMPORT.sub(layer, site.read(STYLES)))
    text = _ROOM.sub(r"\1", text)
    site.write(STYLES, text + _light_only(text))


def _light_only(text: str) -> str:
    """The light colours once more, for browsers that do not know ``light-dark()`` (before 2024)."""
    colours = "".join(f"{name}:{light};" for name, light in _LIGHT_DARK.findall(text))
    return f"@supports not (color:light-dark(#000,#fff)){{:root{{{colours}}}}}" if colours else ""
