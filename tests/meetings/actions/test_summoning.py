"""Every member and every substitute is summoned, and the office can show when and how (KL 5:15)."""

from typing import Any

from sqlalchemy import select

from councils.models import Letter, Person
from meetings.models import Meeting, Summons
from meetings.queries.summoning import Called, called
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BO, KLARA, PLANNED, SAM, SIV

IN_TIME, LATE = "2026-12-01T09:00:00+00:00", "2026-12-09T09:00:00+00:00"


def convened(planned: Hall, wall: Wall, at: str = IN_TIME) -> Hall:
    wall.set(at)
    assert planned.put(KLARA, "/convening") == 200
    return planned


def now(hall: Hall) -> Called:
    with hall.database.reading() as session:
        return called(session, session.get_one(Meeting, hall.meeting))


def note(hall: Hall, *people: int, by: int = KLARA, **form: Any) -> int:
    told = {"person": list(people), "how": "handed", "day": "2026-12-01"} | form
    return int(hall.act(by, "POST", "/summonses", **told).status_code)


def test_members_and_substitutes_alike_are_to_be_summoned(planned: Hall, wall: Wall) -> None:
    everybody = now(convened(planned, wall)).missing
    assert [each.person.id for each in everybody if each.is_substitute] == [SAM, SIV]
    assert len(everybody) == 21 + 2


def test_the_letters_tell_time_place_and_items(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall)
    assert hall.act(KLARA, "POST", "/summonses/letters").status_code == 200
    with hall.database.reading() as session:
        letters = session.scalars(select(Letter).where(Letter.kind == "summons")).all()
    assert len(letters) == 23
    assert (letters[0].contents or {})["place"] == "Stadshuset"
    assert (letters[0].contents or {})["items"][2] == [3, "Ny simhall i Östra parken"]
    told = hall.last()
    assert (hall.kinds()[-1], told["day"], len(told["people"])) == (
        "summons.sent",
        "2026-12-01",
        23,
    )
    assert {one["how"] for one in told["people"]} == {"email"}


def test_it_counts_from_when_the_letter_left_the_house(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall)
    hall.act(KLARA, "POST", "/summonses/letters")
    waiting = now(hall)
    assert (waiting.on_time, {each.day for each in waiting.recipients}) == (False, {None})
    wall.later(hours=1)
    assert hall.app.extensions["postman"].deliver() == 23
    assert now(hall).on_time


def test_what_is_sent_a_day_too_late_is_late(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall, LATE)
    hall.act(KLARA, "POST", "/summonses/letters")
    hall.app.extensions["postman"].deliver()
    assert {each.is_late for each in now(hall).recipients} == {True}


def test_paper_is_ticked_off_for_those_who_got_it(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall)
    assert note(hall, ANNA, SIV) == 200
    told = {each.person.id: each for each in now(hall).recipients if each.sent}
    assert set(told) == {ANNA, SIV}
    assert [one.first and one.first.how for one in told.values()] == ["handed", "handed"]
    hall.act(KLARA, "POST", "/summonses/letters")
    assert len(hall.last()["people"]) == 21


def test_a_note_by_mistake_is_struck_and_a_letter_is_not(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall)
    note(hall, BO)
    strike = f"/summonses/{BO}/withdrawal"
    assert hall.said(KLARA, "POST", strike)[0] == 200
    assert hall.kinds()[-1] == "summons.struck"
    hall.act(KLARA, "POST", "/summonses/letters")
    assert hall.said(KLARA, "POST", strike)[0] == 404


def test_who_cannot_be_reached_is_not_said_to_be_summoned(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall)
    hall.change(Person, BO, email=None)
    hall.act(KLARA, "POST", "/summonses/letters")
    assert [each.person.id for each in now(hall).missing] == [BO]
    assert hall.said(KLARA, "POST", "/summonses/letters")[0] == 409


def test_only_the_office_and_only_what_has_happened(planned: Hall, wall: Wall) -> None:
    hall = convened(planned, wall)
    assert note(hall, BO, by=ANNA) == 403
    assert note(hall, BO, day="2026-12-02") == 400
    assert note(hall, 999) == 400
    assert note(hall) == 400
    with hall.database.reading() as session:
        assert session.scalars(select(Summons)).all() == []


def test_before_the_meeting_is_convened_nobody_is_summoned(planned: Hall, wall: Wall) -> None:
    assert planned.meeting == PLANNED
    assert planned.act(KLARA, "POST", "/summonses/letters").status_code == 409
