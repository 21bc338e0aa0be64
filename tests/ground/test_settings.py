"""mkdocs.yml: its own mistakes are told with their line, before MkDocs sees them."""

from __future__ import annotations

import pytest
from tests.sample import Sample

FAULTS = [
    ("site_name: アリエクのログイン救急箱", "site_nam: x", 'unknown key "site_nam"; expected a documented key (did you mean "site_name"?)'),
    ("hooks:\n  - hooks/mkdocs_events.py", "hooks: []", "hooks: 0 rows; expected one"),
    ("- hooks/mkdocs_events.py", "- hooks/gone.py", "hooks.0: unknown value \"hooks/gone.py\"; expected one of 'hooks/mkdocs_events.py'"),
    ("  - i18n:", "  - search:", 'unknown key "search"'),
    ("docs_dir: docs", "docs_dir: doc", "docs_dir: unknown value \"doc\"; expected one of 'docs'"),
    ("fallback_to_default: false", "fallback_to_default: true", "fallback_to_default: unknown value"),
    ('"https://help.example/"', "nowhere", "site_url: "),
    ('!ENV [SITE_URL, "https://help.example/"]', "nowhere", 'site_url: "nowhere" is no address; expected https://…'),
    ("name: English", "name: Englisch", "languages that differ from docs/data/languages.yml; expected ja (日本語), en (English), with default: true at the first one"),
    ("            しらべる: Look it up\n", "", 'the heading "しらべる", which has no translation (en); expected a row under nav_translations'),
    ("            しらべる:", "            しらべ:", 'a translation of "しらべ"; expected a heading of nav (did you mean "しらべる"?)'),
    ("  - index.md\n", "  - index.md\n  - Shop: https://www.aliexpress.com/\n", "a row of another shape; expected a page, or one heading with a list of pages"),
    ("  - index.md\n", "  - index.md\n  - [a]\n", "a row of another shape"),
    ("  - index.md\n", "  - index.md\n  - あ:\n    - {a: [b]}\n", "a row of another shape"),
    ("  - index.md\n", "  - index.md\n  - index.md\n", 'the page "index.md" a second time; expected each page once'),
    ("site_dir:", "site_dir: a\nsite_dir:", 'the key "site_dir" a second time'),
    ("  - index.md\n", "  - index.md\n  - !!python/name:os.system\n", "the tag "),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "found"), FAULTS)
def test_a_mistake_is_told_with_its_line(sample: Sample, old: str, new: str, found: str) -> None:
    path = sample.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = sample.faults()
    changed = text[: text.index(old)].count("\n") + 1
    near = [fault for fault in faults if found in fault]
    assert len(near) == 1, faults
    assert abs(int(near[0].split(":")[1]) - changed) <= 40, near
    assert near[0].startswith("mkdocs.yml:")
    assert len(faults) <= 2, faults
