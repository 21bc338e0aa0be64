"""The core without MkDocs: charts, procedures and wordings of the fixture site are drawn by plain Python-Markdown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.small_site import ROOT, lay_out_content

DRAW = """
import sys
from pathlib import Path
from markdown import Markdown
from helpsite.drawing import PageDrawing
from helpsite.ground.problems import Problems
from helpsite.load import load_site

root = Path(sys.argv[1])
problems = Problems(root)
site = load_site(root / "docs", root / "mkdocs.yml", problems)
assert not problems, list(problems)
for locale in ("ja", "en"):
    html = ""
    for name, page in site.pages[locale].items():
        drawing = PageDrawing(site, site.context(locale, name))
        md = Markdown(extensions=drawing.extensions(), extension_configs=drawing.options())
        html += md.convert(page.text)
    for wanted in sys.argv[2:]:
        print(locale, wanted, wanted in html)
print("mkdocs imported:", any(name.partition(".")[0] == "mkdocs" for name in sys.modules))
"""


def test_a_chart_a_procedure_a_screen_and_a_wording_need_no_mkdocs(tmp_path: Path) -> None:
    lay_out_content(tmp_path)
    wanted = ['class="flow', 'class="procedure', 'class="screen', 'class="wording', "//// "]
    done = subprocess.run(
        [sys.executable, "-c", DRAW, str(tmp_path), *wanted],
        env={"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = done.stdout.splitlines()
    assert rows.pop() == "mkdocs imported: False"
    missing = [row for row in rows if row.endswith("False") and "//// " not in row]
    assert missing == []
    assert [row for row in rows if "////  True" in row] == []
