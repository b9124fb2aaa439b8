"""What is hard for a chair, on her screen alone: she reads aloud what stands there and presses.

A lot in an election, four proposals with preparatory divisions, a conflict of interest with a
substitute, and a minority that refers back (ORDER-6, VOTE-4, JAV-1, REMIT-1).
"""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page

from meetings.models import Seat
from tests.browser import Enter
from tests.e2e.people import Chair, all_do, presses, sees
from tests.served import Town
from tests.worlds import ANNA, BO, KLARA, PLANNED, SIV

MEETING = f"/meetings/{PLANNED}"
VOTERS = range(2, 22)  # all but the chair, who need not vote
CHOICE, POOL, BUSES = 8, 9, 10


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_a_meeting_by_the_book_on_the_chairs_screen(town: Town, enter: Enter) -> None:
    everybody_comes(town)
    chair = Chair(enter(ANNA, f"{MEETING}/chair", width=1366, height=768))
    a_lot(town, chair)
    four_proposals(town, chair)
    a_conflict_and_a_minority(town, chair, enter(BO, f"{MEETING}/member"))
    everything_is_in_the_minutes(enter(KLARA, f"{MEETING}/minutes", width=1366))


def everybody_comes(town: Town) -> None:
    all_do(town, [KLARA], "PUT", f"{MEETING}/convening")
    all_do(town, [ANNA], "PUT", f"{MEETING}/opening")
    all_do(town, [ANNA, *VOTERS], "PUT", f"{MEETING}/attendance", mode="hall")
    all_do(town, [ANNA], "PUT", f"{MEETING}/roll-call")


def a_lot(town: Town, chair: Chair) -> None:
    chair.press("Gå till ärende 1")
    chair.press("Avsluta ärendet")
    chair.press("Gå till ärende 2")
    propose(town, KLARA, CHOICE, "adopt", "Bo Bok och Ledamot 4 väljs", proposer="valberedningen")
    propose(town, 7, CHOICE, "table", "Valet bordläggs")
    chair.press("Öppna debatten")
    chair.press("Avsluta debatten")
    chair.reads("Bordläggning är begärd och prövas först.")
    chair.press("Ställ frågan")
    demand(town, CHOICE)
    divide(town, chair, 1, VOTERS, yes=10)
    chair.reads("Det är lika, 10 mot 10.")
    chair.reads("I val avgör lotten.")
    chair.press("Lotten föll på ja: Ärendet avgörs i dag")
    sees(chair.page, "Föll lotten på ja? Den dras inte om.", "#ask")
    chair.confirms()
    chair.reads("Fullmäktige har beslutat: Ärendet avgörs i dag")
    chair.press("Klubba")
    chair.reads("Bo Bok och Ledamot 4 väljs")
    chair.press("Klubba")
    chair.press("Avsluta ärendet")


def four_proposals(town: Town, chair: Chair) -> None:
    propose(town, KLARA, POOL, "adopt", "Simhallen byggs i öster", proposer="kommunstyrelsen")
    for person, where in ((4, "väster"), (5, "norr"), (6, "söder")):
        propose(town, person, POOL, "amend", f"Simhallen byggs i {where}")
    chair.press("Gå till ärende 3")
    chair.press("Öppna debatten")
    chair.press("Avsluta debatten")
    chair.reads("1. Simhallen byggs i öster – kommunstyrelsen")
    chair.reads("4. Simhallen byggs i söder – Ledamot 6 (S)")
    chair.reads("Jag föreslår att de prövas i den ordningen. Godkänns den?")
    chair.press("Ordningen är godkänd")
    chair.press("Ställ frågan")
    demand(town, POOL)
    chair.reads("Votering är begärd och ska verkställas.")
    chair.reads("Ja: Simhallen byggs i norr – yrkande av Ledamot 5 (L).")
    divide(town, chair, 2, VOTERS, yes=12)
    chair.reads("Motförslag blir Simhallen byggs i norr från Ledamot 5 (L).")
    chair.reads("Nej: Simhallen byggs i norr – yrkande av Ledamot 5 (L).")
    divide(town, chair, 3, VOTERS, yes=8)
    chair.reads("Motförslag blir Simhallen byggs i norr från Ledamot 5 (L).")
    chair.reads("Ja: Simhallen byggs i öster – förslag av kommunstyrelsen.")
    divide(town, chair, 4, VOTERS, yes=9)
    chair.reads("Voteringen är avslutad. 9 ja, 11 nej, 0 avstår.")
    chair.reads("Fullmäktige har beslutat: Simhallen byggs i norr")
    chair.press("Klubba")
    chair.press("Avsluta ärendet")


def a_conflict_and_a_minority(town: Town, chair: Chair, bo: Page) -> None:
    chair.press("Gå till ärende 4")
    all_do(town, [BO], "PUT", f"{MEETING}/recusals/{BO}")
    sees(bo, "Du står åt sidan för jäv och deltar inte i det här ärendet.")
    sees(chair.page, "Läs upp: Bo Bok anmäler jäv och deltar inte i ärendet.", "#alarms")
    sees(chair.page, "Siv Sälg tjänstgör i stället.", "#alarms")
    presses(chair.page, "Kalla in Siv Sälg", "#alarms")
    propose(town, KLARA, BUSES, "adopt", "Motionen avslås", proposer="kommunstyrelsen")
    propose(town, 9, BUSES, "refer_back", "Kostnaden ska räknas")
    chair.press("Öppna debatten")
    chair.press("Avsluta debatten")
    chair.reads("Återremiss är begärd och prövas först.")
    chair.press("Ställ frågan")
    demand(town, BUSES, by=9)
    chair.reads("En tredjedel av de närvarande räcker: 7 av 21.")
    divide(town, chair, 5, [SIV, *(one for one in VOTERS if one != BO)], yes=13)
    chair.reads("7 av 21 närvarande begär det.")
    chair.reads("Det är minst en tredjedel. Det räcker.")
    chair.reads("Fullmäktige har beslutat: Ärendet återremitteras: Kostnaden ska räknas.")
    chair.press("Klubba")
    chair.press("Avsluta ärendet")
    chair.expects("Gå till ärende 5")
    with town.database.reading() as session:
        assert session.get_one(Seat, (PLANNED, BO)).serving_id == BO  # in the seat of that number


def everything_is_in_the_minutes(clerk: Page) -> None:
    told = " ".join(clerk.locator("main").inner_text().split())
    for words in (
        "Röstetalet är lika. Lotten avgör: Ja.",
        "Fullmäktige beslutar: Simhallen byggs i norr",
        "7 av 21 närvarande begär det. Det räcker: en tredjedel av de närvarande.",
        "Bo Bok",
        "Siv Sälg",
    ):
        assert words in told, words


def propose(town: Town, person: int, item: int, kind: str, text: str, **more: str) -> None:
    url = f"{MEETING}/items/{item}/proposals"
    all_do(town, [person], "POST", url, kind=kind, text=text, **more)


def demand(town: Town, item: int, by: int = BO) -> None:
    all_do(town, [by], "POST", f"{MEETING}/items/{item}/division-demands")


def divide(town: Town, chair: Chair, vote: int, voters: Iterable[int], yes: int) -> None:
    """So many say yes and the others no."""
    chair.press("Öppna voteringen")
    chair.expects("Stäng voteringen")
    for place, person in enumerate(voters):
        choice = "yes" if place < yes else "no"
        all_do(town, [person], "PUT", f"{MEETING}/votes/{vote}/ballot", choice=choice)
    chair.press("Stäng voteringen")
    chair.expects("Stoppa stängningen")
