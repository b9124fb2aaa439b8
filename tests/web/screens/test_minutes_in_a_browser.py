"""The clerk's own words in the minutes, as hands write them."""

import pytest
from playwright.sync_api import expect

from tests.browser import Enter
from tests.meetings.minutes.facts import evening, sealed
from tests.served import Town
from tests.worlds import KLARA, OPEN

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_clerks_text_is_stored_and_stands_there_when_the_page_is_read_again(
    town: Town, enter: Enter
) -> None:
    with town.database.writing() as session, session.begin():
        session.add_all(sealed(evening()))
    klara = enter(KLARA, f"/meetings/{OPEN}/minutes", width=1366, height=900)
    place = klara.locator(".minutes-editor").first
    place.locator("summary").click()
    place.locator("textarea").fill("Parentation hålls.\n\nEn tyst minut.")
    with klara.expect_navigation():
        place.locator("button").click()
    expect(place.locator("textarea")).to_have_value("Parentation hålls.\n\nEn tyst minut.")
    klara.locator("a", has_text="Till sammanträdet").click()
    klara.wait_for_url(f"**/meetings/{OPEN}")
