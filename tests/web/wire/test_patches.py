"""What comes over the wire is put on the page, and nothing is taken out of anybody's hands."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.wire.conftest import Lab, connected

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_what_is_said_stands_on_every_page_without_a_press(
    lab: Lab, page: Page, devices: Callable[[], BrowserContext]
) -> None:
    other = devices().new_page()
    other.goto(lab.url("/in/3"))
    connected(other)
    lab.control("say", "hej")
    for one in (page, other):
        expect(one.locator("#said-1")).to_have_text("hej")
        expect(one.locator("#counter")).to_have_text("1 ord")


def test_what_somebody_is_writing_is_left_alone(lab: Lab, page: Page) -> None:
    page.fill("#note", "halvfärdig mening")
    lab.control("say", "ett")
    expect(page.locator("#said-1")).to_have_text("ett")
    expect(page.locator("#note")).to_be_focused()
    expect(page.locator("#note")).to_have_value("halvfärdig mening")
    page.locator("#counter").focus()
    lab.control("say", "två")
    expect(page.locator("#said-2")).to_have_text("två")
    expect(page.locator("#note")).to_have_value("halvfärdig mening")


def test_focus_stays_open_things_stay_open_and_a_pressed_button_gets_its_new_words(
    lab: Lab, page: Page
) -> None:
    page.click("#more summary")
    page.locator("#counter").focus()
    lab.control("say", "ett")
    expect(page.locator("#counter")).to_have_text("1 ord")
    expect(page.locator("#counter")).to_be_focused()
    expect(page.locator("#more")).to_have_attribute("open", "")


def test_when_the_focused_thing_is_gone_focus_goes_to_the_heading(lab: Lab, page: Page) -> None:
    page.locator("#vanishing").focus()
    lab.control("say", "stäng")
    expect(page.locator("#board-title")).to_be_focused()


def test_seats_follow_without_being_drawn_again(lab: Lab, page: Page) -> None:
    page.click("#vote-yes")
    expect(page.locator("[data-seat='1']")).to_have_attribute("data-vote", "x")
    expect(page.locator("[data-seat='0']")).to_have_attribute("data-vote", ".")


def test_you_are_marked_in_your_own_browser(page: Page) -> None:
    expect(page.locator("[data-person='2'][data-own]")).to_have_id("two")
    assert page.locator("[data-own]").count() == 1


def test_clocks_run_by_the_servers_time(lab: Lab, page: Page) -> None:
    lab.control("say", "start")
    expect(page.locator("#clock")).to_have_text(re.compile(r"0:5\d"))
    expect(page.locator("#until")).to_have_text("0")


def test_a_text_is_told_once_and_what_was_there_from_the_start_is_not(
    lab: Lab, page: Page, devices: Callable[[], BrowserContext]
) -> None:
    lab.control("say", "hej")
    expect(page.locator("#say")).to_have_text("hej är sagt")
    page.evaluate("document.getElementById('say').textContent = ''")
    page.click("#vote-yes")
    expect(page.locator("#receipt .status-text")).to_contain_text("registrerat")
    expect(page.locator("#say")).to_contain_text("JA registrerat")
    assert "hej" not in page.locator("#say").inner_text()
    lab.control("say", "obs")
    expect(page.locator("#say-now")).to_have_text("obs är sagt")
    late = devices().new_page()
    late.goto(lab.url("/in/3"))
    connected(late)
    late.wait_for_timeout(800)
    assert late.locator("#say-now").inner_text() == ""
