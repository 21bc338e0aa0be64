"""What a reader does, in words that both engines understand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

SHOWN = (
    "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility({visibilityProperty: true}))"
)
PATIENCE = 30
"""Seconds until a reader gives up waiting for something to appear."""


@dataclass(frozen=True)
class Reader:
    """Somebody at a browser; ``site`` is the address of the site's root."""

    driver: WebDriver
    site: str

    def open(self, address: str) -> None:
        """Go to an address below the site's root."""
        self.driver.get(self.site + address)

    def reload(self) -> None:
        """Load the page again."""
        self.driver.refresh()

    @property
    def address(self) -> str:
        """Where the reader is, below the site's root."""
        return self.driver.current_url.removeprefix(self.site)

    def wait(self, happens: Callable[[], object], what: str) -> None:
        """Wait until ``happens`` is true. Raises `TimeoutException`, which says ``what`` was expected."""

        def look(_: WebDriver) -> bool:
            try:
                return bool(happens())
            except (StaleElementReferenceException, ElementClickInterceptedException, ElementNotInteractableException):
                return False

        WebDriverWait(self.driver, PATIENCE).until(look, what)

    def sees(self, selector: str, text: str = "") -> bool:
        """Whether an element that ``selector`` names is shown and holds ``text``."""
        return any(
            text in shown for shown in self.driver.execute_script(f"{SHOWN}.map((e) => e.textContent)", selector)
        )

    def all(self, selector: str) -> list[WebElement]:
        """The elements that ``selector`` names and that are shown, once there is one."""
        self.wait(lambda: self._shown(selector), f"{selector} is shown")
        return self._shown(selector)

    def press(self, selector: str, number: int = 0) -> None:
        """Press a shown element, the first unless ``number`` says another (-1: the last)."""

        def pressed() -> bool:
            element = self.all(selector)[number]
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
            element.click()
            return True

        self.wait(pressed, f"{selector} can be pressed")

    def type(self, selector: str, text: str) -> None:
        """Type into a field."""
        self.all(selector)[0].send_keys(text)

    def enter(self, selector: str) -> None:
        """Press the Enter key in a field."""
        self.all(selector)[0].send_keys(Keys.ENTER)

    def _shown(self, selector: str) -> list[WebElement]:
        return self.driver.execute_script(SHOWN, selector)  # type: ignore[no-any-return]
