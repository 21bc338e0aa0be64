"""``python -m helpsite.messages.skeleton <id> <area>``: a new message, to fill in, at the end of its area's file."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from helpsite.areas import load_areas
from helpsite.ground.problems import Problems
from helpsite.ground.slugs import EXPECTED_SLUG, Slug

DATA = Path("docs/data")

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
  # sign: how one tells it, in one or two short sentences (ja, en)
  meaning:              # one sentence
    ja: TODO
    en: TODO
  causes: []
  remedies:             # cheapest and safest first
    - use: reload
  # otherwise: where one goes when nothing helped (rows of to and when); left out, the area's
  # letter: a letter of docs/data/letters.yml that is true for everybody here
  urgency: calm         # calm, soon or now
  related: []
  evidence:
    - source: TODO      # a key of docs/data/sources.yml, or public-copy
      quoted: verbatim  # verbatim, paraphrased or inferred
  confidence: low       # high, medium or low
  checked: {today}
"""


def main(arguments: Sequence[str], data: Path = DATA) -> int:
    """Append the skeleton and say where; a message about what is wrong and exit code 1 otherwise."""
    key, area = (*arguments, "", "")[:2]
    fault = _fault(key, area, data)
    if fault:
        print(fault, file=sys.stderr)
        return 1
    path = data / "messages" / f"{area}.yml"
    line = path.read_text(encoding="utf-8").count("\n") + 2
    with path.open("a", encoding="utf-8") as file:
        file.write(SKELETON.format(key=key, today=dt.datetime.now(dt.UTC).date()))
    print(f"{path}:{line}: fill in every TODO; `make build` says what is still missing")
    return 0


def _fault(key: str, area: str, data: Path) -> str:
    """What is wrong with the two names, or nothing."""
    areas = load_areas(data / "areas.yml", Problems())
    if area not in areas:
        return f'unknown area "{area}"; expected one of {", ".join(areas)} (make new-message ID=… AREA=…)'
    try:
        TypeAdapter(Slug).validate_python(key)
    except ValidationError:
        return f'"{key}" is no id; expected {EXPECTED_SLUG}'
    if any(f"- id: {key}\n" in path.read_text(encoding="utf-8") for path in (data / "messages").glob("*.yml")):
        return f'the id "{key}" exists; expected each id once'
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
