"""The fixture site with a short chart, whose ways and outcomes are known, and an explained word in its steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.conftest import SITE_URL, once
from tests.serving import serving
from tests.small_site import build, lay_out

CHART = """\
title:
  ja: 案内
  en: The chart
start: first
nodes:
  first:
    ja: 動きますか？
    en: Does it move?
    answers:
      - ja: はい
        en: It does
        to: message
      - ja: いいえ
        en: It does not
        to: second
  second:
    ja: 音はしますか？
    en: Does it sound?
    answers:
      - ja: します
        en: It does
        to: steps
      - ja: しません
        en: It does not
        to: message
  message:
    ja: その文を調べます。
    en: Look the words up.
    link: errors/login-sample.md
  steps:
    ja: 中に入ります。
    en: Go in.
    link: guide.md#get-in
"""


def make(folder: Path) -> CompletedProcess[str]:
    """Build the site."""
    project = folder.with_name("paper-project")
    project.mkdir()
    lay_out(project)
    (project / "docs" / "data" / "flows" / "way.yml").write_text(CHART, encoding="utf-8")
    steps = project / "docs" / "data" / "procedures" / "get-in.yml"
    told = steps.read_text(encoding="utf-8").replace("the bird.", "the [bird](term:cookie).")
    steps.write_text(told.replace("鳥を", "[鳥](term:cookie)を"), encoding="utf-8")
    for locale in ("ja", "en"):
        with (project / "docs" / locale / "topic.md").open("a", encoding="utf-8") as file:
            file.write("\n```flow\nway\n```\n")
    return build(project, folder, SITE_URL)


@pytest.fixture(scope="session")
def paper_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    with serving(once("paper", tmp_path_factory, make)) as url:
        yield url
