"""The longest run of script while a page loads, beside stock Material on an empty page in the same browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import yaml
from playwright.sync_api import Browser
from tests.bench._stage import stage

KINDS = ["", "sign-in/", "contact/", "errors/", "errors/slide-net-err/", "words/", "en/slider/"]
SLOWER = 4
"""A phone's processor against this one."""
NAMES = {"EvaluateScript", "v8.evaluateModule", "FunctionCall"}


def longest_script(browser: Browser, address: str) -> float:
    """The longest run of script in processor milliseconds, the best of three loads."""
    return min(_one_load(browser, address) for _ in range(3))


def _one_load(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    browser.start_tracing(page=page, categories=["devtools.timeline", "v8"])
    page.goto(address)
    page.wait_for_load_state("networkidle")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return max(float(event.get("tdur", 0)) / 1000 for event in events if event["name"] in NAMES)


def _stock(folder: Path) -> None:
    """Stock Material with one short page."""
    source = folder / "source"
    (source / "docs").mkdir(parents=True)
    (source / "docs/index.md").write_text("# Stock\n\nOne sentence.", encoding="utf-8")
    config = {"site_name": "stock", "theme": {"name": "material", "font": False}, "plugins": ["search"]}
    (source / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    call = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "stock")]
    subprocess.run(call, cwd=source, check=True)


def main() -> None:
    """Print a line for each kind of page; over 50 ms a slow phone would be held."""
    with stage() as (served, browser):
        _stock(served.folder.parent)
        stock = longest_script(browser, served.url.replace("/help/", "/stock/"))
        print(f"load: stock Material: longest script {stock * SLOWER:.0f} ms on a {SLOWER} × slower processor")
        for address in KINDS:
            ours = longest_script(browser, served.url + address)
            print(f"load: /{address}: {ours * SLOWER:.0f} ms, {ours / stock:.2f} × stock")


if __name__ == "__main__":
    main()
