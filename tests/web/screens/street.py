"""Somebody in the street with a browser: no sign-in, no account, any size of screen.

Whatever a page complains of fails the test.
"""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.assets.showcase import ROOT
from tests.browser import note
from tests.served import Town
from tests.worlds import OPEN

AXE = ROOT / "node_modules/axe-core/axe.min.js"
Look = Callable[..., Page]
Act = Callable[..., dict[str, Any]]


@pytest.fixture
def look(browser: Browser, town: Town) -> Iterator[Look]:
    """`look(path, width=390, height=844)`: each call is a device of its own."""
    devices: list[BrowserContext] = []
    complaints: list[str] = []

    def look(path: str, *, width: int = 390, height: int = 844, **how: Any) -> Page:
        device = browser.new_context(viewport={"width": width, "height": height}, **how)
        devices.append(device)
        device.on("weberror", lambda error: complaints.append(str(error.error)))
        device.on("console", lambda line: note(complaints, line.type, line.text))
        page = device.new_page()
        page.goto(f"{town.config.address}{path}")
        page.wait_for_load_state("load")
        return page

    yield look
    for device in devices:
        device.close()
    assert complaints == []


@pytest.fixture
def act(town: Town) -> Act:
    """What those in the meeting do meanwhile."""
    keys = count()

    def act(by: int, method: str, path: str, /, **form: Any) -> dict[str, Any]:
        url, key = f"/meetings/{OPEN}{path}", f"meanwhile-{next(keys)}"
        status, said = town.person(by).act(method, url, key, **form)
        assert status == 200, said
        return said

    return act


def faults(page: Page, *, colours: bool = True) -> list[tuple[str, str]]:
    """What axe finds, and what it could not decide.  Open the page with `bypass_csp=True`.

    It cannot tell what lies behind a text in a picture: `tests/assets/test_contrast.py` does.  With
    forced colours (`colours=False`) the reader's own hold.
    """
    page.add_script_tag(path=AXE)
    rules = {"rules": {"color-contrast": {"enabled": colours}}}
    found = page.evaluate("rules => axe.run(rules)", rules)
    undecided = [
        fault | {"nodes": nodes}
        for fault in found["incomplete"]
        if (nodes := [node for node in fault["nodes"] if not node["html"].startswith("<text ")])
    ]
    faults = [*found["violations"], *undecided]
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]


def sideways(page: Page) -> int:
    found = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return int(found)
