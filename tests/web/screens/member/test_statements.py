"""Reservations and notes: each member's own, about what she took part in, until the end."""

from tests.web.screens.member.reading import buttons, lines
from tests.web.screens.member.seats import ITEM, Seats
from tests.worlds import ANNA, BO, SIV

ADDRESS = "/member/statements"
NOTE = "Lämna anteckningen"


def said(seats: Seats, person: int) -> list[str]:
    page = seats.page(person, ADDRESS)
    return list(buttons(page.find(f"item-{ITEM}"), seats.me(person)))


def decide(seats: Seats) -> None:
    proposal = seats.propose("adopt", "Simhallen byggs")
    seats.step_to("proposals")
    form = {"how": "unopposed", "text": "Simhallen byggs", "proposal": proposal}
    seats.post(ANNA, f"/items/{ITEM}/decisions", **form)


def test_before_the_decision_there_is_nothing_to_reserve_against(seats: Seats) -> None:
    assert said(seats, BO) == [NOTE]
    told = lines(seats.page(BO, ADDRESS).find(f"item-{ITEM}"), {}, "p", "h2")
    assert told[:2] == ["3. Ny simhall i Östra parken", "Inget beslut än."]


def test_who_took_part_may_reserve_until_the_meeting_closes(seats: Seats) -> None:
    decide(seats)
    assert said(seats, BO) == ["Reservera mig", NOTE]
    form = {"kind": "reservation", "text": "Kostnaden är okänd."}
    statement = seats.post(BO, f"/items/{ITEM}/statements", **form)
    told = lines(seats.page(BO, ADDRESS).find(f"statement-{statement}"), {}, "p")
    assert told == ["Reservation", "Kostnaden är okänd."]
    assert said(seats, BO) == ["Dra tillbaka", NOTE]
    assert seats.delete(BO, f"/statements/{statement}") == 200
    assert said(seats, BO) == ["Reservera mig", NOTE]


def test_who_stayed_out_cannot_reserve(seats: Seats) -> None:
    seats.post(BO, f"/items/{ITEM}/statements", kind="not_taking_part")
    decide(seats)
    assert "Reservera mig" not in said(seats, BO)


def test_who_has_not_served_leaves_no_note(seats: Seats) -> None:
    decide(seats)
    assert said(seats, SIV) == []


def test_nobody_sees_what_another_has_said(seats: Seats) -> None:
    decide(seats)
    seats.post(BO, f"/items/{ITEM}/statements", kind="reservation", text="Kostnaden är okänd.")
    assert "Kostnaden" not in str(lines(seats.page(4, ADDRESS), {}, "p"))


def test_when_the_meeting_has_closed_what_was_said_stands(seats: Seats) -> None:
    decide(seats)
    seats.post(BO, f"/items/{ITEM}/statements", kind="reservation", text="Kostnaden är okänd.")
    seats.leave_item()
    seats.act(ANNA, "PUT", "/closure", confirmed=1)
    assert said(seats, BO) == []
    told = lines(seats.page(BO, ADDRESS), {}, "p")
    assert told[0] == "Sammanträdet är avslutat. Det går inte att ändra mer."
    assert told[-1] == "Kostnaden är okänd."
