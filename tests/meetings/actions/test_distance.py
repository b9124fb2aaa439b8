"""Asking to take part at a distance, the answer, and what it means at the roll call (REM-1)."""

from typing import Any

import pytest

from councils.models import ProcedureInForce
from meetings.models import RemoteRequest
from tests.meetings.halls import Hall, Said, Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PLANNED, REMOTE, SAM, SIV

ASKING = REMOTE | {"remote_needs_request": True}
BOS = f"/remote-requests/{BO}"
REASON = "Arbetar på annan ort."


@pytest.fixture
def convened(planned: Hall, wall: Wall) -> Hall:
    """Convened under rules that ask for requests; three days before is 11 December."""
    wall.set("2026-12-11T12:00:00+00:00")
    planned.change(ProcedureInForce, 1, settings=ASKING)
    assert planned.put(KLARA, "/convening") == 200
    return planned


def ask(hall: Hall, by: int = BO, person: int = BO, reason: str = REASON) -> Said:
    return hall.said(by, "PUT", f"/remote-requests/{person}", reason=reason)


def reply(hall: Hall, how: str, why: str = "", by: int = ANNA) -> Said:
    return hall.said(by, "PUT", f"{BOS}/answer", answer=how, why=why)


def row(hall: Hall, person: int = BO) -> RemoteRequest | None:
    with hall.database.reading() as session:
        found: RemoteRequest | None = session.get(RemoteRequest, (PLANNED, person))
        return found


def roll_call(hall: Hall, wall: Wall) -> None:
    wall.set("2026-12-14T17:00:00+00:00")
    assert hall.put(KLARA, "/opening") == 200


def at_roll_call(hall: Hall, by: int, **form: Any) -> Said:
    return hall.said(by, "PUT", "/seats/3/answer", answer="remote", **form)


def test_a_member_asks_in_time_and_the_reason_is_in_no_log(convened: Hall) -> None:
    assert ask(convened) == (200, "")
    told = {"person_id": BO, "name": "Bo Bok", "late": False, "on_behalf": False}
    assert (convened.kinds()[-1], convened.last()) == ("remote.requested", told)
    found = row(convened)
    assert found is not None
    assert (found.reason, found.answer) == (REASON, None)
    assert REASON not in str([entry.payload for entry in convened.entries()])


def test_after_the_last_day_it_is_told_to_be_late(convened: Hall, wall: Wall) -> None:
    wall.later(days=1)
    assert ask(convened) == (200, "")
    assert convened.last()["late"] is True


def test_without_a_reason_nothing_is_handed_in(convened: Hall) -> None:
    assert ask(convened, reason=" ") == (400, "Skriv varför du behöver delta på distans.")
    assert row(convened) is None


def test_the_office_hands_in_on_behalf_and_nobody_else(convened: Hall) -> None:
    assert ask(convened, by=BEA)[0] == 403
    assert ask(convened, by=DAN)[0] == 403
    sent = {"person": BO, "reason": REASON}
    assert convened.said(KLARA, "POST", "/remote-requests", **sent) == (200, "")
    assert convened.last()["on_behalf"] is True


def test_substitutes_ask_too_and_others_do_not(convened: Hall) -> None:
    assert ask(convened, by=SIV, person=SIV) == (200, "")
    refusal = "Bara ledamöter och ersättare begär att delta på distans."
    assert ask(convened, by=KLARA, person=KLARA) == (409, refusal)


def test_the_presidium_has_nothing_to_ask_for(convened: Hall) -> None:
    refusal = "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §)."
    assert ask(convened, by=BEA, person=BEA) == (409, refusal)


def test_the_chair_answers_and_a_no_has_its_reason(convened: Hall) -> None:
    ask(convened)
    assert reply(convened, "granted", by=BEA)[0] == 403
    assert reply(convened, "granted", by=KLARA)[0] == 403
    assert reply(convened, "refused") == (400, "Skriv varför du säger nej.")
    assert reply(convened, "refused", "Salen är nära.") == (200, "")
    told = {"person_id": BO, "name": "Bo Bok", "answer": "refused", "at_roll_call": False}
    assert convened.last() == told
    assert reply(convened, "granted") == (200, "")
    assert convened.last()["answer"] == "granted"


def test_the_presidium_answers_where_the_council_says_so(planned: Hall, wall: Wall) -> None:
    wall.set("2026-12-11T12:00:00+00:00")
    planned.change(ProcedureInForce, 1, settings=ASKING | {"remote_decided_by": "presidium"})
    assert planned.put(KLARA, "/convening") == 200
    ask(planned)
    assert reply(planned, "granted", by=BEA) == (200, "")


def test_what_is_taken_back_is_gone_with_its_reason(convened: Hall) -> None:
    ask(convened)
    assert convened.said(BO, "POST", f"{BOS}/withdrawal") == (200, "")
    assert (convened.kinds()[-1], row(convened)) == ("remote.withdrawn", None)
    assert convened.kind(BO, "POST", f"{BOS}/withdrawal") == "MovedOn"


def test_whoever_has_a_yes_checks_in_at_a_distance(convened: Hall, wall: Wall) -> None:
    ask(convened)
    reply(convened, "granted")
    roll_call(convened, wall)
    assert at_roll_call(convened, KLARA) == (200, "")
    assert convened.seat(3).mode == "remote"


def test_without_a_yes_the_clerk_is_told_what_to_do(convened: Hall, wall: Wall) -> None:
    roll_call(convened, wall)
    refusal = (
        "Bo Bok har inte begärt att delta på distans. Delta i salen, eller be ordföranden "
        "medge det nu."
    )
    assert at_roll_call(convened, KLARA) == (409, refusal)
    assert convened.said(BO, "PUT", "/attendance", mode="remote") == (409, refusal)
    assert convened.said(BO, "PUT", "/attendance", mode="hall") == (200, "")
    assert convened.said(BO, "PUT", "/attendance/mode", mode="remote") == (409, refusal)


def test_the_chair_grants_it_at_the_roll_call_and_it_is_recorded(
    convened: Hall, wall: Wall
) -> None:
    roll_call(convened, wall)
    asked = "Bo Bok har inte begärt att delta på distans. Medger du det nu?"
    assert at_roll_call(convened, ANNA) == (409, asked)
    assert convened.seat(3).mode is None
    assert at_roll_call(convened, ANNA, confirmed=1) == (200, "")
    assert convened.kinds()[-2:] == ["remote.answered", "member.arrived"]
    assert convened.entries()[-2].payload["at_roll_call"] is True
    assert convened.seat(3).mode == "remote"


def test_one_press_beside_the_name_grants_it_too(convened: Hall, wall: Wall) -> None:
    roll_call(convened, wall)
    assert convened.put(KLARA, f"{BOS}/grant") == 403
    assert convened.put(ANNA, f"{BOS}/grant") == 200
    assert convened.kind(ANNA, "PUT", f"{BOS}/grant") == "MovedOn"
    assert convened.said(BO, "PUT", "/attendance", mode="remote") == (200, "")


def test_the_chair_names_anybody_on_the_page_of_requests(convened: Hall, wall: Wall) -> None:
    roll_call(convened, wall)
    assert convened.said(KLARA, "POST", "/remote-requests/grants", person=BO)[0] == 403
    assert convened.said(ANNA, "POST", "/remote-requests/grants", person=BO) == (200, "")
    assert at_roll_call(convened, KLARA) == (200, "")


def test_a_no_still_holds_at_the_door(convened: Hall, wall: Wall) -> None:
    ask(convened)
    reply(convened, "refused", "Salen är nära.")
    roll_call(convened, wall)
    refusal = "Begäran om distans från Bo Bok har fått nej. Delta i salen."
    assert convened.said(BO, "PUT", "/attendance", mode="remote") == (409, refusal)


def test_a_substitute_without_a_yes_is_not_called_at_a_distance(convened: Hall, wall: Wall) -> None:
    roll_call(convened, wall)
    assert convened.put(KLARA, "/seats/3/answer", answer="absent") == 200
    called = convened.said(KLARA, "PUT", "/seats/3/substitute", mode="remote")
    assert called[0] == 409
    assert convened.put(ANNA, f"/remote-requests/{SIV}/grant") == 200
    assert convened.put(KLARA, "/seats/3/substitute", mode="remote") == 200
    assert SAM not in [convened.seat(3).serving_id]


def test_where_nobody_has_to_ask_nothing_is_handed_in(planned: Hall, wall: Wall) -> None:
    wall.set("2026-12-11T12:00:00+00:00")
    assert planned.put(KLARA, "/convening") == 200
    assert ask(planned) == (400, "Här behövs ingen begäran för att delta på distans.")


def test_before_the_meeting_is_convened_nobody_asks(planned: Hall) -> None:
    assert ask(planned) == (409, "Sammanträdet är inte kungjort än.")
