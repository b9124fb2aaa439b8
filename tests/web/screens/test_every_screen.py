"""Every screen at every width: nothing that axe objects to, nothing that scrolls sideways."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from core import clock
from tests.served import Town
from tests.web.screens.looking import faults, opened
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, PLANNED

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCREENS = [
    (ANNA, f"/meetings/{OPEN}/chair"),
    (KLARA, f"/meetings/{OPEN}/clerk"),
    (KLARA, f"/meetings/{PLANNED}/clerk"),
    (KLARA, f"/meetings/{OPEN}/seats/3/correction"),
    (KLARA, f"/meetings/{OPEN}/evidence"),
    (KLARA, f"/meetings/{OPEN}/register"),
    (KLARA, f"/meetings/{PLANNED}/summons/called"),
    (PIA, f"/meetings/{OPEN}/support"),
    (KLARA, f"/meetings/{OPEN}/support"),
    (KLARA, f"/meetings/{PLANNED}/agenda"),
    (KLARA, f"/meetings/{OPEN}/access"),
    (KLARA, f"/meetings/{OPEN}/minutes"),
    (KLARA, f"/meetings/{OPEN}/minutes/approval"),
    (KLARA, f"/meetings/{OPEN}/minutes/masks"),
    (KLARA, "/councils/1"),
    (KLARA, "/councils/1/procedures"),
    (KLARA, "/councils/1/procedures/checklist"),
    (KLARA, "/"),
    (KLARA, "/counting"),
    (KLARA, f"/meetings/{OPEN}/tellers"),
    (0, "/secret-vote"),
    (KLARA, "/counting/proportional"),
    (KLARA, "/counting/persons"),
    (BO, f"/meetings/{OPEN}/prepare"),
    (BO, f"/meetings/{OPEN}/check"),
    (BO, f"/meetings/{OPEN}/remote"),
    (KLARA, f"/meetings/{OPEN}/remote"),
    (0, f"/meetings/{OPEN}/hall"),
    (0, f"/meetings/{OPEN}/live"),
    (0, f"/meetings/{OPEN}"),
    (0, f"/meetings/{OPEN}/summons"),
    (0, f"/meetings/{OPEN}/sign-ins"),
    (0, "/councils/1/archive"),
    (0, "/councils/1/matters"),
    (0, "/councils/1/board"),
    (0, "/councils/1/board/1"),
    (KLARA, "/councils/1/board/record"),
    (KLARA, f"/meetings/{PLANNED}/summons"),
    (0, "/"),
]


class Evening:
    """A debate with a queue, a reply's worth of proposals, and later an open vote."""

    def __init__(self, town: Town) -> None:
        self.town, self.count = town, 0

    def act(self, person: int, method: str, path: str, **form: Any) -> None:
        self.count += 1
        url = f"/meetings/{OPEN}{path}"
        status, answer = self.town.person(person).act(method, url, f"look-{self.count}", **form)
        assert status == 200, answer

    def debate(self) -> None:
        for person in (4, 5, 7):
            self.act(person, "POST", "/requests", item=3, kind="speech")
        self.act(ANNA, "PUT", "/requests/1/floor")
        board = {"kind": "adopt", "text": "Simhallen byggs", "proposer": "kommunstyrelsen"}
        self.act(KLARA, "POST", "/items/3/proposals", **board)
        self.act(BO, "POST", "/items/3/proposals", kind="reject", text="Avslag på förslaget")
        self.act(11, "POST", "/help-calls", reason="Jag hör inget")

    def vote(self) -> None:
        before = {"step": "proposals", "before": "debate", "confirmed": 1}
        self.act(ANNA, "PUT", "/items/3/step", **before)
        self.act(ANNA, "POST", "/items/3/acclamations")
        self.act(BO, "POST", "/items/3/division-demands")
        self.act(ANNA, "POST", "/votes", item=3, confirmed=1, reason="Prov")
        for person in (2, 4, 5, 7):
            self.act(person, "PUT", "/votes/1/ballot", choice="yes")

    def result(self) -> None:
        self.act(ANNA, "PUT", "/votes/1/closing", confirmed=1)
        clock_has_run(self.town)


def clock_has_run(town: Town) -> None:
    """The countdown runs on the server; wait until it has closed the vote."""
    for _ in range(200):
        status, _page = town.person(BO).get(f"/meetings/{OPEN}/votes/1.json")
        if status == 200:
            return
        time.sleep(0.1)
    raise AssertionError(f"The vote was never closed ({clock.now()}).")


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    town = Town(tmp_path_factory.mktemp("town"), seats=61)
    with town.served_at_once(KLUBBA_RATE_LIMITS="no"):
        yield Evening(town)
    town.close()


@pytest.fixture
def devices(browser: Browser) -> Iterator[dict[int, BrowserContext]]:
    """One for each person, and one (0) for whoever is not signed in."""
    people = {person for person, _path in SCREENS}
    found = {person: browser.new_context(locale="sv-SE", bypass_csp=True) for person in people}
    yield found
    for device in found.values():
        device.close()


@pytest.mark.timeout(600)
def test_no_screen_at_any_width_has_a_fault(
    evening: Evening, devices: dict[int, BrowserContext]
) -> None:
    evening.debate()
    faulty, moving = {}, []
    for who, path in SCREENS:
        page = opened(evening.town, devices[who], who, path)
        if found := faults(page):
            faulty[path] = found
        if path.endswith(("/chair", "/hall", "/live", "/clerk")):
            moving.append((path, page))
        else:
            page.close()  # what is open is drawn again whenever something happens
    assert faulty == {}
    evening.vote()
    faulty = {path: found for path, page in moving if (found := faults(page))}
    assert faulty == {}
    evening.result()
    result = opened(evening.town, devices[0], 0, f"/meetings/{OPEN}/votes/1")
    assert faults(result) == []
