"""Names that the sources and the drawing of procedures share."""

from __future__ import annotations

import re

PROCEDURE, PART, SCREEN, SEE, IF_NOT = "procedure", "part", "screen", "see", "if-not"
IN_STEPS = (SCREEN, SEE, IF_NOT)
NAMES = (PROCEDURE, PART, *IN_STEPS)

MARK = re.compile(r"\{(\d{1,2})\}")
