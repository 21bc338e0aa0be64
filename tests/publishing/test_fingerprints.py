from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from helpsite.publishing.built import Built, PublishingError
from helpsite.publishing.fingerprints import fingerprint
from helpsite.publishing.scripts import imports, join_imports, join_scripts, preload_imports

Make = Callable[..., Built]


def script(path: str) -> str:
    return f'<script type="module" src="{path}"></script>\n'


def named(site: Built) -> list[str]:
    return [path for path in site.files() if path.startswith("assets/")]


def test_files_are_named_by_their_content_in_all_that_names_them(built: Make) -> None:
    site = built(
        {
            "index.html": ("", '<img src="assets/a.svg"><a href="https://help.example/help/assets/a.svg">x</a>'),
            "404.html": ("", '<img src="/help/assets/a.svg">'),
            "en/x/index.html": ("", '<img src="../../assets/a.svg"><a href="#assets/a.svg">a</a>'),
            "y/index.html": ("", '<meta content="https://help.example/help/assets/a.svg">'),
            "assets/a.svg": "<svg/>",
        }
    )
    fingerprint(site)
    name = named(site)[0]
    assert re.fullmatch(r"assets/a\.[0-9a-f]{10}\.svg", name)
    assert f'<img src="{name}"><a href="https://help.example/help/{name}">x</a>' in site.pages["index.html"]
    assert f'<img src="/help/{name}">' in site.pages["404.html"]
    assert f'<meta content="https://help.example/help/{name}">' in site.pages["y/index.html"]
    assert f'<img src="../../{name}"><a href="#assets/a.svg">a</a>' in site.pages["en/x/index.html"]


def test_a_change_deep_down_changes_every_name_above_it(built: Make) -> None:
    def names(leaf: str) -> list[str]:
        site = built(
            {
                "index.html": (script("assets/js/a.js"), ""),
                "assets/js/a.js": 'import { b } from "./in/b.js";\nimport("./late.js");\n',
                "assets/js/in/b.js": 'export { b } from "../c.js";\n',
                "assets/js/c.js": leaf,
                "assets/js/late.js": 'new Worker(new URL("./c.js", import.meta.url));',
            }
        )
        fingerprint(site)
        for path in named(site):
            for value in re.findall(r'"(\.{1,2}/[^"]+)"', site.read(path)):
                assert site.target(path, value), (path, value)
        found = named(site)
        for path in found:
            (site.folder / path).unlink()
        return found

    first, second = names("export const b = 1;"), names("export const b = 2;")
    assert len(first) == len(second) == 4
    assert set(first) & set(second) == set()


def test_what_no_page_reaches_is_left_out(built: Make) -> None:
    site = built(
        {
            "index.html": ("", '<img src="assets/a.svg" data-index="search/ja.json">'),
            "assets/a.svg": "<svg/>",
            "assets/unused/b.svg": "<svg/>",
            "assets/javascripts/bundle.a5f9d56c.min.js": "theme",
            "assets/data/ja.0123abcd.json": "{}",
            "search/ja.json": "{}",
        }
    )
    fingerprint(site)
    kept = [path for path in site.files() if not path.startswith("assets/a.")]
    assert kept == ["assets/data/ja.0123abcd.json", "index.html", "search/ja.json"]
    assert not (site.folder / "assets/unused").exists()


def test_scripts_that_import_one_another_are_refused(built: Make) -> None:
    site = built(
        {
            "index.html": (script("assets/js/a.js"), ""),
            "assets/js/a.js": 'import "./b.js";',
            "assets/js/b.js": 'import "./a.js";',
        }
    )
    with pytest.raises(PublishingError, match=r"assets/js/a\.js → assets/js/b\.js → assets/js/a\.js"):
        fingerprint(site)


def test_imports_are_asked_for_early(built: Make) -> None:
    site = built(
        {
            "x/index.html": (script("../assets/js/a.js"), ""),
            "assets/js/a.js": 'import { b } from "./b.js";\nconst late = () => import("./late.js");\n',
            "assets/js/b.js": 'import {\n  c,\n} from "./c.js";\nexport const b = c;\n',
            "assets/js/c.js": "export const c = 1;\n",
            "assets/js/late.js": "",
        }
    )
    assert imports(site, "assets/js/a.js") == ["assets/js/b.js", "assets/js/c.js"]
    preload_imports(site)
    head = site.pages["x/index.html"].partition("</head>")[0]
    assert re.findall(r'modulepreload" href="([^"]+)"', head) == ["../assets/js/b.js", "../assets/js/c.js"]


def test_what_only_one_script_imports_stands_in_it(built: Make) -> None:
    site = built(
        {
            "index.html": ("", script("assets/js/a.js") + script("assets/js/b.js")),
            "assets/js/a.js": 'import { c } from "./c.js";\nimport { say } from "./store.js";\nsay(c);\n',
            "assets/js/b.js": 'import { d } from "./d.js";\nimport("./d.js");\n',
            "assets/js/c.js": 'import { keep, say } from "./store.js";\nexport const c = keep();\nexport function e() {}\n',
            "assets/js/d.js": "export const d = 1;\n",
            "assets/js/also.js": 'import { d } from "./d.js";\n',
            "assets/js/store.js": "",
        }
    )
    before = site.read("assets/js/b.js")
    join_imports(site)
    one = 'import { keep, say } from "./store.js";\nconst c = keep();\nfunction e() {}\nsay(c);\n'
    assert (site.read("assets/js/a.js"), site.read("assets/js/b.js")) == (one, before)


def test_joined_scripts_use_the_names_of_the_shared_one(built: Make) -> None:
    every = script("assets/js/store.js") + script("assets/js/in/b.js") + script("assets/js/in/c.js")
    site = built(
        {
            "index.html": ("", every),
            "assets/js/store.js": "export const d = 1;\n",
            "assets/js/in/b.js": 'import { d } from "../store.js";\nd();\n',
            "assets/js/in/c.js": 'import { e } from "./other.js";\ne();\n',
            "assets/js/in/other.js": "",
        }
    )
    join_scripts(site)
    assert site.read("assets/js/store.js") == "export const d = 1;\n{\nd();\n}\n"
    assert re.findall(r'src="([^"]+)"', site.pages["index.html"]) == ["assets/js/store.js", "assets/js/in/c.js"]


def test_scripts_of_every_page_become_one(built: Make) -> None:
    every = script("assets/js/store.js") + script("assets/js/in/b.js") + script("assets/js/imports.js")
    site = built(
        {
            "index.html": ("", every + script("assets/js/only-here.js")),
            "other.html": ("", every),
            "redirect.html": ("", ""),
            "assets/js/store.js": "export const said = 1;\n",
            "assets/js/in/b.js": 'const said = 2;\nimport("./c.js");\n',
            "assets/js/in/c.js": "",
            "assets/js/imports.js": 'import { said } from "./other.js";\n',
            "assets/js/only-here.js": "",
            "assets/js/other.js": "",
        }
    )
    join_scripts(site)
    assert site.read("assets/js/store.js") == 'export const said = 1;\n{\nconst said = 2;\nimport("./in/c.js");\n}\n'
    assert re.findall(r'src="([^"]+)"', site.pages["index.html"]) == [
        "assets/js/store.js",
        "assets/js/imports.js",
        "assets/js/only-here.js",
    ]
    assert re.findall(r'src="([^"]+)"', site.pages["other.html"]) == ["assets/js/store.js", "assets/js/imports.js"]
