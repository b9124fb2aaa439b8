"""What is told to the screens: seats in short strings, and to each person what is theirs."""

from typing import Any

from agenda.models import Document
from core import clock
from core.actor import Audience, Onlooker
from meetings.actions.lines import lose_line, regain_line
from meetings.models import Seat
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN, PLANNED, SIV

REMOTE_EVERY_THIRD = "hhr" * 7


def seats(hall: Hall, track: str, audience: Audience = Audience.CHAIR) -> str:
    seen = hall.app.extensions["live"].view(hall.meeting, Onlooker(audience))
    return str(seen["seats"][track])


def me(hall: Hall, person: int) -> dict[str, Any]:
    answer = hall.clients.sign_in(person).get(f"/meetings/{hall.meeting}/me")
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json["me"]
    return told


def line(hall: Hall, action: Any, person: int) -> None:
    hall.app.extensions["writer"].submit(hall.meeting, action, person, by=None)


def test_presence_is_one_character_per_seat(hall: Hall, planned: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    hall.delete(4, "/attendance", confirmed=1)
    hall.change(Seat, (OPEN, 5), serving_id=None, mode=None, member_id=None)
    assert seats(hall, "presence") == "hhx.v" + REMOTE_EVERY_THIRD[5:]
    planned.put(KLARA, "/convening")
    assert seats(planned, "presence") == "." * 21


def test_a_hand_is_the_place_on_the_list(hall: Hall) -> None:
    for person in range(3, 15):
        hall.post(person, "/requests", item=3, kind="speech")
    hall.put(ANNA, "/requests/1/floor")
    assert seats(hall, "hand") == "..s123456789++......."


def test_a_broken_line_is_shown_but_not_in_public(hall: Hall) -> None:
    for person in (BO, 6, 4):
        line(hall, regain_line, person)
    line(hall, lose_line, BO)
    assert seats(hall, "line") == "..l..o..............."
    assert seats(hall, "line", Audience.PUBLIC) == "." * 21


def test_everybody_is_told_the_own_seat(hall: Hall) -> None:
    hall.put(BO, f"/recusals/{BO}")
    hall.put(ANNA, "/seats/3/substitute")
    hall.delete(4, "/attendance", confirmed=1)
    assert me(hall, BO)["seat"]["state"] == "recused"
    assert me(hall, 4)["seat"]["state"] == "absent"
    assert me(hall, SIV)["seat"] == {
        "seat": 3,
        "state": "serving",
        "mode": "hall",
        "is_identified": False,
        "is_answered": True,
        "for": "Bo Bok",
    }
    assert "seat" not in me(hall, KLARA)


def test_everybody_is_told_the_own_place_and_the_floor(hall: Hall, wall: Wall) -> None:
    hall.post(4, "/requests", item=3, kind="speech")
    hall.post(BO, "/requests", item=3, kind="speech")
    assert me(hall, BO)["place"] == {
        "request_id": 2,
        "kind": "speech",
        "place": 2,
        "reason": "Ordet ges i den ordning det begärs.",
        "all": [{"request_id": 2, "kind": "speech", "place": 2}],
    }
    hall.put(ANNA, "/requests/2/floor")
    told = me(hall, BO)
    assert told["floor"] == {
        "speech_id": 1,
        "kind": "speech",
        "started_at": "2026-12-14T17:00:00.000+00:00",
        "seconds": 300,
    }
    assert "place" not in told
    assert "floor" not in me(hall, 4)


def test_those_who_may_reply_are_told_to_which_speech(hall: Hall) -> None:
    hall.post(ANNA, "/speeches", person=BO)
    hall.post(ANNA, "/speeches", person=4)
    assert me(hall, BO)["reply"] == {"speech_id": 2, "name": "Ledamot 4"}
    assert "reply" not in me(hall, 4)
    assert "reply" not in me(hall, BEA)
    hall.post(BO, "/requests", item=3, kind="reply", reply_to=2)
    assert "reply" not in me(hall, BO)


def test_help_and_documents_held_out_are_told_to_the_one_concerned(hall: Hall, wall: Wall) -> None:
    with hall.database.writing() as session, session.begin():
        paper = Document(item_id=3, position=1, title="Kalkyl", sha256="0" * 64, size=1, pages=4)
        paper.attached_at = clock.now()
        session.add(paper)
    hall.post(BO, "/help-calls", reason="Ljud")
    hall.put(KLARA, "/help-calls/1/answer")
    hall.post(KLARA, "/document-offers", person=BO, document=1)
    told = me(hall, BO)
    assert told["help"] == {
        "call_id": 1,
        "reason": "Ljud",
        "at": "2026-12-14T17:00:00.000+00:00",
        "answered_at": "2026-12-14T17:00:00.000+00:00",
    }
    assert told["offers"] == {"offers": [{"offer_id": 1, "document_id": 1, "title": "Kalkyl"}]}
    hall.put(BO, "/document-offers/1/answer", answer="opened")
    told = me(hall, BO)
    assert "offers" not in told
    assert told["screen"] == {"document_id": 1, "follows": False}
    assert {"help", "offers", "screen"} & set(me(hall, 4)) == set()


def test_the_wire_tells_a_person_what_has_changed(hall: Hall) -> None:
    drawing = hall.app.extensions["live"].drawing
    list(drawing.changed(OPEN, {"floor.requested"}))
    hall.post(BO, "/requests", item=3, kind="speech")
    told = dict(drawing.changed(OPEN, {"floor.requested"}))
    assert set(told) == {BO}
    assert told[BO]["me"]["place"]["place"] == 1
    hall.delete(BO, "/requests/1")
    assert dict(drawing.changed(OPEN, {"floor.withdrawn"}))[BO]["me"]["place"] is None


def test_another_meeting_is_told_nothing(hall: Hall) -> None:
    hall.post(BO, "/requests", item=3, kind="speech")
    elsewhere = Hall(hall.app, hall.clients, PLANNED)
    assert "place" not in me(elsewhere, BO)
