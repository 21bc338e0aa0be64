"""A script, a handler, a foreign host or a javascript: address ends the build with its line, wherever it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.sample import Sample

THREATS = {
    "a script": "<script>alert(1)</script>",
    "an escaped script": "\\<script>alert(1)</script>",
    "a handler": "[a](topic.md){ onclick=x }",
    "a style": "*a*{ style=x }",
    "a picture with a handler": "<img src=x onerror=alert(1)>",
    "a frame": "<iframe srcdoc=x></iframe>",
    "an open tag": '<a href="javascript:x">b</a>',
    "a foreign host": "[a](https://evil.example/)",
    "a foreign host that looks official": "[a](https://evil.example\\@aliexpress.com/)",
    "a foreign host without a scheme": "[a](//evil.example/)",
    "a picture of a foreign host": "![a](https://evil.example/x.png)",
    "a javascript: address": "[a](javascript:alert(1))",
    "a javascript: address in capitals": "[a](JaVaScRiPt:alert(1))",
    "an address of data": "[a](data:text/html,x)",
    "an address by reference": "[a][b]\n\n[b]: javascript:alert(1)",
    "an address in angles": "<javascript:alert(1)>",
    "an attribute list with an address": "[a](topic.md){ href=javascript:x }",
}
PLACES = {
    "a paragraph": "{}",
    "a list": "-   a\n-   {}",
    "a quotation": "> {}",
    "a table": "| a | b |\n| - | - |\n| c | {} |",
    "a definition": "a\n:   {}",
    "the second paragraph of a definition": "a\n:   b\n\n    {}",
    "a block": "/// note | a\n{}\n///",
    "the title of a block": "/// note | {}\na\n///",
    "a list in a block": "/// note | a\n-   b\n\n    {}\n///",
    "bold words": "**a {} b**",
}


@pytest.mark.parametrize("place", PLACES)
def test_what_no_page_may_hold(tmp_path: Path, place: str) -> None:
    sample = Sample(tmp_path)
    text = sample.path("ja/topic.md").read_text(encoding="utf-8")
    lines: dict[str, range] = {}
    for threat, words in THREATS.items():
        if place == "a paragraph" or "\n" not in words:
            first = text.count("\n") + 2
            text += f"\n{PLACES[place].format(words)}\n\nA sound paragraph.\n"
            lines[threat] = range(first, text.count("\n") - 1)
    for locale in ("ja", "en"):
        sample.write(f"{locale}/topic.md", text)
    told = {int(line) for fault in sample.faults() for line in re.findall(r"docs/ja/topic\.md:(\d+)", fault)}
    assert [threat for threat, where in lines.items() if not told & set(where)] == []
    assert told <= {line for where in lines.values() for line in where}


@pytest.mark.parametrize(
    "fence", ["```\na\n````\n<b>x</b>", "```\n<script>x</script>", "``` {{ onclick=x }}\na\n```", "````\n```\n<b>x</b>"]
)
def test_no_fence_hides_a_script(tmp_path: Path, fence: str) -> None:
    sample = Sample(tmp_path)
    sample.change_twins("topic.md", "## ", f"{fence}\n\n## ")
    assert any(fault.startswith("docs/ja/topic.md:13: a fence ") for fault in sample.faults())


DATA = {
    "data/sources.yml": ("url: ", "url: javascript://help.example/%0Ax #"),
    "data/hosts.yml": ("official: [", 'official: ["evil.example/<script>", '),
    "data/terms.yml": ("text: ", "text: <script>x</script> "),
    "data/areas.yml": ("page: ", "page: javascript:x #"),
    "data/messages/login.yml": ("    ja: 見本という意味です。", "    ja: <img src=x onerror=x>"),
}  # fmt: skip


@pytest.mark.parametrize("name", DATA)
def test_what_no_data_may_hold(tmp_path: Path, name: str) -> None:
    sample = Sample(tmp_path)
    old, new = DATA[name]
    text = sample.path(name).read_text(encoding="utf-8")
    assert old in text
    sample.write(name, text.replace(old, new, 1))
    line = text[: text.index(old)].count("\n") + 1
    faults = sample.faults()
    assert any(fault.startswith(f"docs/{name}:{line}: ") for fault in faults), faults
