"""The stylesheet of the pages with everything that it imports, each in its layer, as one file."""

from __future__ import annotations

import posixpath
import re

from helpsite.publishing.built import ASSETS, Built, PublishingError

STYLES = ASSETS + "css/site.css"

_IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\(([\w-]+)\);')
_FOR_WRITERS = re.compile(r"\s*/\*.*?\*/|^\s+", re.DOTALL | re.MULTILINE)


def bundle_styles(site: Built) -> None:
    """Write the imported sheets into `STYLES`, without comments. Raises `PublishingError` where one is missing."""

    def layer(found: re.Match[str]) -> str:
        path = posixpath.join(posixpath.dirname(STYLES), found[1])
        if not (site.folder / path).is_file():
            raise PublishingError(f"{STYLES}: no stylesheet {found[1]}; expected a file in docs/assets/css")
        return f"@layer {found[2]} {{\n{site.read(path)}}}"

    site.write(STYLES, _FOR_WRITERS.sub("", _IMPORT.sub(layer, site.read(STYLES))))
