"""Ten thousand pages: little is fetched before the first result, and the messages are still found first."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.sample import named
from tests.search.harness import Search, ask, rank, start
from tests.search.searches import wordings, written
from tests.search.smallsite import ROOT, Served, serve, write_frame, write_page

from helpsite.areas import load_areas
from helpsite.ground.locales import Locale
from helpsite.ground.problems import Problems
from helpsite.messages import load_catalogue
from helpsite.search import Entry, Limits, Wording, build_index, load_vocabulary

pytestmark = pytest.mark.browser
DATA = ROOT / "docs" / "data"
PAGES = 10_000
MOST_FETCHED = 150_000
LIKE_OURS = {
    "ja": [
        "ログイン",
        "登録",
        "パスワード",
        "再設定",
        "ロック",
        "解除",
        "認証",
        "コード",
        "画面",
        "注文",
        "支払い",
        "返金",
        "住所",
        "配送",
        "アプリ",
        "ブラウザー",
        "通信",
        "メール",
        "電話",
        "番号",
        "確認",
        "表示",
        "設定",
        "変更",
        "削除",
        "追加",
        "更新",
        "失敗",
        "成功",
        "エラー",
        "スライダー",
        "アカウント",
        "一覧",
        "検索",
        "履歴",
        "保存",
        "印刷",
        "音声",
        "地図",
    ],
    "en": [
        "sign",
        "in",
        "register",
        "password",
        "reset",
        "lock",
        "unlock",
        "check",
        "code",
        "page",
        "order",
        "payment",
        "refund",
        "address",
        "delivery",
        "app",
        "browser",
        "network",
        "mail",
        "phone",
        "number",
        "confirm",
        "display",
        "setting",
        "change",
        "delete",
        "add",
        "update",
        "failure",
        "success",
        "error",
        "slider",
        "account",
        "list",
        "search",
        "history",
        "save",
        "print",
        "sound",
        "map",
    ],
}
SYLLABLES = {"ja": "カキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ", "en": "bcdfghklmnprstvz"}


def catalogue() -> list[Entry]:
    """The site's own messages."""
    messages = load_catalogue(
        DATA / "messages", DATA / "remedies.yml", load_areas(DATA / "areas.yml", Problems()), named(), Problems()
    )
    return [
        Entry(
            "message",
            locale,
            f"errors/{message.id}/",
            message.title[locale],
            tuple(
                Wording(word.text, language)
                for language, words in message.readers_first(locale)
                for word in words
                if not word.shared
            ),
            tuple(dict.fromkeys([*message.symptoms.get(locale, ()), message.title["ja"], message.title["en"]])),
            message.meaning[locale],
        )
        for message in messages
        for locale in ("ja", "en")
    ]


def pages(locale: Locale, count: int) -> Iterator[Entry]:
    """Pages on other things in the words of ours; each has a name of its own in its title."""
    chance = random.Random(11)
    space = "" if locale == "ja" else " "
    for number in range(count):
        name = "".join(
            chance.choice(SYLLABLES[locale]) + ("" if locale == "ja" else chance.choice("aeiou")) for _ in "abcd"
        )
        title = space.join([name, *chance.choices(LIKE_OURS[locale], k=3)])
        text = " ".join(chance.choices(LIKE_OURS[locale], k=80))
        yield Entry("section", locale, f"grown/{number}/", title, text=text, answer=title)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("grown")
    site = root / "help"
    entries = [*catalogue(), *pages("ja", PAGES), *pages("en", PAGES)]
    vocabulary = load_vocabulary(DATA, Problems())
    for name, content in build_index(entries, vocabulary).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    write_frame(site)
    words = {key: key for key in _words()}
    write_page(site, "ja", "errors/", "All messages", "", words)
    yield from serve(root)


def _words() -> list[str]:
    lines = (DATA / "ui" / "search.yml").read_text(encoding="utf-8").splitlines()
    return [line.rstrip(":") for line in lines if line.endswith(":")]


def packed(served: Served, paths: list[str]) -> int:
    """Bytes with gzip of what was asked for."""
    return sum(len(gzip.compress((served.folder / path).read_bytes())) for path in paths if Path(path).suffix)


@pytest.mark.parametrize(("locale", "page_words"), [("ja", "ログイン 支払い 履歴"), ("en", "payment list history")])
def test_little_is_fetched_before_the_first_result(page: Page, grown: Served, locale: str, page_words: str) -> None:
    for text in ("ネットワークエラーが発生しました。リフレッシュしてください。", "Please slide to verify", page_words):
        page.goto("about:blank")
        grown.asked.clear()
        start(page, grown.url, locale)
        before = len(grown.asked)
        assert ask(page, [text])[0].hits
        assert any("/g" in path for path in grown.asked[before:])
        assert (
            packed(grown, [path for path in grown.asked if path.startswith(("search/", "assets/js"))]) <= MOST_FETCHED
        )


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_messages_are_found_first_among_ten_thousand_pages(page: Page, grown: Served, locale: str) -> None:
    searches = [search for search in wordings() if search.locale == locale]
    start(page, grown.url, locale)
    answers = ask(page, [search.text for search in searches])
    ranks = [rank(search, answer.hits) for search, answer in zip(searches, answers, strict=True)]
    assert sum(place == 1 for place in ranks) / len(ranks) >= 0.95


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_page_can_be_found_by_its_name(page: Page, grown: Served, locale: Locale) -> None:
    some = list(pages(locale, PAGES))[:: PAGES // 40]
    start(page, grown.url, locale)
    answers = ask(page, [entry.title for entry in some])
    found = [entry.address in answer.hits[:3] for entry, answer in zip(some, answers, strict=True)]
    assert sum(found) / len(found) >= 0.95


def test_as_many_messages_are_sharded_as_well(page: Page, tmp_path: Path) -> None:
    searches = [Search("ja", "ja", "x")]
    entries = [*catalogue(), *pages("ja", 300)]
    site = tmp_path / "help"
    for name, content in build_index(entries, load_vocabulary(DATA, Problems()), Limits(0, 0)).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    write_frame(site)
    write_page(site, "ja", "errors/", "All messages", "", {key: key for key in _words()})
    for served in serve(tmp_path):
        searches = [search for search in written() if search.locale == "ja"]
        start(page, served.url, "ja")
        answers = ask(page, [search.text for search in searches])
    ranks = [rank(search, answer.hits) for search, answer in zip(searches, answers, strict=True)]
    assert sum(place == 1 for place in ranks) / len(ranks) >= 0.85
