"""The Jinja templates of the site's own components, which lie in ``overrides/components/``."""

import functools

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from helpsite.ground.paths import ROOT
from helpsite.ground.text import mark_languages, with_break_points

COMPONENTS = ROOT / "overrides" / "components"


@functools.lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of all components: autoescaped, strict about names, with the filters for words."""
    env = Environment(
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=True,
    )
    env.filters["with_break_points"] = with_break_points
    env.filters["mark_languages"] = mark_languages
    return env


def render(template: str, **values: object) -> Markup:
    """The component ``template`` (a file name in ``overrides/components/``) with ``values``."""
    return Markup(environment().get_template(template).render(**values))
