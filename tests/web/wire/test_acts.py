"""A press becomes an act that is stored once, and the page says how it goes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.wire.conftest import Lab, connected

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TIME = r"\d\d\.\d\d\.\d\d"


def test_a_vote_is_told_sent_and_stored_and_a_reload_shows_the_receipt(
    lab: Lab, page: Page
) -> None:
    receipt = page.locator("#receipt")
    page.click("#vote-yes")
    expect(receipt).to_have_attribute("data-kind", "ok")
    expect(receipt.locator(".status-text")).to_have_text(
        re.compile(rf"^JA registrerat {TIME}\. Du kan ändra dig\.$")
    )
    expect(page.locator("#vote-yes")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#mine")).to_have_text("Min röst är yes")
    expect(page.locator("#none")).to_be_hidden()
    said = receipt.locator(".status-text").inner_text()
    page.reload()
    expect(receipt.locator(".status-text")).to_have_text(said)
    expect(page.locator("#vote-yes")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#vote-no")).to_have_attribute("aria-pressed", "false")
    assert lab.said == [{"person": 2, "choice": "yes"}]


def test_a_receipt_survives_what_others_do(
    lab: Lab, page: Page, devices: Callable[[], BrowserContext]
) -> None:
    other = devices().new_page()
    other.goto(lab.url("/in/3"))
    connected(other)
    page.click("#vote-no")
    expect(page.locator("#receipt .status-text")).to_contain_text("NEJ registrerat")
    other.click("#vote-yes")
    expect(page.locator("#board")).to_contain_text("2 har svarat")
    expect(page.locator("#receipt .status-text")).to_contain_text("NEJ registrerat")
    expect(page.locator("#vote-no")).to_have_attribute("aria-pressed", "true")


def test_a_vote_changed_on_another_device_is_what_this_one_shows(
    lab: Lab, page: Page, devices: Callable[[], BrowserContext]
) -> None:
    phone = devices().new_page()
    phone.goto(lab.url("/in/2"))
    connected(phone)
    page.click("#vote-no")
    expect(phone.locator("#receipt .status-text")).to_contain_text("NEJ registrerat")
    phone.click("#vote-abstain")
    expect(page.locator("#receipt .status-text")).to_contain_text("AVSTÅR registrerat")
    expect(page.locator("#vote-abstain")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#vote-no")).to_have_attribute("aria-pressed", "false")


def test_an_impatient_finger_is_one_act(lab: Lab, page: Page) -> None:
    lab.control("trouble", "fail", 1)
    page.fill("#words", "hej")
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(page.locator("#said li")).to_have_text(["hej"])
    expect(page.locator("#words")).to_have_value("")
    assert len(set(lab.control("log")["asked"])) == 1


def test_a_server_that_has_no_room_is_asked_again_with_the_same_key(lab: Lab, page: Page) -> None:
    lab.control("trouble", "fail", 2)
    page.click("#vote-yes")
    expect(page.locator("#vote-yes")).to_have_attribute("data-state", "sending")
    expect(page.locator("#receipt .status-text")).to_contain_text("JA registrerat")
    asked = lab.control("log")["asked"]
    assert (len(asked), len(set(asked))) == (3, 1)
    assert lab.said == [{"person": 2, "choice": "yes"}]


def test_a_no_is_final_and_said_in_the_servers_words(lab: Lab, page: Page) -> None:
    page.click("#late")
    expect(page.locator("#act-note")).to_have_text("Mötet har gått vidare. Se knappen igen.")
    expect(page.locator("#act-note")).to_have_attribute("data-kind", "error")
    expect(page.locator("#say-now")).to_contain_text("Mötet har gått vidare.")
    page.fill("#words", "nästa går bra")
    page.click("#send")
    expect(page.locator("#said-1")).to_have_text("nästa går bra")
    assert len(lab.control("log")["asked"]) == 2


def test_a_consequence_is_said_first_and_the_button_repeats_the_act(lab: Lab, page: Page) -> None:
    page.click("#sure")
    dialog = page.locator("#ask")
    expect(dialog).to_contain_text("Detta kan inte ångras.")
    expect(dialog.get_by_text("Avbryt")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert lab.said == []
    page.click("#sure")
    dialog.get_by_role("button", name="Avsluta sammanträdet").click()
    expect(page.locator("#said-1")).to_have_text("säkert")


def test_what_somebody_types_is_sent_as_it_was_typed(lab: Lab, page: Page) -> None:
    page.click("#vote-yes")
    expect(page.locator("#mine")).to_be_visible()
    page.fill("#words", "{vote.choice} är <b>fel</b> & 100 % å")
    page.click("#send")
    expect(page.locator("#said-1")).to_have_text("{vote.choice} är <b>fel</b> & 100 % å")


def test_a_form_may_ask_before_anything_is_sent(lab: Lab, page: Page) -> None:
    page.click("#asked")
    page.locator("#ask").get_by_text("Avbryt").click()
    assert lab.control("log")["asked"] == []
    page.click("#asked")
    page.locator("#ask").get_by_role("button", name="Säg det").click()
    expect(page.locator("#said-1")).to_have_text("frågat")


def test_a_delayed_act_can_be_taken_back_by_pressing_again(lab: Lab, page: Page) -> None:
    page.click("#delayed")
    expect(page.locator("#delayed")).to_have_attribute("aria-busy", "true")
    page.click("#delayed")
    page.wait_for_timeout(1300)
    assert lab.said == []
    page.click("#delayed")
    expect(page.locator("#said-1")).to_have_text("fördröjt")


def test_a_greyed_button_says_why(page: Page) -> None:
    page.locator("#grey").click(force=True)
    expect(page.locator("#act-note")).to_have_text("Inte nu.")
    expect(page.locator("#say")).to_have_text("Inte nu.")


def test_a_dialog_shuts_when_its_act_is_stored_and_gives_back_the_focus(page: Page) -> None:
    page.click("#opener")
    expect(page.locator("#box")).to_be_visible()
    page.click("#inbox")
    expect(page.locator("#box")).to_be_hidden()
    expect(page.locator("#opener")).to_be_focused()
    expect(page.locator("#said-1")).to_have_text("i rutan")


def test_keys_press_guarded_ones_only_point_and_all_can_be_turned_off(lab: Lab, page: Page) -> None:
    page.keyboard.press("n")
    expect(page.locator("#said-1")).to_have_text("n")
    page.keyboard.press("g")
    expect(page.locator("#gavel")).to_be_focused()
    expect(page.locator("#say-now")).to_contain_text("Tryck Enter.")
    assert [row["words"] for row in lab.said] == ["n"]
    page.keyboard.press("Enter")
    expect(page.locator("#said-2")).to_have_text("g")
    page.locator("#words").press("n")
    page.click("#keys")
    expect(page.locator("#keys")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("n")
    page.wait_for_timeout(300)
    assert [row["words"] for row in lab.said] == ["n", "g"]
