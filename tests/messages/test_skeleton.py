import shutil
from pathlib import Path

import pytest
from tests.sample import FIXTURE

from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import load_yaml
from helpsite.messages.skeleton import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURE / "docs" / "data", tmp_path, dirs_exist_ok=True)
    (tmp_path / "messages" / "login.yml").write_text("- id: login-old\n", encoding="utf-8")
    return tmp_path


def test_the_skeleton_is_a_list_entry_of_its_area(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["login-new", "login"], folder) == 0
    document = load_yaml(folder / "messages" / "login.yml", Problems())
    assert document is not None
    assert [entry["id"] for entry in document.data] == ["login-old", "login-new"]
    assert capsys.readouterr().out.startswith(f"{folder / 'messages' / 'login.yml'}:3: fill in every TODO")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["login-old", "login"], 'the id "login-old" exists; expected each id once\n'),
        (
            ["Login New", "login"],
            '"Login New" is no id; expected lower-case ASCII words joined by single hyphens, as in reset-password\n',
        ),
        (
            ["login-new", "sign-in"],
            'unknown area "sign-in"; expected one of login (make new-message ',
        ),
        ([], 'unknown area ""; expected one of '),
    ],
)
def test_faults(arguments: list[str], wanted: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, folder) == 1
    assert capsys.readouterr().err.startswith(wanted)
