"""A browser in the lab: pages that can be made to lose their net."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import browser
from tests.contracts.wires import fetched, free_port, wait_for
from tests.nursery import Child, nursery

__all__ = ["browser"]


class Lab:
    """The server of the lab: can be stopped and started again on the same database."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._environ = os.environ | {"LAB_DATABASE": f"sqlite:///{folder}/lab.db"}
        self._server: Child | None = None

    def start(self) -> None:
        run = nursery().run
        self._server = run("tests.web.wire.lab", str(self.port), environ=self._environ)
        wait_for(self.port)

    def stop(self) -> None:
        if self._server:
            self._server.send_signal(signal.SIGKILL)
            self._server.wait(15)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def control(self, *path: object) -> Any:
        where = "/".join(quote(str(part)) for part in path)
        return json.loads(fetched(self.port, f"/control/{where}"))

    @property
    def said(self) -> list[dict[str, Any]]:
        return list(self.control("log")["log"])


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    lab = Lab(tmp_path)
    lab.start()
    yield lab
    lab.stop()


@pytest.fixture
def devices(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """One person's devices; whatever a page complains of fails the test."""
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def device() -> BrowserContext:
        context = browser.new_context(locale="sv-SE")
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on("console", lambda line: _note(complaints, line.type, line.text))
        opened.append(context)
        return context

    yield device
    for context in opened:
        context.close()
    assert complaints == []


def _note(complaints: list[str], kind: str, text: str) -> None:
    """A net that is gone, and an answer that says no, are not faults of the page."""
    if kind == "error" and "Failed to load resource" not in text and "WebSocket" not in text:
        complaints.append(text)


@pytest.fixture
def page(lab: Lab, devices: Callable[[], BrowserContext]) -> Page:
    """Person 2, on the lab's page, connected."""
    page = devices().new_page()
    page.goto(lab.url("/in/2"))
    connected(page)
    return page


def connected(page: Page) -> None:
    page.wait_for_selector("html[data-wire=ok]")
