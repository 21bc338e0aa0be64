"""The door: load and check all content before MkDocs draws anything, and end the build on the first list of faults."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

# `make serve` reads the configuration again after every change, but Python keeps modules; forget ours first.
for name in [module for module in sys.modules if module == "helpsite" or module.startswith("helpsite.")]:
    del sys.modules[name]

from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import Abort  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402

from helpsite.ground.problems import Problems  # noqa: E402
from helpsite.site import load_site  # noqa: E402

_loaded: dict[str, Any] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the site once a build. Runs before static-i18n, once per language; the first pass loads for all."""
    if not getattr(config.plugins["i18n"], "building", False):
        root = Path(config.config_file_path).parent
        problems = Problems(root)
        _loaded["site"] = load_site(Path(config.docs_dir), Path(config.config_file_path), problems)
        for warning in _loaded["site"].warnings:
            print(f"warning: {warning}", file=sys.stderr)
        _end_if_any(problems)
    config.extra["helpsite"] = _loaded["site"]
    site = _loaded["site"]
    config.markdown_extensions = site.extensions()
    config.mdx_configs = site.extension_configs()
    return config


def _end_if_any(problems: Problems) -> None:
    rows = list(problems)
    if not rows:
        return
    for problem in rows:
        print(problem, file=sys.stderr)
    raise Abort(f"{len(rows)} problem{'s' if len(rows) > 1 else ''} in the content; nothing was published")
