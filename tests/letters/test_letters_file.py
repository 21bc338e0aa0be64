"""What a writer of letters is told, and what the real file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpsite.ground.problems import Problems
from helpsite.letters.load import load_letters

GOOD = """\
fields:
  day:
    ja: 起きた日
    en: Day
    example:
      ja: "2026-11-20"
      en: "2026-11-20"
    kind: date
letters:
  lock:
    title:
      ja: ロック
      en: Locked
    when:
      ja: ロックされたときに使います。
      en: Use it when you are locked out.
    fields: [day]
    subject:
      ja: ロック
      en: Locked
    letter:
      ja: |
        ご担当者様

        いつから：{day}
        {asks}
      en: |
        Dear customer service,

        Since: {day}
        {asks}
    attach:
      - ja: 写真
        en: A picture
    hide:
      - ja: 住所
        en: Addresses
    asks: [unlock]
ticks:
  unlock:
    ja: 解除してほしい
    en: Please unlock it.
paste: [contact.md#letter-lock]
"""


def faults(text: str, tmp_path: Path) -> list[str]:
    path = tmp_path / "letters.yml"
    path.write_text(text, encoding="utf-8")
    problems = Problems(tmp_path)
    load_letters(path, problems)
    return [str(problem) for problem in problems]


def test_a_good_letter(tmp_path: Path) -> None:
    assert faults(GOOD, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            "    en: Day\n",
            "",
            ['letters.yml:2: no "en"; expected the key "en"'],
        ),
        (
            "      ja: |\n        ご担当者様\n\n        いつから：{day}\n        {asks}\n",
            "",
            ['letters.yml:21: no "letter.ja"; expected the key "ja"'],
        ),
        (
            "        en: A picture\n",
            "",
            ['letters.yml:33: no "attach.0.en"; expected the key "en"'],
        ),
        (
            "fields: [day]",
            "fields: [day, order]",
            [
                'letters.yml:17: the field "order", which does not stand in letter.en; expected {order} in every text',
                'letters.yml:17: the field "order", which does not stand in letter.ja; expected {order} in every text',
                'letters.yml:17: unknown field "order"; expected a key of fields in this file',
            ],
        ),
        (
            "Since: {day}",
            "Since: {dya}",
            [
                'letters.yml:17: the field "day", which does not stand in letter.en; expected {day} in every text',
                'letters.yml:27: letter.en: "{dya}" is no field of this letter; expected a field that the letter lists '
                '(did you mean "day"?)',
            ],
        ),
        (
            "letters:\n",
            "  order:\n    ja: 注文番号\n    en: Order\n    example:\n      ja: '8'\n      en: '8'\n    kind: order\nletters:\n",
            ['letters.yml:9: the field "order", which no letter uses; expected a letter that lists it, or no field'],
        ),
        (
            "fields: [day]",
            "fields: [day, day]",
            ['letters.yml:17: the field "day" a second time; expected each field once'],
        ),
        (
            "        Since: {day}",
            "        Since: {day} {",
            ["letters.yml:27: letter.en: a brace without its twin; expected {name-of-a-field}"],
        ),
        (
            "        いつから：{day}",
            "        またね\n\n        いつから：{day}",
            ["letters.yml:22: letter.ja: paragraphs of 1, 1, 2 lines; expected 1, 2, as in letter.en"],
        ),
        (
            "        Dear customer service,",
            "        Dear カスタマーサービス,",
            ["letters.yml:27: letter.en: another language; expected English"],
        ),
        (
            "asks: [unlock]",
            "asks: [unlok]",
            [
                'letters.yml:38: unknown tick "unlok"; expected a key of ticks in this file (did you mean "unlock"?)',
            ],
        ),
        (
            "    asks: [unlock]\n",
            "    asks: [unlock]\n    tried: [unlock]\n",
            [
                'letters.yml:39: the list "tried", which does not stand in letter.en; expected {tried} in every text',
                'letters.yml:39: the list "tried", which does not stand in letter.ja; expected {tried} in every text',
            ],
        ),
        (
            "Since: {day}\n        {asks}",
            "Since: {day}\n        Please: {asks}",
            [
                'letters.yml:27: letter.en: "{asks}" inside of a paragraph; expected a line of its own at the end of a paragraph'
            ],
        ),
        (
            "en: Please unlock it.",
            "en: 解除",
            ["letters.yml:42: ticks.unlock.en: another language; expected English"],
        ),
        (
            "    kind: date",
            "    kind: day",
            ["letters.yml:8: kind: unknown value \"day\"; expected one of 'text', 'email', 'date', 'order' or 'lines'"],
        ),
        (
            "      ja: ロック\n      en: Locked\n    when",
            "      ja: <b>ロック</b>\n      en: Locked\n    when",
            ["letters.yml:12: title.ja: HTML in a text; expected plain words"],
        ),
    ],
)
def test_what_a_writer_is_told(tmp_path: Path, old: str, new: str, wanted: list[str]) -> None:
    assert old in GOOD
    assert faults(GOOD.replace(old, new, 1), tmp_path) == wanted


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("    en: Day\n", "").replace("Since: {day}", "Since: {dya}").replace("kind: date", "kind: x")
    assert [line.split(";")[0] for line in faults(text, tmp_path)] == [
        'letters.yml:2: no "en"',
        'letters.yml:7: kind: unknown value "x"',
        'letters.yml:16: the field "day", which does not stand in letter.en',
        'letters.yml:26: letter.en: "{dya}" is no field of this letter',
    ]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "fields: 1", "letters: {}", "fields: {a: }\nticks: {c: }\npaste: []\nletters: {b: }", "a: [", "~: 1"],
)
def test_no_file_gives_a_traceback(tmp_path: Path, text: str) -> None:
    assert faults(text, tmp_path)
