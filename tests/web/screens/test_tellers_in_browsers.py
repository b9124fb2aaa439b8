"""Three tellers in three browsers make a key, read the words, lose a device, and forget it all."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from core import clock
from tests.assets.showcase import ROOT
from tests.browser import Enter
from tests.served import Town
from tests.worlds import ANNA, BEA, BO, OPEN
from voting.ballot.group import BELENIOS_2048
from voting.ballot.trustees import read_trustees
from voting.models import KeyCeremony, Teller, TrusteeSeat

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TELLERS = (ANNA, BEA, BO)
AXE = ROOT / "node_modules/axe-core/axe.min.js"
SLOWLY = 60_000  # milliseconds: the machine has other things to do


def begin(town: Town) -> None:
    """As the chair does it, when everything is built that the key opens."""
    with town.database.writing() as session, session.begin():
        made = KeyCeremony(meeting_id=OPEN, group_name=BELENIOS_2048.name, threshold=2)
        made.started_at, made.started_by = clock.now(), ANNA
        session.add(made)
        session.flush()
        for seat, person in enumerate(TELLERS, start=1):
            session.add(Teller(meeting_id=OPEN, seat=seat, person_id=person))
            session.add(TrusteeSeat(ceremony_id=made.id, seat=seat, person_id=person))


def step(page: Page, name: str) -> None:
    expect(page.locator(f'[data-step="{name}"]')).to_be_visible(timeout=SLOWLY)


def words(page: Page) -> list[str]:
    expect(page.locator("#words li")).to_have_count(4, timeout=SLOWLY)
    return page.locator("#words li").all_inner_texts()


@pytest.mark.timeout(300)
def test_three_browsers_make_a_key_that_two_of_them_can_use(town: Town, enter: Enter) -> None:
    begin(town)
    devices = {person: enter(person, f"/meetings/{OPEN}/teller") for person in TELLERS}
    for page in devices.values():
        step(page, "start")
        page.get_by_role("button", name="Jag är rösträknare").press("Enter")
    assert len({tuple(words(page)) for page in devices.values()}) == 1
    for page in devices.values():
        page.get_by_role("button", name="Orden stämmer", exact=True).press("Enter")
    for page in devices.values():
        step(page, "ready")
    with town.database.reading() as session:
        [made] = session.scalars(select(KeyCeremony))
    [held] = read_trustees(BELENIOS_2048, f"[{made.tellers}]").sharers
    assert (held.threshold, len(held.public_keys)) == (2, 3)
    anna, bea = devices[ANNA], devices[BEA]
    devices[BO].context.close()
    yellow = "2 av 3 rösträknare svarar. 2 behövs, så urnan går att öppna."
    expect(anna.get_by_text(yellow)).to_be_visible(timeout=SLOWLY)
    bea.reload()
    step(bea, "ready")
    step(enter(BEA, f"/meetings/{OPEN}/teller"), "elsewhere")
    for page in (anna, bea):
        page.get_by_role("button", name="Radera min nyckel").click()
        page.locator("#yes").click()
        step(page, "deleted")
    bea.reload()
    step(bea, "deleted")


def test_no_step_of_the_page_has_a_fault(town: Town, enter: Enter) -> None:
    begin(town)
    page = enter(BO, f"/meetings/{OPEN}/teller", bypass_csp=True)
    step(page, "start")
    page.add_script_tag(path=AXE)
    steps = page.evaluate(
        "[...document.querySelectorAll('[data-step]')].map(it => it.dataset.step)"
    )
    for name in steps:
        page.evaluate(
            "name => document.querySelectorAll('[data-step]').forEach("
            "it => { it.hidden = it.dataset.step !== name; })",
            name,
        )
        found = page.evaluate("axe.run().then(it => it.violations.map(one => one.id))")
        assert (name, found) == (name, [])
