"""In a real browser on a real server: to the floor, and through a vote without net."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from core import log
from tests.browser import Enter
from tests.served import Town
from tests.voting.chambers import QUESTION
from tests.web.screens.member.conftest import Act
from tests.worlds import ANNA, BO, OPEN
from voting.models import Ballot

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MEMBER = f"/meetings/{OPEN}/member"
FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"
PLACES = """() => [...document.querySelectorAll("#vote .vote")].map(it => {
  const box = it.getBoundingClientRect();
  return [box.x, box.y + scrollY, box.width, box.height]; })"""


def open_vote(act: Act) -> int:
    return int(act(ANNA, "POST", "/votes", item=3, **QUESTION)["made"])


def ballots(town: Town, vote: int) -> list[tuple[int, str]]:
    with town.database.reading() as session:
        rows = session.scalars(select(Ballot).where(Ballot.vote_id == vote).order_by(Ballot.seat))
        return [(row.seat, row.choice) for row in rows]


def cast(town: Town) -> list[str]:
    with town.database.reading() as session:
        entries = log.read(session, OPEN)
    return [one.payload["choice"] for one in entries if one.kind == "vote.ballot_cast"]


def test_to_the_floor_and_back_with_one_press_each(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    act(4, "POST", "/requests", item=3, kind="speech")
    bo.get_by_role("button", name="Begär ordet").press("Enter")
    placed = bo.get_by_role("button", name="Du är nummer 2 i kön – tryck för att ångra")
    expect(placed).to_be_focused()  # what was pressed has gone; its place has the focus
    expect(bo.locator("#stage")).to_contain_text("1. Ledamot 4 (C) · 2. Bo Bok (V)")
    placed.press("Enter")
    expect(bo.get_by_role("button", name="Begär ordet")).to_be_focused()
    bo.get_by_role("button", name="Begär ordet").click()
    act(ANNA, "PUT", "/requests/1/floor")
    expect(bo.locator("#stage")).to_contain_text("Ledamot 4")
    expect(bo.get_by_role("button", name="Du är på tur härnäst")).to_be_visible()
    act(ANNA, "PUT", "/requests/3/floor")
    band = bo.locator("#own-floor")
    expect(band).to_contain_text("Du har ordet.")
    expect(band.locator("time")).to_have_text(re.compile("^4:5"))
    expect(bo.locator("#say-now")).to_have_text("Du har ordet.")
    band.get_by_role("button", name="Jag är klar").click()
    expect(band).to_be_hidden()
    expect(bo.locator("#stage")).to_contain_text("Ordförande: Anna Ask")


def test_a_greyed_reply_says_why_and_a_live_one_answers_the_speech(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    reply = bo.get_by_role("button", name="Replik")
    expect(reply).to_have_attribute("aria-disabled", "true")
    reply.click(force=True)
    expect(bo.locator("#act-note")).to_contain_text("Replik går att begära på det anförande som")
    for request, person in enumerate((BO, 4), start=1):
        act(person, "POST", "/requests", item=3, kind="speech")
        act(ANNA, "PUT", f"/requests/{request}/floor")
    expect(reply).to_have_attribute("aria-disabled", "false")
    reply.click()
    expect(bo.locator("#withdraw-reply")).to_contain_text("Replik: Du är på tur härnäst")


def test_a_vote_without_net_is_kept_and_counted_once(enter: Enter, act: Act, town: Town) -> None:
    bo = enter(BO, MEMBER)
    vote = open_vote(act)
    receipt = bo.locator("#receipt")
    expect(receipt).to_contain_text("Tryck på ditt svar. Du kan ändra dig.")
    expect(bo.locator("#say-now")).to_contain_text("Voteringen är öppen. Rösta nu.")
    bo.context.set_offline(True)
    expect(bo.locator("#line")).to_contain_text("Ansluter igen…")
    bo.locator("#vote-no").click()
    bo.locator("#vote-no").click()  # pressed twice it is one
    expect(receipt).to_have_text("Inget nät. NEJ är sparat här och skickas automatiskt.")
    expect(bo.locator("#vote-no")).to_have_attribute("aria-pressed", "true")
    assert ballots(town, vote) == []
    bo.context.set_offline(False)
    expect(receipt).to_contain_text("NEJ registrerat")
    expect(bo.locator("#line")).to_contain_text("Ansluten")
    assert (ballots(town, vote), cast(town)) == ([(3, "no")], ["no"])


def test_a_reload_shows_the_receipt_and_the_answer_may_change(
    enter: Enter, act: Act, town: Town
) -> None:
    bo = enter(BO, MEMBER)
    vote = open_vote(act)
    bo.locator("#vote-yes").click()
    expect(bo.locator("#receipt")).to_contain_text("JA registrerat")
    told = bo.locator("#receipt .status-text").inner_text()
    bo.reload()
    expect(bo.locator("#receipt .status-text")).to_have_text(told)
    expect(bo.locator("#vote-yes")).to_have_attribute("aria-pressed", "true")
    bo.locator("#vote-abstain").click()
    expect(bo.locator("#receipt")).to_contain_text("AVSTÅR registrerat")
    assert ballots(town, vote) == [(3, "abstain")]
    act(ANNA, "PUT", f"/votes/{vote}/closing", confirmed=1)
    expect(bo.locator("#vote-title")).to_contain_text("Stänger om")
    expect(bo.locator("#vote")).to_contain_text("Din röst: AVSTÅR", timeout=15_000)


def test_what_was_chosen_stays_chosen_from_press_to_receipt(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    open_vote(act)
    bo.locator("#vote-yes").wait_for()
    bo.evaluate("""() => { window.seen = [];
      new MutationObserver(() => seen.push(document.querySelector("#vote-yes").ariaPressed))
        .observe(document.querySelector("#vote-yes"), { attributeFilter: ["aria-pressed"] }); }""")
    bo.locator("#vote-yes").click()
    expect(bo.locator("#receipt")).to_contain_text("JA registrerat")
    bo.wait_for_timeout(500)
    assert set(bo.evaluate("seen")) == {"true"}


@pytest.mark.parametrize("width", [320, 390, 820])
def test_the_answers_stand_still_from_opening_to_closing(
    enter: Enter, act: Act, width: int
) -> None:
    bo = enter(BO, MEMBER, width=width)
    vote = open_vote(act)
    bo.locator("#vote-yes").wait_for()
    still = bo.evaluate(PLACES)
    assert len(still) == 3
    assert [place[3] >= least for place, least in zip(still, (104, 104, 76), strict=True)] == [
        True
    ] * 3

    def check(part: str, text: str) -> None:
        expect(bo.locator(part)).to_contain_text(text)
        assert bo.evaluate(PLACES) == still, text

    bo.locator("#vote-yes").click()
    check("#receipt", "JA registrerat")
    for person in range(4, 10):
        act(person, "PUT", f"/votes/{vote}/ballot", choice="yes")
    check("#turnout", "7 av 21 har röstat.")
    bo.context.set_offline(True)
    bo.locator("#vote-no").click()
    check("#receipt", "Inget nät. NEJ är sparat här")
    bo.context.set_offline(False)
    check("#receipt", "NEJ registrerat")
    act(ANNA, "POST", f"/votes/{vote}/reminders")
    act(ANNA, "PUT", f"/votes/{vote}/closing", confirmed=1)
    check("#vote-title", "Stänger om")


def test_by_keyboard_the_answers_come_first(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    open_vote(act)
    bo.locator("#vote-yes").wait_for()
    bo.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(6):
        bo.keyboard.press("Tab")
        reached.append(bo.evaluate(FOCUSED))
    assert reached == [
        "Hoppa till innehållet",
        "vote-yes",
        "vote-no",
        "vote-abstain",
        "document-link",
        "help-button",
    ]


def test_nobody_loses_what_is_being_written_when_a_vote_opens(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    bo.get_by_role("button", name="Mer").click()
    bo.locator("#open-propose").click()
    bo.locator("#propose-text").fill("Simhallen byggs i två steg")
    open_vote(act)
    box = bo.locator("#propose")
    expect(box).to_contain_text("Voteringen är öppen. Stäng rutan för att rösta.")
    expect(box.locator("textarea")).to_have_value("Simhallen byggs i två steg")
    bo.locator("#propose-close").click()
    bo.locator("#vote-yes").click()
    expect(bo.locator("#receipt")).to_contain_text("JA registrerat")


def test_a_finger_on_its_way_to_something_else_does_not_vote(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    open_vote(act)
    bo.locator("#vote-yes").wait_for()
    told = bo.evaluate("""document.querySelector("#vote form").getAnimations().map(it =>
      [it.effect.getTiming().duration, it.effect.getKeyframes()[0].pointerEvents])""")
    assert told in ([[500, "none"]], [])  # it may be over already


def test_whoever_reads_further_down_is_brought_to_the_vote(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER, height=500)
    bo.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert bo.evaluate("scrollY") > 0
    open_vote(act)
    bo.locator("#vote-yes").wait_for()
    assert bo.evaluate("scrollY") == 0


def test_help_takes_two_presses(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    bo.get_by_role("button", name="Hjälp mig").click()
    bo.get_by_role("button", name="Jag hör inget").click()
    told = "Stödplatsen ser att du behöver hjälp. Någon ringer inom kort."
    expect(bo.locator("#help")).to_contain_text(told)
    expect(bo.locator("#help-done")).to_be_focused()
    bo.locator("#help-done").click()
    expect(bo.locator("#help")).to_be_hidden()
    expect(bo.get_by_role("button", name="Hjälp mig")).to_be_visible()


def test_leaving_tells_the_consequence_first(enter: Enter, act: Act) -> None:
    bo = enter(BO, MEMBER)
    bo.get_by_role("button", name="Mer").click()
    bo.locator("#leave").click()
    ask = bo.locator("#ask")
    expect(ask).to_contain_text("Den som slutar tjänstgöra får inte tjänstgöra igen i dag")
    expect(ask.get_by_role("button", name="Avbryt")).to_be_focused()
    ask.get_by_role("button", name="Lämna mötet").click()
    expect(bo.locator("#here")).to_contain_text("Är du här?")


def test_an_answer_in_an_acclamation_is_counted_once(enter: Enter, act: Act) -> None:
    bo, anna = enter(BO, MEMBER), enter(4, MEMBER)
    act(4, "POST", "/items/3/proposals", kind="adopt")
    act(BO, "POST", "/items/3/proposals", kind="reject")
    act(ANNA, "PUT", "/items/3/step", step="proposals", before="debate")
    act(ANNA, "POST", "/items/3/acclamations")
    bo.get_by_role("button", name="Ja till yrkandet från Bo Bok (V)").click()
    expect(bo.locator("#answered")).to_contain_text("Svaret är skickat")
    expect(anna.locator("#question button")).to_have_count(1 + 2)  # the two are hidden in the hall
    anna.get_by_role("button", name="Begär votering").click()
    expect(bo.locator("#question")).to_contain_text("Votering är begärd av Ledamot 4.")
    expect(bo.locator("#answered")).to_contain_text("Svaret är skickat")


def remembered(page: Page) -> str:
    return page.url.partition("member")[2]


def test_the_full_view_is_remembered_on_the_device(enter: Enter) -> None:
    bo = enter(BO, MEMBER, width=1366, height=768)
    bo.get_by_role("button", name="Mer").click()
    bo.get_by_role("link", name="Fullt läge").click()
    expect(bo.locator("#queue")).to_be_visible()
    bo.goto(bo.url.partition("?")[0])
    expect(bo.locator("#queue")).to_be_visible()
    assert remembered(bo) == "?view=full"
    bo.get_by_role("button", name="Mer").click()
    bo.get_by_role("link", name="Enkelt läge").click()
    bo.goto(bo.url.partition("?")[0])
    bo.wait_for_selector("html[data-wire=ok]")
    assert remembered(bo) == ""
