"""All measurements, one after the other; with names, only those: ``python -m tests.bench build search``."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

PARTS = sorted(file.stem for file in Path(__file__).parent.glob("*.py") if not file.stem.startswith("_"))

for part in sys.argv[1:] or PARTS:
    importlib.import_module(f"tests.bench.{part}").main()
