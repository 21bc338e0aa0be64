"""What browsers under test see of the machine: fixed fonts, a fixed time zone and language, no network."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

HERE = Path(__file__).parent
FONTS = HERE / "fonts.conf"
OTHER_FONTS = HERE / "other-fonts.conf"
CHROMIUM = shutil.which("chromium")
SHELL = shutil.which("chromium-headless-shell") or CHROMIUM
"""Chromium without a user interface: the same engine, with a new page in a quarter of the time."""
_SWITCHES = """
no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update disable-sync
font-render-hinting=none
"""
FLAGS = [f"--{switch}" for switch in _SWITCHES.split()]
TIME_ZONE = "Asia/Tokyo"


def surroundings(fonts: Path = FONTS) -> dict[str, str]:
    """Environment variables for a browser that sees only the families that ``fonts`` names."""
    return {**os.environ, "FONTCONFIG_FILE": str(fonts), "TZ": TIME_ZONE, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
