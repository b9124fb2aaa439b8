"""From the letter into the meeting, in a real browser: three presses, and a check."""

import pytest
from playwright.sync_api import expect

from councils.actions.links import make_link
from councils.backends import links
from councils.queries.access import faults_of
from tests.browser import Enter, browser, enter, town  # noqa: F401
from tests.served import Town
from tests.worlds import BO, DAN, KLARA, OPEN, PIA

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def address(town: Town, person: int) -> str:  # noqa: F811
    with town.database.writing() as session, session.begin():
        number = make_link(session, OPEN, person, by=None).id
    return f"/links/{links.address(town.config.secret, number)}"


def faults(town: Town) -> dict[int, list[str]]:  # noqa: F811
    with town.database.reading() as session:
        return faults_of(session, OPEN)


def test_three_presses_lead_from_the_link_into_the_meeting(
    town: Town,  # noqa: F811
    enter: Enter,  # noqa: F811
) -> None:
    page = enter(DAN, address(town, BO))  # a borrowed tablet: somebody else is still signed in
    expect(page.get_by_role("heading", level=1)).to_have_text("Välkommen, Bo")
    page.get_by_role("button", name="Anslut till sammanträdet").click()
    expect(page.locator("#check-vote")).to_contain_text("mottagen på")
    expect(page.locator("#check-line")).to_contain_text("bra")
    page.get_by_role("link", name="Gå in").click()
    page.wait_for_url(f"**/meetings/{OPEN}/member")
    page.wait_for_selector("html[data-wire=ok]")


def test_a_device_without_camera_is_told_what_to_do_and_let_in(
    town: Town,  # noqa: F811
    enter: Enter,  # noqa: F811
) -> None:
    page = enter(BO, f"/meetings/{OPEN}/check")
    verdict = "Något fungerar inte. Du kan gå in ändå."
    expect(page.get_by_role("heading", level=1, name=verdict, exact=True)).to_be_visible()
    expect(page.locator("#check-camera-fault")).to_be_visible()
    expect(page.get_by_role("button", name="Prova igen")).to_be_visible()
    page.get_by_role("link", name="Gå in ändå").click()
    page.wait_for_url(f"**/meetings/{OPEN}/member")
    for _ in range(50):  # the page tells while it is being left
        if faults(town) == {BO: ["camera", "microphone"]}:
            break
        page.wait_for_timeout(100)
    assert faults(town) == {BO: ["camera", "microphone"]}


def test_the_sound_is_asked_about(enter: Enter) -> None:  # noqa: F811
    page = enter(BO, f"/meetings/{OPEN}/check")
    page.get_by_role("button", name="Spela två toner").click()
    page.get_by_role("button", name="Nej").click()
    expect(page.locator("#check-sound")).to_contain_text("höj volymen")
    page.get_by_role("button", name="Spela igen").click()
    page.get_by_role("button", name="Ja, jag hörde").click()
    expect(page.locator("#check-sound")).to_contain_text("du hörde tonerna")


def test_the_office_gives_a_role_and_sees_it(enter: Enter) -> None:  # noqa: F811
    page = enter(KLARA, f"/people/{BO}", width=1366)
    page.get_by_label("Nytt uppdrag").select_option("teller")
    page.get_by_role("button", name="Ge uppdraget").click()
    expect(page.locator("section[aria-labelledby=roles] li").first).to_contain_text("Rösträknare")


def test_what_is_refused_is_said_on_the_page(enter: Enter) -> None:  # noqa: F811
    page = enter(KLARA, f"/people/{PIA}", width=1366)
    page.get_by_label("Nytt uppdrag").select_option("chair")
    page.get_by_role("button", name="Ge uppdraget").click()
    expect(page.get_by_text("Presidiet väljs bland ledamöterna").first).to_be_visible()
