"""What the chair does when a line is lost, a device fails, or a vote was begun in error."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from core import log
from meetings.actions import lines
from meetings.models import Speech
from tests.browser import Enter
from tests.served import Town
from tests.worlds import ANNA, BO, OPEN
from voting.models import Ballot

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEXT = "#next-act-button"
CHAIR = f"/meetings/{OPEN}/chair"
ITEM = f"/meetings/{OPEN}/items/3"
WHY = "Ledamoten är med på telefon."


def demand(town: Town) -> None:
    """Two proposals, the question put, and a division demanded."""
    bo, anna = town.person(BO), town.person(ANNA)
    adopt = {"kind": "adopt", "text": "Simhallen byggs"}
    reject = {"kind": "reject", "text": "Avslag"}
    steps = (
        (town.person(4), "POST", f"{ITEM}/proposals", adopt),
        (bo, "POST", f"{ITEM}/proposals", reject),
        (anna, "PUT", f"{ITEM}/step", {"step": "proposals", "before": "debate"}),
        (anna, "POST", f"{ITEM}/acclamations", {}),
        (bo, "POST", f"{ITEM}/division-demands", {}),
    )
    for number, (person, method, url, form) in enumerate(steps):
        status, said = person.act(method, url, f"demand-{number}", **form)
        assert status == 200, said


def test_a_vote_opened_in_doubt_asks_why_and_keeps_the_answer(enter: Enter, town: Town) -> None:
    demand(town)
    with town.database.writing() as session, session.begin():
        lines.lose_line(session, OPEN, BO, by=None)
    chair = enter(ANNA, CHAIR, width=1366, height=768)
    chair.click(NEXT)
    expect(chair.locator("#ask-words")).to_have_text(
        "Linjen är borta: Bo Bok (V). Skriv varför voteringen ändå öppnas."
    )
    expect(chair.locator("#ask [data-answers]")).to_have_text("Öppna voteringen")
    chair.click("#ask [data-answers]")
    expect(chair.locator("#ask-why")).to_be_focused()
    chair.fill("#ask-why", WHY)
    chair.click("#ask [data-answers]")
    expect(chair.locator(NEXT)).to_contain_text("Stäng voteringen")
    expect(chair.locator("#chair-receipt")).to_have_text("Din egen röst. Ordföranden röstar sist.")
    with town.database.reading() as session:
        opened = [one for one in log.read(session, OPEN) if one.kind == "vote.opened"]
    assert [one.payload["reason"] for one in opened] == [WHY]


def test_the_chair_votes_for_one_whose_device_failed_or_gives_the_vote_up(
    enter: Enter, town: Town
) -> None:
    demand(town)
    chair = enter(ANNA, CHAIR, width=1366, height=768)
    chair.click(NEXT)
    expect(chair.locator(NEXT)).to_contain_text("Stäng voteringen")
    expect(chair.locator("#vote")).to_contain_text("När högst 12 återstår")
    for person in range(4, 22):
        url = f"/meetings/{OPEN}/votes/1/ballot"
        status, said = town.person(person).act("PUT", url, f"vote-{person}", choice="yes")
        assert status == 200, said
    chair.get_by_text("Rösta åt Bo Bok").click()
    chair.locator("#vote-for-3").get_by_role("button", name="Nej").click()
    chair.click("#ask [data-answers]")
    expect(chair.locator("#vote-for-3")).to_have_count(0)
    with town.database.reading() as session:
        assert session.scalars(select(Ballot.choice).where(Ballot.seat == BO)).all() == ["no"]
    chair.locator("#vote").get_by_role("button", name="Avbryt voteringen").click()
    chair.fill("#abandon-reason", "Frågan var fel.")
    chair.locator("#abandon").get_by_role("button", name="Avbryt voteringen").click()
    expect(chair.locator(NEXT)).to_contain_text("Öppna voteringen")


def test_a_figure_goes_to_that_place_on_the_list_and_enter_gives_the_floor(
    enter: Enter, town: Town
) -> None:
    for person in (4, 5):
        form = {"item": 3, "kind": "speech"}
        url = f"/meetings/{OPEN}/requests"
        status, said = town.person(person).act("POST", url, f"floor-{person}", **form)
        assert status == 200, said
    chair = enter(ANNA, CHAIR, width=1366, height=768)
    chair.keyboard.press("2")
    second = chair.locator("#queue [data-key='2']")
    expect(second).to_be_focused()
    expect(chair.locator("#queue details[open]")).to_have_count(1)
    with town.database.reading() as session:
        assert session.scalars(select(Speech.person_id)).all() == []
    chair.keyboard.press("Enter")
    expect(chair.locator("#queue details")).to_have_count(1)
    with town.database.reading() as session:
        assert session.scalars(select(Speech.person_id)).all() == [5]


def test_nobody_is_chosen_in_advance_and_the_keys_are_shown_by_a_key(enter: Enter) -> None:
    chair = enter(ANNA, CHAIR, width=1366, height=768)
    chair.keyboard.press("?")
    expect(chair.locator("#keys")).to_be_visible()
    chair.keyboard.press("Escape")
    for name in ("speaker-person", "proposal-person", "demand-person", "chair-person"):
        assert chair.locator(f"#{name}").input_value() == ""
