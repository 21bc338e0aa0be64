"""Scripts without comments and indentation, which a third of their bytes are; names stay, so errors can be read."""

from rjsmin import jsmin

from helpsite.publishing.built import ASSETS, Built

SCRIPTS = ASSETS + "js/"


def shorten_scripts(site: Built) -> None:
    """Leave out of every script what only its writers need."""
    for path in site.files():
        if path.startswith(SCRIPTS) and path.endswith(".js"):
            site.write(path, str(jsmin(site.read(path))))
