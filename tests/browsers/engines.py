"""Both engines over WebDriver: Chromium, and WebKit (the engine of Safari) as Debian ships it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options as ChromeOptions
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService
from tests.browsers.surroundings import CHROMIUM, FLAGS, surroundings

MINI_BROWSERS = "*-linux-gnu*/webkit2gtk-4.*/MiniBrowser"


def program(name: str, package: str) -> str:
    """The path of a program. Without it the test is skipped, except where nothing may be skipped (``.ci/run``)."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is not installed (Debian: apt-get install {package})")
    return str(found)


def missing(reason: str) -> None:
    """Skip with ``reason``, or fail with it in continuous integration."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def chromium(width: int, height: int) -> Iterator[WebDriver]:
    """Headless Chromium."""
    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in [*FLAGS, "--headless=new", f"--window-size={width},{height}", "--lang=ja"]:
        options.add_argument(flag)
    service = ChromeService(program("chromedriver", "chromium-driver"), env=surroundings())
    with webdriver.Chrome(options=options, service=service) as driver:
        yield driver


@contextmanager
def webkit(width: int, height: int) -> Iterator[WebDriver]:
    """WebKitGTK's small browser on a screen of its own."""
    driver_path = program("WebKitWebDriver", "webkit2gtk-driver")
    browsers = sorted(Path("/usr/lib").glob(MINI_BROWSERS))
    if not browsers:
        missing("WebKit's MiniBrowser is not installed (Debian: apt-get install webkit2gtk-driver)")
    options = WebKitOptions()
    options.binary_location = str(browsers[-1])
    options.add_argument("--automation")
    with _screen(width, height) as display:
        service = WebKitService(driver_path, env={**surroundings(), "DISPLAY": display})
        with webdriver.WebKitGTK(options=options, service=service) as driver:
            driver.set_window_rect(0, 0, width, height)
            yield driver


@contextmanager
def _screen(width: int, height: int) -> Iterator[str]:
    """A screen that nobody sees; gives its name for ``DISPLAY``."""
    reading, writing = os.pipe()
    size = f"{max(width, 640)}x{max(height, 480)}x24"
    command = [program("Xvfb", "xvfb"), "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


ENGINES = {"chromium": chromium, "webkit": webkit}
