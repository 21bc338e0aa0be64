"""The text of a letter: words and fields, and what the search finds in it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.letters.test_letters_file import GOOD

from helpsite.ground.problems import Problems
from helpsite.letters.load import load_letters
from helpsite.letters.model import Fragment, fields_in, paragraphs
from helpsite.letters.render import letter_texts


@given(st.text(alphabet="{}a-\n 日:", max_size=40))
def test_a_text_in_pieces_is_the_text(text: str) -> None:
    pieces = [piece for block in paragraphs(text) for line in block for piece in line]
    shown = "".join(f"{{{piece.text}}}" if piece.is_field else piece.text for piece in pieces)
    assert "".join(shown.split()) == "".join(text.replace("{}", "").split())
    assert [piece.text for piece in pieces if piece.is_field] == [name for name in fields_in(text) if name]


def test_pieces() -> None:
    assert paragraphs("A {b}\nc\n\n{d}") == [
        [[Fragment("A "), Fragment("b", is_field=True)], [Fragment("c")]],
        [[Fragment("d", is_field=True)]],
    ]


def test_the_words_that_a_search_finds(tmp_path: Path) -> None:
    path = tmp_path / "letters.yml"
    path.write_text(GOOD, encoding="utf-8")
    assert letter_texts(load_letters(path, Problems()), "lock", "en") == [
        "Locked",
        "Use it when you are locked out.",
        "Locked",
        "Dear customer service,\nSince: \n",
        "Please unlock it.",
        "A picture",
        "Addresses",
    ]
