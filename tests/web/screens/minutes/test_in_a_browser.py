"""From the last gavel to what the public reads, as hands do it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core import clock
from tests.browser import Enter, browser, enter
from tests.meetings.evenings import FOUR, POOL, Evening
from tests.meetings.halls import Wall
from tests.served import Town
from tests.web.screens.street import faults, sideways
from tests.worlds import ANNA, BO, KLARA, PLANNED, Clients
from web.app import create_app

__all__ = ["browser", "enter"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
HERE = f"/meetings/{PLANNED}"
NUMBER = "19811218-9876"
BUSES = 10  # a motion
ANSWERS = {seat: "yes" if seat % 3 else "no" for seat in range(2, 22)}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The meeting is over; a private person is named in what it decided."""
    town, wall = Town(tmp_path), Wall()
    hall, _ = create_app(replace(town.config, rate_limits=False))
    hall.config["WTF_CSRF_ENABLED"] = False
    with clock.set_to(wall):
        evening = Evening(hall, Clients(hall), wall)
        evening.begin()
        evening.choose()
        evening.decide(POOL, f"att bygga simhallen efter brev från {NUMBER}.", ANSWERS)
        evening.decide(BUSES, "att avslå motionen.", ANSWERS)
        evening.end()
    hall.extensions["database"].close()
    hall.extensions["workers"].close()
    with town.served():
        yield town
    town.close()


def look_well(page: Page) -> None:
    assert (faults(page, colours=False), sideways(page)) == ([], 0)


def test_the_minutes_are_approved_reviewed_published_and_announced(
    town: Town, enter: Enter
) -> None:
    office = enter(KLARA, f"{HERE}/minutes/approval", width=1366, height=900, bypass_csp=True)
    look_well(office)
    with office.expect_navigation():
        office.get_by_role("button", name="Protokollet är klart att justera").click()
    for done, person in enumerate((ANNA, BO, FOUR), start=1):
        page = enter(person, f"{HERE}/minutes/approval", bypass_csp=True)
        look_well(page)
        page.get_by_role("link", name="Läs och justera").click()
        expect(page.get_by_role("article")).to_contain_text(NUMBER)
        look_well(page)
        page.get_by_role("button", name="Jag justerar protokollet").click()
        page.wait_for_url(re.compile("/approval$"))
        if done < 3:
            expect(office.locator("#approval")).to_have_text(f"{done} av 3 har justerat.")
    expect(office.locator(".banner").first).to_contain_text("Protokollet justerades")
    look_well(office)
    office.get_by_role("link", name="Granska 1 ställe med personuppgifter").click()
    look_well(office)
    with office.expect_navigation():
        office.get_by_role("button", name=f"Maskera {NUMBER}").click()
    expect(office.get_by_text("Alla förslag är granskade.")).to_be_visible()
    office.get_by_role("link", name="Justering").click()
    with office.expect_navigation():
        office.get_by_role("button", name="Publicera").click()
    with office.expect_navigation():
        office.get_by_role("button", name="Tillkännage på anslagstavlan").click()
    expect(office.get_by_text("Sista dag att överklaga är")).to_be_visible()
    look_well(office)
    stranger = enter(KLARA, f"{HERE}/minutes/published", width=820, bypass_csp=True)
    expect(stranger.get_by_role("article")).to_contain_text("efter brev från ████.")
    look_well(stranger)
    told = json.loads(town.person(KLARA).get(f"{HERE}/minutes/published/1.json")[1])
    assert told["is_masked"] is True


def test_the_verifiers_are_chosen_by_keyboard_alone(town: Town, enter: Enter) -> None:
    office = enter(KLARA, f"{HERE}/minutes/approval")
    office.get_by_text("Ändra", exact=True).focus()
    office.keyboard.press("Enter")
    place = office.get_by_label("Plats")
    place.fill("Rådhuset, rum 3")
    place.press("Enter")
    office.get_by_role("dialog").get_by_role("button").last.press("Enter")
    expect(office.get_by_text("Rådhuset, rum 3")).to_be_visible()


def test_what_is_marked_in_the_text_is_taken_to_be_hidden(town: Town, enter: Enter) -> None:
    office = enter(KLARA, f"{HERE}/minutes/approval")
    with office.expect_navigation():
        office.get_by_role("button", name="Protokollet är klart att justera").click()
    office.goto(f"{town.config.address}{HERE}/minutes/masks")
    office.locator("#public-text p", has_text="Stadshuset").dblclick(position={"x": 40, "y": 12})
    marked = office.evaluate("getSelection().toString().trim()")
    assert marked
    expect(office.get_by_label("Text att maskera")).to_have_value(marked)
