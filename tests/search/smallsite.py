"""A small site of its own for the search: real scripts, styles and components, a handful of entries."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup
from tests.serving import Server

from helpsite.ground.interface import load_words, words_in
from helpsite.ground.locales import LOCALES, Locale, other_locales
from helpsite.ground.problems import Problems
from helpsite.ground.templates import environment
from helpsite.search.build import build_index
from helpsite.search.entries import Entry, EntryWording
from helpsite.search.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types default"
)

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


@dataclass
class Served:
    """The small site: its address, what was asked for, what to answer instead of files (but `whole`), and its policy."""

    url: str
    folder: Path
    asked: list[str] = field(default_factory=list)
    broken: dict[str, bytes | int] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    delay: float = 0
    policy: str = POLICY


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: Served

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def end_headers(self) -> None:
        if self.served.policy:
            self.send_header("Content-Security-Policy", self.served.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/help/")
        self.served.asked.append(path)
        answer = next(
            (value for part, value in self.served.broken.items() if part in path and path not in self.served.whole),
            None,
        )
        if path.startswith("search/"):
            time.sleep(self.served.delay)
        if isinstance(answer, int):
            self.send_error(answer)
        elif answer is not None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        else:
            with contextlib.suppress(ConnectionError):  # the page was left
                super().do_GET()


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


def serve(root: Path) -> Iterator[Served]:
    """Serve ``root``, whose folder ``help`` is the site."""

    class Handler(_Handler):
        """With what is known of this server."""

    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(root)))
    Handler.served = Served(f"http://127.0.0.1:{server.server_port}/help/", root / "help")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Handler.served
    server.shutdown()
