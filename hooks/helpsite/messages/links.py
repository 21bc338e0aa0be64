"""Links from messages to sections and procedures of the pages."""

from __future__ import annotations

from pathlib import Path

from helpsite.ground.anchors import Anchors
from helpsite.ground.locales import LOCALES
from helpsite.ground.problems import Problems
from helpsite.ground.yamlfile import Document, load_yaml
from helpsite.messages.catalogue import Catalogue


def check_links(catalogue: Catalogue, remedies: Path, anchors: Anchors, problems: Problems) -> None:
    """Note every remedy whose link leads nowhere, in any language."""
    for entry in catalogue.entries.values():
        for index, remedy in enumerate(entry.message.remedies):
            if remedy.link is not None:
                line = entry.line("remedies", index, "link")
                _check(remedy.link, entry.document, line, anchors, problems)
    document = load_yaml(remedies, Problems())
    for key, shared in catalogue.shared.items():
        if document is not None and shared.link is not None:
            _check(shared.link, document, document.line((key, "link")), anchors, problems)


def _check(ref: str, document: Document, line: int, anchors: Anchors, problems: Problems) -> None:
    for locale in LOCALES:
        fault = anchors.fault(locale, "index.md", ref)
        if fault is not None:
            problems.add(document.path, line, f"{fault[0]} ({locale})", fault[1])
