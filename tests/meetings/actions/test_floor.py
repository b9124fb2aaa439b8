import pytest

from agenda.models import Item
from core import clock
from councils.models import Role, RoleHeld
from meetings.models import Handling, Line, Seat, Speech
from meetings.queries import floor
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, REMOTE, SIV


def ask(hall: Hall, by: int, kind: str = "speech", **form: int) -> int:
    return hall.post(by, "/requests", item=3, kind=kind, **form)


def refused(hall: Hall, by: int, kind: str = "speech", **form: int) -> tuple[int, str]:
    return hall.said(by, "POST", "/requests", **({"item": 3, "kind": kind} | form))


def places(hall: Hall) -> list[tuple[str, str, str]]:
    with hall.database.reading() as session:
        return [
            (one.name, one.kind.value, one.reason) for one in floor.waiting(session, hall.meeting)
        ]


def speaker(hall: Hall) -> tuple[str, str, int | None] | None:
    with hall.database.reading() as session:
        now = floor.speaking(session, hall.meeting)
    return (now.name, now.mode, now.seconds) if now else None


def speak(hall: Hall, person: int) -> int:
    """Has the floor; the number of the speech."""
    return hall.post(ANNA, "/speeches", person=person)


def test_a_member_at_a_distance_asks_and_is_told_the_place_and_why(hall: Hall) -> None:
    assert ask(hall, 4) == 1
    assert ask(hall, BO) == 2
    assert hall.last() == {
        "request_id": 2,
        "item_id": 3,
        "person_id": BO,
        "name": "Bo Bok",
        "party": "V",
        "request_kind": "speech",
        "reply_to": None,
        "on_behalf": False,
    }
    assert places(hall) == [
        ("Ledamot 4", "speech", "Ordet ges i den ordning det begärs."),
        ("Bo Bok", "speech", "Ordet ges i den ordning det begärs."),
    ]


def test_nobody_is_twice_on_the_list(hall: Hall) -> None:
    ask(hall, BO)
    assert refused(hall, BO) == (409, "Du står redan på talarlistan.")


def test_a_point_of_order_goes_first_and_the_one_it_passes_is_told(hall: Hall) -> None:
    ask(hall, 4)
    ask(hall, BO, "point_of_order")
    assert places(hall) == [
        ("Bo Bok", "point_of_order", "En ordningsfråga går före talarlistan."),
        ("Ledamot 4", "speech", "En ordningsfråga går före dig."),
    ]


def test_a_reply_is_bound_to_the_speech_it_answers(hall: Hall) -> None:
    speak(hall, BO)
    first = speak(hall, 4)
    ask(hall, BEA)
    ask(hall, BO, "reply", reply_to=first)
    assert hall.last()["reply_to"] == first
    assert [place[:2] for place in places(hall)] == [("Bo Bok", "reply"), ("Bea Björk", "speech")]
    hall.put(ANNA, "/requests/2/floor")
    assert hall.last()["reply_to"] == first
    assert speaker(hall) == ("Bo Bok", "remote", 120)


def test_the_reply_button_of_an_earlier_speech_has_moved_on(hall: Hall) -> None:
    first, second = speak(hall, BO), speak(hall, 4)
    assert hall.kind(BO, "POST", "/requests", item=3, kind="reply", reply_to=first) == "MovedOn"
    assert ask(hall, BO, "reply", reply_to=second) == 1


def test_replies_are_for_those_who_have_spoken_unless_the_chair_lets_them_in(hall: Hall) -> None:
    assert refused(hall, BO, "reply")[1] == (
        "Replik går att begära på det anförande som pågår eller nyss hölls."
    )
    speak(hall, 4)
    assert refused(hall, 4, "reply")[1] == (
        "Du kan svara när någon annan har fått replik på ditt anförande."
    )
    assert refused(hall, BO, "reply")[1] == (
        "Replik får den som har talat i ärendet eller blivit tilltalad."
    )
    ask(hall, ANNA, "reply", person=BO)
    assert hall.last()["on_behalf"]


def test_the_number_of_replies_comes_from_the_rules_of_procedure(hall: Hall) -> None:
    hall.change(type(hall.row()), OPEN, procedure=REMOTE | {"rejoinders_max": 1})
    speak(hall, BO)
    answered = speak(hall, 4)
    hall.put(ANNA, f"/requests/{ask(hall, BO, 'reply', reply_to=answered)}/floor")
    assert refused(hall, BO, "reply")[1] == "Du har inga repliker kvar på det här anförandet."


def test_times_come_from_the_rules_of_procedure(hall: Hall) -> None:
    hall.change(type(hall.row()), OPEN, procedure=REMOTE | {"speech_first_minutes": 4})
    speak(hall, BO)
    assert speaker(hall) == ("Bo Bok", "remote", 240)
    speak(hall, 4)
    speak(hall, BO)
    assert speaker(hall) == ("Bo Bok", "remote", 180)
    hall.put(ANNA, f"/requests/{ask(hall, 4, 'point_of_order')}/floor")
    assert speaker(hall) == ("Ledamot 4", "hall", None)


def test_a_presentation_has_no_limit(hall: Hall) -> None:
    hall.change(Handling, 1, step="presentation")
    speak(hall, KLARA)
    assert speaker(hall) == ("Klara Klerk", "hall", None)


def test_giving_the_floor_ends_the_speech_before_and_is_done_once(hall: Hall, wall: Wall) -> None:
    ask(hall, BO)
    ask(hall, 4)
    hall.put(ANNA, "/requests/1/floor")
    wall.later(seconds=75)
    assert hall.put(ANNA, "/requests/2/floor") == 200
    assert hall.kind(KLARA, "PUT", "/requests/2/floor") == "MovedOn"
    assert hall.kinds()[-3:] == ["floor.given", "floor.ended", "floor.given"]
    assert hall.entries()[-2].payload == {
        "speech_id": 1,
        "person_id": BO,
        "name": "Bo Bok",
        "seconds": 75,
    }


def test_the_floor_given_to_one_who_waits_uses_the_place(hall: Hall) -> None:
    ask(hall, BO)
    speak(hall, BO)
    assert (places(hall), hall.last()["request_id"]) == ([], 1)
    assert hall.kind(ANNA, "POST", "/speeches", person=BO) == "MovedOn"


def test_a_speaker_says_when_it_is_enough(hall: Hall) -> None:
    speak(hall, BO)
    assert hall.put(4, "/speeches/1/end") == 403
    assert hall.put(BO, "/speeches/1/end") == 200
    assert hall.kind(ANNA, "PUT", "/speeches/1/end") == "MovedOn"
    assert hall.put(ANNA, "/speeches/9/end") == 404
    assert speaker(hall) is None


def test_a_place_is_given_up_by_oneself_or_taken_away_by_the_chair(hall: Hall) -> None:
    ask(hall, BO)
    ask(hall, 4)
    assert hall.delete(4, "/requests/1") == 403
    assert hall.delete(BO, "/requests/1") == 200
    assert hall.kind(BO, "DELETE", "/requests/1") == "MovedOn"
    assert hall.delete(ANNA, "/requests/2") == 200
    assert hall.delete(BO, "/requests/7") == 404
    assert hall.kinds()[-2:] == ["floor.withdrawn", "floor.withdrawn"]


def test_the_chair_moves_a_place_and_everybody_is_told(hall: Hall) -> None:
    for person in (4, BO, BEA):
        ask(hall, person)
    assert hall.put(BO, "/requests/3/place", before=1) == 403
    assert hall.put(ANNA, "/requests/3/place", before=1) == 200
    assert hall.last() == {"request_id": 3, "name": "Bea Björk", "order": [3, 1, 2]}
    assert places(hall)[0][2] == "Ordföranden har ändrat din plats."
    assert places(hall)[1][2] == "Ordföranden har ändrat ordningen före dig."
    assert hall.put(ANNA, "/requests/3/place") == 200
    assert hall.last()["order"] == [1, 2, 3]
    before = len(hall.kinds())
    assert hall.put(ANNA, "/requests/3/place") == 200
    assert len(hall.kinds()) == before


def test_a_place_is_moved_only_among_its_kind(hall: Hall) -> None:
    ask(hall, BO)
    ask(hall, 4, "point_of_order")
    assert hall.put(ANNA, "/requests/1/place", before=2) == 409
    assert hall.put(ANNA, "/requests/1/place", before=99) == 409


def test_the_wrong_button_is_put_right_and_the_time_of_asking_counts(hall: Hall) -> None:
    answered = speak(hall, 4)
    ask(hall, BEA)
    ask(hall, BO)
    assert hall.put(BO, "/requests/2/kind", kind="reply") == 403
    assert hall.put(ANNA, "/requests/2/kind", kind="reply") == 200
    assert hall.last() == {
        "request_id": 2,
        "person_id": BO,
        "name": "Bo Bok",
        "request_kind": "reply",
        "reply_to": answered,
    }
    assert [place[:2] for place in places(hall)] == [("Bo Bok", "reply"), ("Bea Björk", "speech")]
    assert hall.put(ANNA, "/requests/2/kind", kind="speech") == 200
    assert [place[0] for place in places(hall)] == ["Bea Björk", "Bo Bok"]


def test_without_a_speech_nothing_becomes_a_reply(hall: Hall) -> None:
    ask(hall, BO)
    assert hall.put(ANNA, "/requests/1/kind", kind="reply") == 409
    ask(hall, BO, "point_of_order")
    assert hall.put(ANNA, "/requests/1/kind", kind="point_of_order") == 409


def test_after_the_streck_nobody_more_is_put_on_the_list(hall: Hall) -> None:
    ask(hall, BO)
    assert hall.put(BO, "/items/3/list-closing") == 403
    assert hall.put(ANNA, "/items/3/list-closing") == 200
    assert hall.kind(KLARA, "PUT", "/items/3/list-closing") == "MovedOn"
    assert refused(hall, 4) == (
        409,
        "Streck är draget. Bara de som redan står på listan får tala.",
    )
    ask(hall, 4, "point_of_order")
    assert hall.delete(ANNA, "/items/3/list-closing") == 200
    assert hall.kind(KLARA, "DELETE", "/items/3/list-closing") == "MovedOn"
    ask(hall, 4)


def test_only_those_who_serve_ask_for_themselves(hall: Hall) -> None:
    assert refused(hall, SIV) == (403, "Bara den som tjänstgör får begära ordet.")
    assert refused(hall, PIA)[0] == 403
    assert refused(hall, DAN)[0] == 404
    hall.change(Seat, (OPEN, BO), serving_id=None, mode=None)
    assert refused(hall, BO)[0] == 403
    assert ask(hall, KLARA) == 1


def test_a_commissioner_speaks_without_a_seat(hall: Hall) -> None:
    with hall.database.writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=SIV, role=Role.COMMISSIONER))
    assert ask(hall, SIV) == 1


def test_a_secretary_asks_for_nobody(hall: Hall) -> None:
    assert refused(hall, PIA, person=ANNA)[0] == 403
    assert refused(hall, PIA, person=ANNA, helping=ANNA)[0] == 403
    assert refused(hall, PIA, helping=ANNA)[0] == 403
    assert refused(hall, BO, helping=4)[0] == 403
    assert hall.kinds() == []


def test_the_chair_lets_others_speak(hall: Hall) -> None:
    ask(hall, ANNA, person=SIV)
    assert hall.last()["on_behalf"]
    assert hall.put(ANNA, "/requests/1/floor") == 200
    assert hall.act(BO, "POST", "/speeches", person=4).status_code == 403
    assert hall.act(ANNA, "POST", "/speeches", person=DAN).status_code == 404


def test_the_list_belongs_to_the_open_item_and_its_debate(hall: Hall) -> None:
    assert hall.kind(BO, "POST", "/requests", item=4, kind="speech") == "MovedOn"
    hall.change(Handling, 1, step="proposals")
    assert refused(hall, BO) == (409, "Debatten är avslutad.")
    assert ask(hall, BO, "point_of_order") == 1
    hall.change(Handling, 1, step="division")
    assert refused(hall, 4, "point_of_order")[0] == 409
    assert hall.put(ANNA, "/requests/1/floor") == 409


def test_the_list_ends_with_the_item(hall: Hall) -> None:
    ask(hall, BO)
    speak(hall, 4)
    assert hall.said(ANNA, "PUT", "/items/3/closing", confirmed=1) == (
        409,
        "Ledamot 4 har ordet. Avsluta anförandet först.",
    )
    hall.put(4, "/speeches/1/end")
    assert hall.put(ANNA, "/items/3/closing", confirmed=1) == 200
    assert places(hall) == []
    assert hall.kind(ANNA, "PUT", "/requests/1/floor") == "MovedOn"


def test_a_pause_ends_the_speech_and_keeps_the_list(hall: Hall) -> None:
    ask(hall, BO)
    speak(hall, 4)
    hall.post(ANNA, "/adjournments")
    assert hall.kinds()[-2:] == ["floor.ended", "meeting.adjourned"]
    assert hall.put(ANNA, "/requests/1/floor") == 409
    hall.put(ANNA, "/resumption")
    assert hall.put(ANNA, "/requests/1/floor") == 200


def test_the_floor_is_not_given_to_one_whose_line_is_lost(hall: Hall) -> None:
    ask(hall, BO)
    with hall.database.writing() as session, session.begin():
        session.add(Line(meeting_id=OPEN, person_id=BO, state="lost", since=clock.now()))
    assert hall.said(ANNA, "PUT", "/requests/1/floor") == (
        409,
        "Bo Bok har tappat anslutningen. Vänta, eller ge ordet till nästa.",
    )
    assert places(hall)[0][0] == "Bo Bok"


@pytest.fixture
def question(hall: Hall) -> Hall:
    """A question that Bo asks, with the council's leave."""
    hall.change(Item, 3, kind="question", proposer_id=BO)
    assert hall.put(ANNA, "/items/3/leave", given=1) == 200
    return hall


def test_in_a_question_only_the_two_speak(question: Hall) -> None:
    speak(question, 4)
    assert refused(question, BEA) == (409, "Du har inget mer inlägg i den här debatten.")
    assert ask(question, BO) == 1
    speak(question, BO)
    assert speaker(question) == ("Bo Bok", "remote", 180)
    speak(question, 4)
    assert speaker(question) == ("Ledamot 4", "hall", 120)


def test_in_a_question_the_turns_run_out(question: Hall) -> None:
    for _ in range(3):
        speak(question, BO)
        speak(question, 4)
    assert refused(question, BO)[0] == 409


def test_in_an_interpellation_others_have_their_two_minutes(hall: Hall) -> None:
    hall.change(Item, 3, kind="interpellation", proposer_id=BO)
    assert hall.put(ANNA, "/items/3/leave", given=1) == 200
    speak(hall, 4)
    assert speaker(hall) == ("Ledamot 4", "hall", 240)
    hall.put(ANNA, f"/requests/{ask(hall, BEA)}/floor")
    assert speaker(hall) == ("Bea Björk", "hall", 120)
    speak(hall, BO)
    assert speaker(hall) == ("Bo Bok", "remote", 240)


def test_speaking_time_is_counted_by_party_and_by_place(hall: Hall, wall: Wall) -> None:
    speak(hall, BO)
    wall.later(seconds=100)
    speak(hall, 4)
    wall.later(seconds=30)
    speak(hall, KLARA)
    wall.later(seconds=5)
    with hall.database.reading() as session:
        told = floor.statistics(session, OPEN)
        assert session.get_one(Speech, 3).ended_at is None
    assert told.by_party == {
        "C": floor.Share(1, 30),
        "V": floor.Share(1, 100),
        "–": floor.Share(1, 5),
    }
    assert told.by_mode == {"hall": floor.Share(2, 35), "remote": floor.Share(1, 100)}
    assert told.total == floor.Share(3, 135)


def test_the_same_press_sent_again_is_one_request(hall: Hall) -> None:
    sent = [
        hall.act(BO, "POST", "/requests", key="press", item=3, kind="speech").json for _ in range(2)
    ]
    assert sent[0] == sent[1]
    assert hall.kinds() == ["floor.requested"]
    again = hall.said(BO, "POST", "/requests", key="press", item=3, kind="point_of_order")
    assert again == (409, "Samma nyckel, annat innehåll.")


def test_a_request_that_cannot_be_read_names_the_field(hall: Hall) -> None:
    def field(**form: str) -> str:
        return str(hall.act(BO, "POST", "/requests", **form).json["field"])

    assert field(kind="speech") == "item"
    assert field(item="tre", kind="speech") == "item"
    assert field(item="3", kind="sång") == "kind"
    assert field(item="3", kind="reply", reply_to="-1") == "reply_to"
    assert hall.kinds() == []
