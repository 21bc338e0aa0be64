"""The fixture site with a short chart, whose ways and outcomes are known, an explained word and steps for any device."""

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
      - answer: other
        to: rest
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
      - answer: other
        to: after
  message:
    ja: その文を調べます。
    en: Look the words up.
    link: errors/login-sample.md
  steps:
    ja: 中に入ります。
    en: Go in.
    link: guide.md#get-in
  rest:
    ja: 休みます。
    en: Take a rest.
    link: guide.md#rest
  after:
    ja: あとで見ます。
    en: See later.
    link: guide.md#after
"""
REST = """\
title:
  ja: 休む
  en: Rest
parts:
  any:
    steps:
      - do:
          ja: 座ります。
          en: Sit down.
"""
END = """
```procedure
rest
```

## After { #after }

[Wait](term:cookie) a day.
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
    steps.with_name("rest.yml").write_text(REST, encoding="utf-8")
    with (project / "docs" / "data" / "devices.yml").open("a", encoding="utf-8") as file:
        file.write("any: {ja: どの端末でも, en: Any device}\n")
    for locale in ("ja", "en"):
        with (project / "docs" / locale / "topic.md").open("a", encoding="utf-8") as file:
            file.write("\n```flow\nway\n```\n")
        guide = project / "docs" / locale / "guide.md"
        text = guide.read_text(encoding="utf-8").replace("confidence: low\n", "confidence: low\narea: login\n")
        guide.write_text(text + END, encoding="utf-8")
    return build(project, folder, SITE_URL)


@pytest.fixture(scope="session")
def paper_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served site, with a slash at its end."""
    with serving(once("paper", tmp_path_factory, make)) as url:
        yield url
