"""A button that has just changed under the finger does nothing but what was read on it."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from meetings.models import Speech
from tests.browser import Enter
from tests.served import Town
from tests.worlds import ANNA, BO, OPEN

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEXT = "#next-act-button"


def speakers(town: Town) -> list[int]:
    with town.database.reading() as session:
        return list(session.scalars(select(Speech.person_id).order_by(Speech.id)))


def press_the_second_time(page: Page) -> None:
    """As the later half of a double press, wherever the first one fell."""
    page.locator(NEXT).hover()
    page.mouse.down(click_count=2)
    page.mouse.up(click_count=2)


def test_a_double_press_gives_the_floor_once(enter: Enter, town: Town) -> None:
    for person in (4, BO):
        form = {"item": 3, "kind": "speech"}
        town.person(person).act("POST", f"/meetings/{OPEN}/requests", f"ask-{person}", **form)
    chair = enter(ANNA, f"/meetings/{OPEN}/chair", width=1366, height=768)
    chair.click(NEXT)
    expect(chair.locator(NEXT)).to_contain_text("Ge ordet till Bo Bok")
    press_the_second_time(chair)
    chair.wait_for_timeout(300)
    assert speakers(town) == [4]
    chair.click(NEXT)
    expect(chair.locator(NEXT)).to_contain_text("Avsluta anförandet")
    assert speakers(town) == [4, BO]


def test_a_closed_meeting_counts_nobody_and_leads_to_the_minutes(enter: Enter, town: Town) -> None:
    anna = town.person(ANNA)
    for number, url in enumerate(("items/3/closing", "closure")):
        form = {"confirmed": "1"}
        status, said = anna.act("PUT", f"/meetings/{OPEN}/{url}", f"end-{number}", **form)
        assert status == 200, said
    chair = enter(ANNA, f"/meetings/{OPEN}/chair", width=1366, height=768)
    head = chair.locator("#head").inner_text().split("\n")
    assert [line for line in head if line] == ["14 december 2026", "Kommunfullmäktige"]
    chair.get_by_role("link", name="Öppna protokollet").click()
    expect(chair).to_have_title("Protokoll")
