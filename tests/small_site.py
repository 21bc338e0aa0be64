"""The site of ``tests/fixture``, built with the real hooks, templates, styles and scripts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIXTURE = Path(__file__).parent / "fixture"


def lay_out(project: Path) -> None:
    """Make ``project`` a folder that MkDocs can build: the fixture's pages and data, everything else the real one's."""
    lay_out_content(project)
    lay_out_wiring(project)


def lay_out_wiring(project: Path) -> None:
    """Add what draws the content."""
    for name in ("hooks", "overrides"):
        (project / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets")


def lay_out_content(project: Path, source: Path = FIXTURE) -> None:
    """Copy what writers write from ``source``, which can be loaded and checked, but not built, without the rest."""
    shutil.copytree(source / "docs", project / "docs", ignore=shutil.ignore_patterns("assets"))
    shutil.copytree(ROOT / "docs" / "data" / "ui", project / "docs" / "data" / "ui", dirs_exist_ok=True)
    shutil.copy(ROOT / "docs" / "data" / "languages.yml", project / "docs" / "data")
    shutil.copy(source / "mkdocs.yml", project)


def build(
    project: Path, folder: Path, site_url: str = "https://help.example/", before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Publish ``project`` into ``folder`` as ``make build`` does; the process begins with ``before``."""
    env = {**os.environ, "SITE_URL": site_url, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "helpsite.publishing", str(folder)]
    return subprocess.run(command, cwd=project, env=env, preexec_fn=before, capture_output=True, text=True, check=False)
