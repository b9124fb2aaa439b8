"""The net goes and comes: nothing is lost or done twice, and the page is honest about it."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.web.wire.conftest import Lab, connected

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_vote_cast_without_net_is_registered_once_when_the_net_is_back(
    lab: Lab, page: Page
) -> None:
    page.context.set_offline(True)
    expect(page.locator("#line")).to_have_attribute("data-state", "again", timeout=1000)
    page.click("#vote-yes")
    expect(page.locator("#receipt")).to_have_attribute("data-kind", "warn")
    expect(page.locator("#receipt .status-text")).to_have_text(
        "Inget nät. JA är sparat här och skickas automatiskt."
    )
    assert lab.said == []
    page.context.set_offline(False)
    expect(page.locator("#receipt .status-text")).to_contain_text("JA registrerat", timeout=3000)
    expect(page.locator("#line")).to_have_attribute("data-state", "ok", timeout=3000)
    page.wait_for_timeout(2500)
    assert lab.said == [{"person": 2, "choice": "yes"}]


def test_a_newer_vote_takes_the_place_of_the_one_that_waits(lab: Lab, page: Page) -> None:
    page.context.set_offline(True)
    page.click("#vote-yes")
    page.click("#vote-no")
    expect(page.locator("#vote-no")).to_have_attribute("data-state", "sending")
    expect(page.locator("#vote-yes")).to_have_attribute("aria-pressed", "false")
    page.context.set_offline(False)
    expect(page.locator("#receipt .status-text")).to_contain_text("NEJ registrerat")
    assert lab.said == [{"person": 2, "choice": "no"}]


def test_a_page_that_is_closed_without_net_sends_when_it_is_opened_again(
    lab: Lab, page: Page
) -> None:
    context = page.context
    context.set_offline(True)
    page.click("#vote-yes")
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(lab.url("/page"))
    expect(page.locator("#receipt .status-text")).to_contain_text("JA registrerat")
    assert lab.said == [{"person": 2, "choice": "yes"}]


def test_on_a_borrowed_device_nobody_sends_what_another_pressed(lab: Lab, page: Page) -> None:
    context = page.context
    context.set_offline(True)
    expect(page.locator("#line")).to_have_attribute("data-state", "again", timeout=1000)
    page.click("#vote-yes")
    expect(page.locator("#receipt")).to_have_attribute("data-kind", "warn")
    page.evaluate("() => { window.fetch = () => new Promise(() => {}); }")  # it lives on a moment
    page.close()
    page = context.new_page()
    context.set_offline(False)
    page.goto(lab.url("/in/3"))
    connected(page)
    page.wait_for_timeout(1000)
    assert lab.said == []
    page.goto(lab.url("/in/2"))
    expect(page.locator("#receipt .status-text")).to_contain_text("JA registrerat")
    assert lab.said == [{"person": 2, "choice": "yes"}]


def test_a_receipt_that_was_lost_on_the_way_does_not_double_the_vote(lab: Lab, page: Page) -> None:
    lost = []

    def carried_out_but_not_told(route: object) -> None:
        lost.append(route.fetch().status)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/choice", carried_out_but_not_told, times=1)
    page.click("#vote-yes")
    expect(page.locator("#receipt .status-text")).to_contain_text("JA registrerat")
    assert lost == [200]
    assert lab.said == [{"person": 2, "choice": "yes"}]
    assert len(lab.control("log")["asked"]) == 2


def test_what_happened_meanwhile_is_there_when_the_net_is_back(lab: Lab, page: Page) -> None:
    page.context.set_offline(True)
    for words in ("ett", "två", "tre"):
        lab.control("say", words)
    page.wait_for_timeout(500)
    expect(page.locator("#said li")).to_have_count(0)
    catch_ups: list[str] = []
    page.on("request", lambda asked: catch_ups.append(asked.url) if "/panels/" in asked.url else 0)
    page.context.set_offline(False)
    expect(page.locator("#said li")).to_have_text(["ett", "två", "tre"], timeout=3000)
    page.wait_for_timeout(1500)
    assert len(catch_ups) == 1


def test_a_restart_is_a_short_word_and_nothing_more(lab: Lab, page: Page) -> None:
    lab.stop()
    expect(page.locator("#line")).to_have_attribute("data-state", "again", timeout=2000)
    expect(page.locator("#silent")).to_be_visible()
    page.click("#vote-yes")
    lab.start()
    began = time.monotonic()
    expect(page.locator("#receipt .status-text")).to_contain_text("JA registrerat", timeout=6000)
    expect(page.locator("#line")).to_have_attribute("data-state", "ok", timeout=6000)
    assert time.monotonic() - began < 5
    expect(page.locator("#silent")).to_be_hidden()
    assert lab.said == [{"person": 2, "choice": "yes"}]


def test_a_wire_that_falls_silent_is_told_within_eight_seconds(lab: Lab, page: Page) -> None:
    lab.control("trouble", "silent", 1)
    page.evaluate("""() => { const told = document.documentElement.dataset; told.states = "";
        document.addEventListener("klubba:line", (event) => { told.states += event.detail; }); }""")
    html = page.locator("html")
    expect(html).to_have_attribute("data-states", re.compile("^again"), timeout=9000)
    expect(html).to_have_attribute("data-states", re.compile("^againok"))


def test_one_who_may_not_look_any_more_is_told_so(lab: Lab, page: Page) -> None:
    lab.control("drop", 2)
    words = "Den här sidan visas inte för dig"
    expect(page.locator("#act-note")).to_contain_text(words, timeout=5000)
    expect(page.locator("#line")).to_have_attribute("data-state", "away")
    lab.control("say", "hemligt")
    page.wait_for_timeout(9000)
    expect(page.locator("#said li")).to_have_count(0)
    expect(page.locator("#act-note")).to_be_visible()


def test_two_devices_of_one_person_do_not_send_each_others_acts_twice(
    lab: Lab, devices: Callable[[], BrowserContext]
) -> None:
    context = devices()
    first = context.new_page()
    first.goto(lab.url("/in/2"))
    connected(first)
    context.set_offline(True)
    first.click("#vote-yes")
    context.set_offline(False)
    second = context.new_page()
    second.goto(lab.url("/page"))
    for one in (first, second):
        expect(one.locator("#receipt .status-text")).to_contain_text("JA registrerat")
    assert lab.said == [{"person": 2, "choice": "yes"}]
