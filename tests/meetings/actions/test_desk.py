import pytest

from agenda.models import Document
from core import clock
from councils.models import Person
from meetings.models import Line
from meetings.queries import desk
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA

OWN = 6  # sits for S, as Pia's group does
REFUSED = (403, "Stödplatsen hjälper bara ledamöter i den egna gruppen.")


@pytest.fixture
def paper(hall: Hall) -> int:
    """A document of the open item; another one belongs to the planned meeting."""
    with hall.database.writing() as session, session.begin():
        for number, item in ((1, 3), (2, 9)):
            one = Document(id=number, item_id=item, position=1, title="Kalkyl", sha256="0" * 64)
            one.size, one.pages, one.attached_at = 1, 4, clock.now()
            session.add(one)
    return 1


def screen(hall: Hall, person: int) -> tuple[int | None, bool] | None:
    with hall.database.reading() as session:
        line = session.get(Line, (OPEN, person))
        return (line.document_id, line.follows) if line else None


def test_a_member_asks_for_help_and_the_desk_takes_the_call(hall: Hall) -> None:
    call = hall.post(OWN, "/help-calls", reason="Jag hör inget")
    assert hall.last() == {
        "call_id": call,
        "person_id": OWN,
        "name": "Ledamot 6",
        "reason": "Jag hör inget",
    }
    assert hall.put(PIA, f"/help-calls/{call}/answer") == 200
    assert hall.kind(KLARA, "PUT", f"/help-calls/{call}/answer") == "MovedOn"
    with hall.database.reading() as session:
        [told] = desk.open_calls(session, OPEN)
    assert (told.name, told.party, told.answered_by) == ("Ledamot 6", "S", "Pia Penna")
    assert hall.put(OWN, f"/help-calls/{call}/end") == 200
    assert hall.kind(PIA, "PUT", f"/help-calls/{call}/end") == "MovedOn"
    assert hall.kinds() == ["help.asked", "help.answered", "help.ended"]


def test_the_same_call_twice_is_one_call(hall: Hall) -> None:
    calls = {hall.post(BO, "/help-calls", reason="De hör inte mig") for _ in range(2)}
    assert (len(calls), hall.kinds()) == (1, ["help.asked"])


def test_a_secretary_helps_the_own_group_only(hall: Hall, paper: int) -> None:
    call = hall.post(BO, "/help-calls", reason="Annat – ring mig")
    assert hall.said(PIA, "PUT", f"/help-calls/{call}/answer") == REFUSED
    assert hall.said(PIA, "PUT", f"/help-calls/{call}/end") == REFUSED
    assert hall.said(PIA, "POST", "/document-offers", person=BO, document=paper) == REFUSED
    assert hall.said(PIA, "POST", "/help-calls", reason="Ljud", helping=BO) == REFUSED
    assert hall.post(PIA, "/help-calls", reason="Ljud", helping=OWN) == 2
    assert (hall.last()["person_id"], hall.entries()[-1].helping) == (OWN, OWN)
    assert hall.put(KLARA, f"/help-calls/{call}/answer") == 200


def test_only_the_desk_is_the_desk(hall: Hall, paper: int) -> None:
    call = hall.post(BO, "/help-calls", reason="Ljud")
    assert [hall.put(by, f"/help-calls/{call}/answer") for by in (BO, ANNA, DAN)] == [403] * 3
    assert hall.said(BO, "POST", "/document-offers", person=4, document=paper)[0] == 403
    assert hall.put(BEA, f"/help-calls/{call}/end") == 403
    assert hall.act(DAN, "POST", "/help-calls", reason="Ljud").status_code == 404
    assert hall.put(KLARA, "/help-calls/99/answer") == 404


def test_a_secretary_has_no_vote_and_no_voice(hall: Hall) -> None:
    hall.change(Person, PIA, party_id=3)
    tried = [
        hall.said(PIA, "POST", "/requests", item=3, kind="speech", helping=BO),
        hall.said(PIA, "PUT", "/attendance/mode", mode="hall", person=BO, helping=BO),
        hall.said(PIA, "DELETE", "/attendance", person=BO, confirmed=1, helping=BO),
        hall.said(PIA, "PUT", f"/recusals/{BO}", helping=BO),
        hall.said(PIA, "PUT", "/open-document", helping=BO),
    ]
    assert [status for status, _ in tried] == [403] * 5
    assert hall.kinds() == []


def test_a_call_says_what_is_needed(hall: Hall) -> None:
    assert hall.said(BO, "POST", "/help-calls", reason=" ")[0] == 400
    assert hall.said(BO, "POST", "/help-calls", reason="x" * 201)[0] == 400


def test_a_document_is_held_out_and_opened_by_the_member(hall: Hall, paper: int) -> None:
    offer = hall.post(PIA, "/document-offers", person=OWN, document=paper)
    assert hall.last()["title"] == "Kalkyl"
    assert hall.post(KLARA, "/document-offers", person=OWN, document=paper) == offer
    assert hall.put(PIA, f"/document-offers/{offer}/answer", answer="opened") == 403
    assert hall.put(OWN, f"/document-offers/{offer}/answer", answer="kanske") == 400
    assert hall.put(OWN, f"/document-offers/{offer}/answer", answer="opened") == 200
    assert screen(hall, OWN) == (paper, False)
    assert hall.kind(OWN, "PUT", f"/document-offers/{offer}/answer", answer="refused") == "MovedOn"
    assert hall.kinds() == ["document.offered", "document.answered"]


def test_a_member_may_say_no(hall: Hall, paper: int) -> None:
    offer = hall.post(KLARA, "/document-offers", person=BO, document=paper)
    assert hall.put(BO, f"/document-offers/{offer}/answer", answer="refused") == 200
    assert screen(hall, BO) is None
    assert hall.put(BO, "/document-offers/99/answer", answer="refused") == 404


def test_only_documents_of_this_meeting_are_held_out_or_opened(hall: Hall, paper: int) -> None:
    for document in (2, 99):
        offered = hall.said(KLARA, "POST", "/document-offers", person=BO, document=document)
        assert offered == (404, "Handlingen finns inte i det här sammanträdet.")
        assert hall.put(BO, "/open-document", document=document) == 404


def test_what_one_reads_is_shown_to_the_desk_and_told_to_nobody(hall: Hall, paper: int) -> None:
    assert hall.put(BO, "/open-document", document=paper) == 200
    assert screen(hall, BO) == (paper, False)
    assert hall.put(BO, "/open-document", follows=1) == 200
    assert screen(hall, BO) == (None, True)
    assert hall.kinds() == []


def test_the_desk_sees_one_group_and_the_office_everybody(hall: Hall, wall: Wall) -> None:
    hall.post(OWN, "/help-calls", reason="Ljud")
    hall.post(BO, "/help-calls", reason="Bild")
    with hall.database.reading() as session:
        own, everybody = desk.members(session, OPEN, "S"), desk.members(session, OPEN)
        assert [call.reason for call in desk.open_calls(session, OPEN, "S")] == ["Ljud"]
    assert [row.seat for row in own] == [1, 6, 11, 16, 21]
    assert {row.party for row in own} == {"S"}
    assert len(everybody) == 23
    mine = own[1]
    assert (mine.is_signed_in, mine.presence, mine.mode) == (True, "r", "remote")
    assert [call.reason for call in mine.calls] == ["Ljud"]
    assert not own[2].is_signed_in


def test_after_the_meeting_nobody_is_called(hall: Hall) -> None:
    hall.put(ANNA, "/items/3/closing", confirmed=1)
    hall.put(ANNA, "/closure", confirmed=1)
    assert hall.said(BO, "POST", "/help-calls", reason="Ljud")[0] == 409
