"""Real pages in a real browser on a real server: a town, and people who walk into its meeting.

    def test_…(town: Town, enter: Enter) -> None:
        bo = enter(BO, "/meetings/1/member")  # a page on Bo's own device, signed in and connected

Import the fixtures in a conftest: `from tests.browser import browser, enter, town  # noqa: F401`.
Whatever a page complains of (a script that fails, a broken policy) fails the test.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.served import Town

PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")  # the first is the quickest
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS)), None)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--no-first-run"]
QUIET += ["--autoplay-policy=no-user-gesture-required"]
Enter = Callable[..., Page]


class Chromium:
    """One for everybody in a run: Playwright cannot be started twice in one thread."""

    def __init__(self) -> None:
        self._users = 0
        self._started: tuple[Playwright, Browser] | None = None

    def come(self) -> Browser:
        self._users += 1
        if self._started is None:
            playwright = sync_playwright().start()
            launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            self._started = playwright, launched
        return self._started[1]

    def go(self) -> None:
        self._users -= 1
        if self._users == 0 and self._started is not None:
            playwright, launched = self._started
            launched.close()
            playwright.stop()
            self._started = None


ONE = Chromium()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("No Chromium on this machine: pages cannot be looked at.")
    yield ONE.come()
    ONE.go()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Served while the test runs.  A test that needs more seats makes a town of its own."""
    town = Town(tmp_path)
    with town.served_at_once():
        yield town
    town.close()


@pytest.fixture
def enter(browser: Browser, town: Town) -> Iterator[Enter]:
    """`enter(person, path, width=390, height=844)`: each call is a device of its own."""
    devices: list[BrowserContext] = []
    complaints: list[str] = []

    def enter(person: int, path: str, *, width: int = 390, height: int = 844, **how: Any) -> Page:
        device = browser.new_context(
            locale="sv-SE", viewport={"width": width, "height": height}, **how
        )
        devices.append(device)
        device.on("weberror", lambda error: complaints.append(str(error.error)))
        device.on("console", lambda line: note(complaints, line.type, line.text))
        return arrive(device, town, person, path)

    yield enter
    for device in devices:
        device.close()
    assert complaints == []


def arrive(device: BrowserContext, town: Town, person: int, path: str) -> Page:
    """With the cookie of somebody who is signed in."""
    name, _, value = town.papers(person)[0].partition("=")
    device.add_cookies([{"name": name, "value": value, "url": town.config.address}])
    page = device.new_page()
    page.goto(f"{town.config.address}{path}")
    if page.locator("body[data-meeting]:not([data-audience=public])").count():
        page.wait_for_selector("html[data-wire=ok]")
    return page


def note(complaints: list[str], kind: str, text: str) -> None:
    """A net that is gone, and an answer that says no, are not faults of the page."""
    if kind == "error" and "Failed to load resource" not in text and "WebSocket" not in text:
        complaints.append(text)
