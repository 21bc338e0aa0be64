"""The way back to the writers."""

from __future__ import annotations

import pytest

from helpsite.frame.report import report_url

FACTS = {"page": "https://help.example/errors/x/", "language": "ja"}


def test_a_form_has_the_facts_filled_in() -> None:
    assert report_url("https://forms.example/new?template=wrong.yml", "題 & 名", FACTS) == (
        "https://forms.example/new?template=wrong.yml&page=https%3A%2F%2Fhelp.example%2Ferrors%2Fx%2F&language=ja"
    )


def test_an_email_has_them_in_its_text() -> None:
    assert report_url("mailto:we@help.example", "A & B", FACTS) == (
        "mailto:we@help.example?subject=A%20%26%20B"
        "&body=page%3A%20https%3A%2F%2Fhelp.example%2Ferrors%2Fx%2F%0Alanguage%3A%20ja%0A"
    )


def test_without_the_setting_there_is_no_way() -> None:
    assert report_url("", "題", FACTS) == ""


@pytest.mark.parametrize("target", ["javascript:alert(1)", "http://forms.example/", "https:///x", "forms.example"])
def test_another_kind_of_address_is_refused(target: str) -> None:
    with pytest.raises(ValueError, match="expected https://… or mailto:…"):
        report_url(target, "題", FACTS)
