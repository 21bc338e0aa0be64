"""``python -m helpsite.messages.skeleton <id> <area>``: a new message, to fill in, at the end of its area's file."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from helpsite.messages.catalogue import AREAS
from helpsite.messages.model import MessageId

FOLDER = Path("docs/data/messages")

SKELETON = """
- id: {key}
  kind: error           # error, notice, screen, mail, browser, code, symptom (no words)
  title:
    ja: TODO
    en: TODO
  # Only what a source shows, letter by letter. Leave wordings out where only the sense is known (kind: symptom).
  wordings:
    ja:
      - text: TODO
    en:
      - text: TODO
  symptoms:             # how readers would say it; searched, not shown
    ja: []
    en: []
  surface: [web]
  where:
    ja: TODO
    en: TODO
  meaning:              # one sentence
    ja: TODO
    en: TODO
  causes: []
  remedies:             # cheapest and safest first
    - use: reload
  urgency: calm         # calm, soon or now
  related: []
  evidence:
    - source: TODO      # a key of docs/data/sources.yml, or public-copy
      quoted: verbatim  # verbatim, paraphrased or inferred
  confidence: low       # high, medium or low
  checked: {today}
"""


def main(arguments: Sequence[str], folder: Path = FOLDER) -> int:
    """Append the skeleton and say where; a message about what is wrong and exit code 1 otherwise."""
    key, area = (*arguments, "", "")[:2]
    fault = _fault(key, area, folder)
    if fault:
        print(fault, file=sys.stderr)
        return 1
    path = folder / f"{area}.yml"
    line = path.read_text(encoding="utf-8").count("\n") + 2
    with path.open("a", encoding="utf-8") as file:
        file.write(SKELETON.format(key=key, today=dt.datetime.now(dt.UTC).date()))
    print(f"{path}:{line}: fill in every TODO; `make build` says what is still missing")
    return 0


def _fault(key: str, area: str, folder: Path) -> str:
    """What is wrong with the two names, or nothing."""
    if area not in AREAS:
        return f'unknown area "{area}"; one of {", ".join(AREAS)} (make new-message ID=… AREA=…)'
    try:
        TypeAdapter(MessageId).validate_python(key)
    except ValidationError:
        return f'"{key}" is no id; lower-case ASCII words joined by -'
    if any(f"- id: {key}\n" in path.read_text(encoding="utf-8") for path in folder.glob("*.yml")):
        return f'the id "{key}" exists; each id once'
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
