"""Search: the index of every language, written once the last language is built."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from helpsite.ground.locales import DEFAULT_LOCALE
from helpsite.search import build_index
from helpsite.search.collect import entries
from helpsite.site import Site


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index files. One pass writes them for all languages."""
    if config.plugins["i18n"].current_language != DEFAULT_LOCALE:  # type: ignore[attr-defined]
        return
    site: Site = config.extra["helpsite"]
    for name, content in build_index(entries(site), site.vocabulary).items():
        path = Path(config.site_dir) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
