"""A small site of its own for the search: real scripts, styles and components, a handful of entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import LOCALES, Locale, other_locales
from helpsite.ground.problems import Problems
from helpsite.ground.templates import environment
from helpsite.search.build import build_index
from helpsite.search.entries import Entry, EntryWording
from helpsite.search.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]

PAGE = """{% from "search-box.html" import search_box, search_words %}
<!doctype html>
<html lang="{{ locale }}" class="js">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ title }}</title>
<script src="{{ up }}early.js"></script>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{{ up }}assets/css/site.css">
</head>
<body>
<header class="site-header"><div class="site-header__inner"><a href="{{ home }}">Site</a>
{{ search_box("search", words, home, up ~ "search/" ~ locale ~ ".json", "", "search--header") }}
{{ search_words(words, home, [("Sign in", "sign-in/"), ("Slider", "slider/")]) }}
</div></header>
<main><article>
<h1>{{ title }}</h1>
{{ body }}
</article></main>
<script type="module" src="{{ up }}assets/js/search/start.js"></script>
</body>
</html>
"""
LAUNCH = """{% from "search-box.html" import search_box %}
{{ search_box("search-launch", words, "./", up ~ "search/" ~ locale ~ ".json", "", "search-launch") }}
"""


REACH = "This site can’t be reached"


def messages() -> list[Entry]:
    """Messages whose wordings are known in one language or in both, and sections of a page."""
    net = (EntryWording("Net Err. Please refresh.", "en"), EntryWording("ネットワークエラーが発生しました。", "ja"))
    oops = (EntryWording("Oops... something's wrong. Please refresh and try again.", "en"),)
    closed = (EntryWording("This account has been terminated.", "en"),)
    return [
        *both("message", "errors/net/", "スライダーの通信エラー", "Network error in the slider", net),
        *both("message", "errors/oops/", "スライダーの失敗", "The slider fails", oops),
        *both("message", "errors/closed/", "アカウントの停止", "Account closed", closed),
        *both("message", "errors/code/", "認証コードが届かない", "The code does not arrive", ()),
        *both("message", "errors/blank/", "ログイン画面が真っ白", "The sign-in page stays blank", ()),
        *both(
            "message",
            "errors/letters/",
            "エラーの英数字",
            "Letters of an error",
            (EntryWording("(error:XXXXXX)", "en"),),
        ),
        *both("section", "slider/#causes", "スライダーが動かない理由", "Why the slider does not move", ()),
        *both("section", "slider/#moves", "スライダーは動きますか？", "Does the slider move?", ()),
        *both("message", "errors/reach/", "サイトに届かない", "Out of reach", (EntryWording(REACH, "en", "Chrome"),)),
        *both(
            "steps",
            "sign-in/#code-pc",
            "コードでログインする手順（パソコン）",
            "Sign in with a code: computer",
            (),
            "pc",
        ),
        *both(
            "steps",
            "sign-in/#code-phone",
            "コードでログインする手順（スマホ）",
            "Sign in with a code: phone",
            (),
            "phone",
        ),
        *both("steps", "password-reset/#reset", "パスワードを再設定する手順", "Reset your password: steps", ()),
    ]


def both(
    kind: Any, address: str, ja: str, en: str, wordings: tuple[EntryWording, ...], device: str = ""
) -> list[Entry]:
    answers = {"ja": "ページを一度だけ再読み込みします。", "en": "Reload the page once."}
    texts = {"ja": "ブラウザーの広告ブロッカーを一時停止します。", "en": "Pause the ad blocker in your browser."}
    titles = {"ja": ja, "en": en}
    return [
        Entry(kind, locale, address, titles[locale], wordings, (titles[other],), texts[locale], answers[locale], device)
        for locale in LOCALES
        for other in other_locales(locale)
    ]


VOCABULARY: dict[Locale, Vocabulary] = {
    "ja": Vocabulary((("あかうんと", "垢"), ("停止", "ばん", "凍結")), ("どうすればいいですか", "と出ます")),
    "en": Vocabulary((("terminated", "banned"),), ("whatshouldido", "itsays")),
}


def write_page(folder: Path, locale: Locale, path: str, title: str, body: str, words: dict[str, str]) -> None:
    """One page of the small site at ``path`` (``en/errors/net/``)."""
    depth = path.count("/")
    up = "../" * depth or "./"
    home = "../" * (depth - (locale != "ja")) or "./"
    file = folder / path / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    values = {"locale": locale, "title": title, "body": Markup(body), "words": words, "up": up, "home": home}
    file.write_text(environment().from_string(PAGE).render(values), encoding="utf-8")


def write_frame(folder: Path) -> None:
    """What every page of the small site needs, in ``folder``: scripts, styles, and the site's own first script."""
    (folder / "assets").symlink_to(ROOT / "docs" / "assets")
    (folder / "early.js").symlink_to(ROOT / "overrides" / "partials" / "early.js")


def write_site(folder: Path, entries: list[Entry], vocabulary: Any = VOCABULARY) -> None:
    """Pages for the messages, the index, and the scripts."""
    problems = Problems()
    words = load_words(ROOT / "docs" / "data" / "ui", problems)
    problems.raise_if_any()
    folder.mkdir(parents=True)
    write_frame(folder)
    for name, content in build_index(entries, vocabulary).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    for locale in LOCALES:
        room = words_in(words, locale)["search"]
        prefix = "" if locale == "ja" else f"{locale}/"
        launch = environment().from_string(LAUNCH).render(words=room, locale=locale, up="../" * (locale != "ja"))
        write_page(folder, locale, prefix, "Home", launch, room)
        write_page(folder, locale, f"{prefix}errors/", "All messages", "<p>–</p>", room)
    for entry in entries:
        if entry.kind == "message":
            prefix = "" if entry.locale == "ja" else f"{entry.locale}/"
            said = "".join(f"<p>{wording.text}</p>" for wording in entry.wordings)
            room = words_in(words, entry.locale)["search"]
            write_page(folder, entry.locale, prefix + entry.address, entry.title, f"{said}<p>{entry.text}</p>", room)
