from councils.models import Role, RoleHeld
from meetings.models import Handling, Meeting, Seat
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV


def test_opening_tells_the_roll_as_the_council_stood(planned: Hall) -> None:
    planned.put(KLARA, "/convening")
    assert planned.put(ANNA, "/opening") == 200
    told = planned.last()
    assert (told["presiding"], told["clerk"], told["needed"]) == ("Anna Ask", "Klara Klerk", 11)
    assert [one["seat"] for one in told["roll"]] == list(range(1, 22))
    assert told["roll"][2] == {"seat": 3, "person_id": BO, "name": "Bo Bok", "party": "V"}


def test_one_office_may_serve_several_councils(planned: Hall) -> None:
    """Dan is of council 2, and clerk of this one."""
    with planned.database.writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=DAN, role=Role.CLERK))
    planned.change(Meeting, PLANNED, clerk_id=DAN)
    planned.put(DAN, "/convening")
    assert planned.put(DAN, "/opening") == 200
    assert (planned.last()["clerk"], planned.last()["presiding"]) == ("Dan Dal", "Anna Ask")
    assert planned.put(DAN, "/seats/3/answer", answer="hall") == 200
    for page in ("clerk", "minutes", "minutes.pdf", "support", "chair", "access", "agenda"):
        answer = planned.clients.sign_in(DAN).get(f"/meetings/{PLANNED}/{page}")
        assert answer.status_code == 200, page


def test_a_meeting_opens_once_and_not_before_it_is_convened(planned: Hall) -> None:
    assert planned.said(KLARA, "PUT", "/opening") == (409, "Sammanträdet är inte kallat än.")
    planned.put(KLARA, "/convening")
    assert planned.put(BO, "/opening") == 403
    assert planned.put(ANNA, "/opening") == 200
    assert planned.kind(KLARA, "PUT", "/opening") == "MovedOn"
    assert planned.kinds() == ["meeting.convened", "meeting.opened"]


def test_a_vice_chair_takes_the_chair_and_opens(planned: Hall) -> None:
    planned.put(KLARA, "/convening")
    assert planned.put(BEA, "/opening") == 403
    assert planned.put(BEA, "/chair", person=BEA) == 200
    assert planned.put(BEA, "/opening") == 200
    assert planned.last()["presiding_id"] == BEA


def test_a_member_does_not_take_the_chair(hall: Hall) -> None:
    assert hall.put(BO, "/chair", person=BO) == 403
    assert hall.put(PIA, "/chair", person=BEA) == 403


def test_the_chair_hands_over_to_a_vice_chair_in_the_hall(hall: Hall) -> None:
    assert hall.put(ANNA, "/chair", person=BEA) == 200
    assert hall.last() == {"person_id": BEA, "name": "Bea Björk", "party": "M"}
    assert hall.kind(KLARA, "PUT", "/chair", person=BEA) == "MovedOn"
    assert hall.put(ANNA, "/items/3/step", step="proposals", before="debate") == 403


def test_a_vice_chair_at_a_distance_does_not_lead(hall: Hall) -> None:
    hall.change(Seat, (OPEN, BEA), mode="remote")
    assert hall.said(ANNA, "PUT", "/chair", person=BEA) == (
        409,
        "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §).",
    )


def test_a_vice_chair_who_is_not_here_does_not_lead(hall: Hall) -> None:
    hall.change(Seat, (OPEN, BEA), serving_id=None, mode=None)
    assert hall.put(BEA, "/chair", person=BEA) == 409


def test_another_member_leads_only_if_the_presidium_is_away(hall: Hall) -> None:
    assert hall.said(KLARA, "PUT", "/chair", person=4) == (
        409,
        "En vice ordförande är här och leder sammanträdet.",
    )
    hall.change(Seat, (OPEN, BEA), serving_id=None, mode=None)
    assert hall.put(KLARA, "/chair", person=SIV) == 409
    assert hall.put(KLARA, "/chair", person=4) == 200
    assert hall.row().presiding_id == 4


def test_a_meeting_is_adjourned_and_resumed(hall: Hall) -> None:
    assert hall.post(ANNA, "/adjournments", until="19.30", reason="Paus") == 1
    assert hall.last() == {"until": "19:30", "reason": "Paus"}
    assert hall.kind(KLARA, "POST", "/adjournments") == "MovedOn"
    assert hall.said(ANNA, "PUT", "/items/3/closing") == (409, "Sammanträdet är ajournerat.")
    assert hall.put(BO, "/resumption") == 403
    assert hall.put(ANNA, "/resumption") == 200
    assert hall.last() == {"present": 21}
    assert hall.kind(ANNA, "PUT", "/resumption") == "MovedOn"


def test_a_time_that_is_none_is_refused(hall: Hall) -> None:
    assert hall.said(ANNA, "POST", "/adjournments", until="snart")[0] == 400
    assert hall.kinds() == []


def test_nothing_pauses_a_vote(hall: Hall) -> None:
    hall.change(Handling, 1, step="division")
    words = "Votering pågår. Vänta tills den är avslutad."
    assert hall.said(ANNA, "POST", "/adjournments") == (409, words)
    assert hall.said(ANNA, "PUT", "/items/3/closing", confirmed=1) == (409, words)
    assert hall.said(ANNA, "PUT", "/chair", person=BEA) == (409, words)


def test_a_meeting_closes_when_no_item_is_open_and_names_what_is_left(hall: Hall) -> None:
    assert hall.said(ANNA, "PUT", "/closure") == (
        409,
        "Avsluta ärendet Ny simhall i Östra parken först.",
    )
    hall.change(Handling, 1, step="decision")
    hall.put(ANNA, "/items/3/closing")
    assert hall.said(ANNA, "PUT", "/closure") == (
        409,
        "Ärenden som inte är behandlade: 1, 2, 4, 5, 6. Avsluta ändå?",
    )
    assert hall.put(BO, "/closure", confirmed=1) == 403
    assert hall.put(ANNA, "/closure", confirmed=1) == 200
    assert hall.last() == {"paragraphs": 1}
    assert hall.kind(KLARA, "PUT", "/closure", confirmed=1) == "MovedOn"
    assert hall.stretches(BO) == [(3, "remote", "closed")]
    assert hall.said(BO, "DELETE", "/attendance") == (409, "Sammanträdet är avslutat.")


def test_an_adjourned_meeting_may_be_closed_for_good(hall: Hall, wall: Wall) -> None:
    hall.put(ANNA, "/items/3/closing", confirmed=1)
    hall.post(ANNA, "/adjournments")
    wall.later(hours=1)
    assert hall.put(ANNA, "/closure", confirmed=1) == 200
    assert (hall.row().adjourned_at, hall.row().closed_at is not None) == (None, True)
