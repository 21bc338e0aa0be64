"""A script, a handler, a foreign host or a javascript: address ends the build with its line, wherever it stands."""

from __future__ import annotations

import re

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
    "an address that is no page's": "[a](ftp://a.example/)",
    "a picture of a foreign host": "![a](https://evil.example/x.png)",
    "a javascript: address": "[a](javascript:alert(1))",
    "a javascript: address in capitals": "[a](JaVaScRiPt:alert(1))",
    "an address of data": "[a](data:text/html,x)",
    "an address by reference": "[a][b]\n\n[b]: javascript:alert(1)",
    "an address in angles": "<javascript:alert(1)>",
    "an attribute list with an address": "[a](topic.md){ href=javascript:x }",
    "an address that is none": "[a](topic.md x)",
    "a mark of a template": "a {{ b",
    "another mark of a template": "{% raw %}",
    "a place for a word": "a {name} b",
    "half a wording": "a [[ b",
    "the other half of a wording": "a ]] b",
    "a table of contents": "[TOC]",
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
def test_what_no_page_may_hold(sample: Sample, place: str) -> None:
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
    ("block", "found"),
    [
        ("```\na\n````\n<b>x</b>", "13: a fence "),
        ("```\n<script>x</script>", "13: a fence "),
        ("``` {{ onclick=x }}\na\n```", "13: a fence "),
        ("````\n```\n<b>x</b>", "13: a fence "),
        ("```message\nlogin\n```", '13: a fence "message"; expected one of flow, '),
        ("/// nope | a\nb\n///", '13: a box "nope"; expected one of first, '),
        ("/// note | a\nb", "13: a box without an end; "),
        ("a\n\n///", "15: a /// that ends no box; "),
        ("/// note | a\n    attrs: {onclick: x}\n\nb\n///", '14: an option of a box "attrs: {onclick: x}"; '),
        ("/// note | a\n    attrs: {id: x, class: y}\n\nb\n///", "14: an option of a box "),
        ("/// note | a\n    type: script\n\nb\n///", '14: an option of a box "type: script"; '),
        ("/// note | a\n    attrs: {id: main}\n\nb\n///", '13: the id "main"; expected another one'),
        ("### a { #site-words }", '13: the id "site-words"; expected another one'),
        ("### a { #b .search }", '13: an attribute list "{ #b .search }"; '),
        ("### a { #b onclick=x }", '13: an attribute list "{ #b onclick=x }"; '),
    ],
)
def test_no_block_hides_anything(sample: Sample, block: str, found: str) -> None:
    sample.change_twins("topic.md", "## ", f"{block}\n\n## ")
    faults = sample.faults()
    assert any(fault.startswith(f"docs/ja/topic.md:{found}") for fault in faults), faults


FILES = [
    ("docs/data/sources.yml", "url: ", "url: javascript://help.example/%0Ax #"),
    ("docs/data/hosts.yml", "official: [", 'official: ["evil.example/<script>", '),
    ("docs/data/terms.yml", "text: ", "text: <script>x</script> "),
    ("docs/data/terms.yml", "cookie:", "main:"),
    ("docs/data/areas.yml", "page: ", "page: javascript:x #"),
    ("docs/data/areas.yml", "login:", "search:"),
    ("docs/data/messages/login.yml", "    ja: 見本という意味です。", "    ja: <img src=x onerror=x>"),
    ("docs/data/messages/login.yml", "id: login-sample", "id: print-words"),
    ("docs/data/procedures/look.yml", "ja: メール", 'ja: "[a](javascript:x)"  #'),
    ("docs/data/procedures/look.yml", "ja: メール", 'ja: "[a](https://evil.example/)"  #'),
    ("docs/data/procedures/look.yml", "ja: メール", 'ja: "[a](guide.md x)"  #'),
    ("docs/data/procedures/look.yml", "ja: メール", 'ja: "{{ a }}"  #'),
    ("docs/data/procedures/look.yml", "ja: メール", "ja: <b onclick=x>a</b>"),
    ("docs/data/letters.yml", "ja: Japan", "ja: <script>x</script>"),
    ("docs/data/ui/site.yml", "ja: ", "ja: <script>x</script> "),
    ("docs/ja/topic.md", "title: ", "title: <script>x</script> "),
    ("docs/ja/topic.md", "description: ", "description: <img src=x onerror=x> "),
    ("docs/ja/topic.md", "sources: []", "sources: []\nsymptoms: [<b>x</b>]"),
    ("docs/ja/topic.md", "sources: []", "sources: []\nrelated: ['javascript:x']"),
    ("docs/ja/topic.md", "sources: []", "sources: []\nhtml_title: a<script>x</script>"),
    ("mkdocs.yml", "site_name: ", "site_name: <script>x</script> "),
    ("mkdocs.yml", "docs_dir: docs", "copyright: <script>x</script>"),
    ("mkdocs.yml", 'report: !ENV [SITE_REPORT, ""]', 'report: "javascript:x"'),
    ("mkdocs.yml", "  - 困っていること:", "  - <b>a</b>:"),
    ("mkdocs.yml", "しらべる: Look", "しらべる: <script>x</script> Look"),
]
PICTURES = [
    "<script>x</script>",
    "<path onload='x'/>",
    "<a href='x'></a>",
    "<image href='//evil.example/x'/>",
    "<!ENTITY a 'b'>",
    "<svg:script>x</svg:script>",
    "<path onload ='x'/>",
]


@pytest.mark.parametrize("words", PICTURES)
def test_what_no_picture_may_hold(sample: Sample, words: str) -> None:
    sample.path("assets").mkdir()
    sample.write("assets/a.svg", f'<svg xmlns="http://www.w3.org/2000/svg">\n{words}\n</svg>\n')
    faults = sample.faults()
    assert faults
    assert all(fault.startswith("docs/assets/a.svg:2: ") for fault in faults), faults


@pytest.mark.parametrize(("name", "old", "new"), FILES)
def test_what_no_file_may_hold(sample: Sample, name: str, old: str, new: str) -> None:
    text = (sample.root / name).read_text(encoding="utf-8")
    assert old in text
    (sample.root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + new.count("\n") + 1
    faults = sample.faults()
    assert any(fault.startswith(f"{name}:{line}: ") for fault in faults), faults
