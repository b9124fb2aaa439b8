"""The real member's page on a real server: a vote cast without net is registered once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from core import log
from tests.served import Town
from tests.web.wire.conftest import connected
from tests.worlds import BO, OPEN
from voting.models import Ballot

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    with town.served_at_once():
        yield town
    town.close()


def page_of(town: Town, device: BrowserContext, person: int, path: str) -> Page:
    name, value = town.papers(person)[0].split("=", 1)
    device.add_cookies([{"name": name, "value": value, "url": town.config.address}])
    page = device.new_page()
    page.goto(f"{town.config.address}/meetings/{OPEN}/{path}")
    connected(page)
    return page


def ballots(town: Town) -> list[tuple[int, str]]:
    with town.database.reading() as session:
        rows = [(row.seat, row.choice) for row in session.scalars(select(Ballot))]
        cast = [entry for entry in log.read(session, OPEN) if entry.kind == "vote.ballot_cast"]
    assert len(cast) == len(rows)
    return rows


def test_a_members_vote_without_net_is_registered_once(
    town: Town, devices: Callable[[], BrowserContext]
) -> None:
    town.open_vote()
    page = page_of(town, devices(), BO, "member")
    page.context.set_offline(True)
    page.locator("button.vote--yes").click()
    receipt = page.locator(".status-line:visible").first
    expect(receipt).to_contain_text("Inget nät. JA är sparat här och skickas automatiskt.")
    assert ballots(town) == []
    page.context.set_offline(False)
    expect(receipt).to_contain_text("JA registrerat", timeout=4000)
    expect(page.locator("button.vote--yes")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator(".status-line:visible").first).to_contain_text("JA registrerat")
    page.wait_for_timeout(2500)
    assert ballots(town) == [(3, "yes")]
