"""Languages are data: the file is checked, mkdocs.yml agrees with it, and texts hold every language."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from helpsite.ground.locales import InEveryLanguage, LocalizedRow
from helpsite.ground.problems import Problems
from helpsite.ground.text import mark_languages
from helpsite.ground.validation import check
from helpsite.ground.yamlfile import parse_yaml

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "docs" / "data" / "languages.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("dates: en-GB", "dates: xx-XX", 'dates: unknown "xx-XX"; expected a locale of CLDR, such as en-GB'),
        (
            "longest: 90",
            "longst: 90",
            'unknown key "longst"; expected a documented key (did you mean "longest"?)',
        ),
        ('ja: "([', 'ja: "[', "ja: no expression"),
        ("  sent: yes\n", "", "0 languages with sent: yes; expected one"),
        ("en:\n  name", "en: [\n  name", "not YAML"),
    ],
)
def test_a_fault_in_the_file_is_told_and_nothing_else(tmp_path: Path, old: str, new: str, wanted: str) -> None:
    assert old in GOOD
    path = tmp_path / "languages.yml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from helpsite.ground.problems import Problems;"
        "from helpsite.ground.languages import check_languages;"
        "problems = Problems(Path(sys.argv[1])); check_languages(problems); print(*problems, sep='\\n')"
    )
    env = {**os.environ, "SITE_LANGUAGES": str(path), "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    rows = done.stdout.splitlines()
    assert len(rows) <= 2
    assert any(wanted in row and row.startswith("languages.yml:") for row in rows), rows


def test_a_text_lacks_no_language() -> None:
    problems = Problems()
    document = parse_yaml("ja: あ\nfr: b\n", Path("a.yml"), problems)
    assert document is not None
    assert check(InEveryLanguage[str], document, problems) is None
    assert [str(problem) for problem in problems] == [
        'a.yml:1: no "en"; expected the key "en"',
        'a.yml:2: unknown key "fr"; expected a documented key',
    ]


def test_texts_stand_beside_other_keys() -> None:
    class Row(LocalizedRow):
        kind: str

    row = Row.model_validate({"ja": "あ", "en": "a", "kind": "x"})
    assert (row["en"], row.kind) == ("a", "x")
    with pytest.raises(ValidationError, match="texts"):
        Row.model_validate({"ja": "あ", "en": "a", "kind": "x", "texts": {}})


def test_words_of_another_language_are_marked() -> None:
    assert mark_languages("「Forgot password」を押す", "ja") == '「<span lang="en">Forgot password</span>」を押す'
    assert mark_languages("Press はい & go", "en") == 'Press <span lang="ja">はい</span> &amp; go'
