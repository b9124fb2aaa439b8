from core import clock
from meetings.models import Attendance, Meeting, Seat
from tests.voting.chambers import ITEM, Chamber
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV

URL = f"/items/{ITEM}/statements"
LATE = "Sammanträdet är avslutat. En reservation anmäls innan dess (4 kap. 27 §)."
NO_PART = "Bara den som deltog i beslutet får reservera sig (4 kap. 27 §)."


def made(chamber: Chamber, by: int, kind: str = "reservation", **form: object) -> int:
    return chamber.post(by, URL, kind=kind, **form)


def refused(chamber: Chamber, by: int, kind: str = "reservation", **form: object) -> str:
    status, words = chamber.said(by, "POST", URL, kind=kind, **form)
    assert status in (400, 403, 409), (status, words)
    return words


def leave(chamber: Chamber, stretch: int, seat: int) -> None:
    chamber.change(Attendance, stretch, left_at=clock.now(), why_left="left")
    chamber.empty([seat])


def decided(chamber: Chamber) -> None:
    chamber.wall.later(seconds=60)
    chamber.post(ANNA, f"/items/{ITEM}/decisions", text="Bifall", how="unopposed")
    chamber.wall.later(seconds=60)


def test_whoever_took_part_may_reserve_and_is_told_word_for_word(chamber: Chamber) -> None:
    decided(chamber)
    statement = made(chamber, BO, text="Vi vill bada.")
    assert chamber.last() == {
        "statement_id": statement,
        "item_id": ITEM,
        "statement_kind": "reservation",
        "person_id": BO,
        "name": "Bo Bok",
        "party": "V",
        "text": "Vi vill bada.",
    }


def test_before_the_decision_there_is_nothing_to_reserve_against(chamber: Chamber) -> None:
    assert refused(chamber, BO) == (
        "Ärendet är inte avgjort än. Anmäl reservationen efter beslutet."
    )


def test_only_those_who_took_part_in_the_decision_reserve(chamber: Chamber) -> None:
    leave(chamber, 6, 6)
    chamber.change(Seat, (OPEN, 9), recused_id=9, serving_id=None)
    chamber.change(Attendance, 9, left_at=clock.now(), why_left="recused")
    made(chamber, BEA, "not_taking_part")
    decided(chamber)
    for person in (6, 9, BEA, SIV, KLARA):
        assert refused(chamber, person) == NO_PART
    leave(chamber, 12, 12)  # took part, and goes home afterwards
    assert made(chamber, 12) == 2


def test_in_a_division_those_took_part_who_answered(chamber: Chamber) -> None:
    chamber.propose("adopt")
    vote = chamber.decide({2: "yes", 3: "abstain"})
    chamber.post(ANNA, f"/items/{ITEM}/decisions", text="Bifall", how="division", vote=vote)
    assert made(chamber, BO) == 1  # abstained
    assert refused(chamber, 4) == NO_PART  # in the hall, but did not answer


def test_a_substitute_who_took_part_reserves_and_the_member_does_not(chamber: Chamber) -> None:
    chamber.change(Attendance, 3, left_at=clock.now(), why_left="replaced")
    chamber.seat_substitute(3, SIV)
    decided(chamber)
    assert made(chamber, SIV) == 1
    assert refused(chamber, BO) == NO_PART


def test_a_reservation_is_declared_before_the_meeting_closes(chamber: Chamber) -> None:
    decided(chamber)
    chamber.turn_to(4)
    chamber.change(Meeting, OPEN, adjourned_at=clock.now())
    assert made(chamber, BO) == 1
    chamber.change(Meeting, OPEN, closed_at=clock.now())
    assert refused(chamber, BEA) == LATE
    assert refused(chamber, BEA, "note", text="Hej") == "Sammanträdet är avslutat."
    assert chamber.said(BO, "DELETE", "/statements/1") == (409, "Sammanträdet är avslutat.")


def test_the_same_reservation_again_changes_nothing(chamber: Chamber) -> None:
    decided(chamber)
    made(chamber, BO, text="Vi vill bada.")
    assert (
        chamber.act(BO, "POST", URL, kind="reservation", text="Vi vill bada.").json["made"] is None
    )
    assert refused(chamber, BO, text="Annat") == (
        "Det är redan anmält. Dra tillbaka det först om texten ska ändras."
    )
    assert chamber.kinds().count("statement.made") == 1


def test_one_withdraws_ones_own_and_may_make_it_anew(chamber: Chamber) -> None:
    decided(chamber)
    statement = made(chamber, BO, text="Vi vill bada.")
    assert chamber.delete(BEA, f"/statements/{statement}") == 403
    assert chamber.delete(PIA, f"/statements/{statement}") == 403
    assert chamber.delete(BO, f"/statements/{statement}") == 200
    assert chamber.delete(BO, f"/statements/{statement}") == 200
    assert chamber.kinds().count("statement.withdrawn") == 1
    assert made(chamber, BO, text="Vi vill bada mer.") == 2
    assert chamber.delete(BO, "/statements/99") == 404
    chamber.meeting = PLANNED
    assert chamber.delete(BO, "/statements/2") == 404


def test_a_note_has_words_and_comes_from_one_who_has_served(chamber: Chamber) -> None:
    assert made(chamber, BO, "note", text="Vi ser fram emot badet.") == 1
    assert made(chamber, BO, "note", text="Och bastun.") == 2
    assert refused(chamber, BO, "note") == "Skriv vad som ska antecknas i protokollet."
    assert refused(chamber, BO, "note", text="x" * 10_001) == "Skriv högst 10000 tecken."
    for person in (SIV, KLARA):
        assert refused(chamber, person, "note", text="Hej") == (
            "Bara den som har tjänstgjort i dag gör en protokollsanteckning."
        )
    assert chamber.act(BO, "POST", URL, kind="protest").json["field"] == "kind"
    assert chamber.said(DAN, "POST", URL, kind="note", text="Hej")[0] == 404
    assert chamber.said(BO, "POST", "/items/9/statements", kind="note", text="Hej")[0] == 404


def test_nobody_speaks_for_a_member_but_the_chair_and_the_clerk_who_write_it_down(
    chamber: Chamber,
) -> None:
    decided(chamber)
    assert refused(chamber, BEA, person=BO) == "Det anmäler ledamoten själv."
    assert refused(chamber, PIA, helping=BO) == "Det anmäler ledamoten själv."
    assert made(chamber, KLARA, person=BO, text="Muntligt") == 1
    assert (chamber.last()["name"], chamber.entries()[-1].actor_id) == ("Bo Bok", KLARA)
    assert refused(chamber, KLARA, person=SIV) == NO_PART
    assert chamber.said(KLARA, "POST", URL, kind="note", text="Hej", person=DAN)[0] == 404


def test_not_taking_part_is_said_before_the_question_is_put(chamber: Chamber) -> None:
    made(chamber, BO, "not_taking_part")
    put = "Frågan är redan ställd. Du räknas som deltagande i beslutet."
    chamber.propose("adopt")
    chamber.propose("reject", person=BO)
    acclamation = chamber.post(ANNA, f"/items/{ITEM}/acclamations")
    assert refused(chamber, BEA, "not_taking_part") == put
    assert chamber.put(ANNA, f"/acclamations/{acclamation}/finding", proposal=1) == 200
    chamber.post(ANNA, f"/items/{ITEM}/decisions", text="x", how="acclamation", proposal=1)
    assert refused(chamber, BEA, "not_taking_part") == put


def test_it_is_not_said_during_a_vote_or_by_one_who_does_not_serve(chamber: Chamber) -> None:
    for person in (SIV, KLARA):
        assert refused(chamber, person, "not_taking_part") == (
            "Bara den som tjänstgör i ärendet kan avstå från att delta."
        )
    chamber.ask()
    assert refused(chamber, BO, "not_taking_part") == (
        "Frågan är redan ställd. Du räknas som deltagande i beslutet."
    )


def test_who_changes_her_mind_in_time_takes_part_after_all(chamber: Chamber) -> None:
    statement = made(chamber, BO, "not_taking_part")
    vote = chamber.ask()
    assert chamber.ballot(vote, BO, "yes")[0] == 403
    assert chamber.delete(BO, f"/statements/{statement}") == 200
    assert chamber.ballot(vote, BO, "yes") == (200, "")


def test_afterwards_nobody_gets_into_the_decision(chamber: Chamber) -> None:
    statement = made(chamber, BO, "not_taking_part")
    decided(chamber)
    assert chamber.said(BO, "DELETE", f"/statements/{statement}") == (
        409,
        "Ärendet är avgjort. Du deltog inte i beslutet.",
    )
    assert refused(chamber, BO) == NO_PART
