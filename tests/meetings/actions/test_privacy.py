"""OPEN-3: before a deliberation behind closed doors those at a distance attest to being alone.

The act is `attest_private`.
"""

from agenda.models import Item
from core.actor import Audience, Onlooker
from meetings.models import Meeting
from meetings.queries import own, privacy
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN

URL = "/items/3/attestation"
AT_A_DISTANCE = [3, 6, 9, 12, 15, 18, 21]


def close_doors(hall: Hall) -> None:
    hall.change(Item, 3, closed_doors=True)


def missing(hall: Hall) -> list[int]:
    with hall.database.reading() as session:
        return [one.person_id for one in privacy.unattested(session, OPEN)]


def ask_for_the_floor(hall: Hall, person: int) -> tuple[int, str]:
    return hall.said(person, "POST", "/requests", item=3, kind="speech")


def test_whoever_attests_is_let_in_and_it_is_recorded(hall: Hall) -> None:
    close_doors(hall)
    assert missing(hall) == AT_A_DISTANCE
    assert hall.put(BO, URL) == 200
    told = {"item_id": 3, "seat": 3, "person_id": BO, "name": "Bo Bok", "party": "V"}
    assert (hall.kinds()[-1], hall.last()) == ("member.attested", told)
    assert missing(hall) == AT_A_DISTANCE[1:]
    assert hall.kind(BO, "PUT", URL) == "MovedOn"


def test_whoever_has_not_is_present_but_has_no_part_in_the_deliberation(hall: Hall) -> None:
    close_doors(hall)
    refusal = "Bo Bok har inte intygat att ingen annan kan höra. Det krävs bakom stängda dörrar."
    assert ask_for_the_floor(hall, BO) == (409, refusal)
    assert hall.seat(3).serving_id == BO
    with hall.database.reading() as session:
        assert privacy.may_follow(session, OPEN, BO) is False
        assert privacy.may_follow(session, OPEN, ANNA) is True
    assert hall.put(BO, URL) == 200
    assert ask_for_the_floor(hall, BO) == (200, "")


def test_the_page_asks_only_those_at_a_distance_who_have_not_said_it(hall: Hall) -> None:
    with hall.database.reading() as session:
        assert own.rooms(session, OPEN) == {}
    close_doors(hall)
    hall.put(BO, URL)
    with hall.database.reading() as session:
        assert own.rooms(session, OPEN) == {one: {"item": 3} for one in AT_A_DISTANCE[1:]}


def test_the_chair_sees_who_has_not(hall: Hall) -> None:
    close_doors(hall)
    seen = hall.app.extensions["live"].view(OPEN, Onlooker(Audience.CHAIR))["panels"]["alarms"]
    assert "7 på distans har inte intygat att de är ensamma" in seen
    assert "Bo Bok, Ledamot 6," in seen


def test_nobody_else_can_say_it_and_in_the_hall_it_is_not_asked(hall: Hall) -> None:
    assert hall.said(BO, "PUT", URL) == (409, "Ärendet behandlas inte bakom stängda dörrar.")
    close_doors(hall)
    refusal = "Det intygas av den som tjänstgör på distans."
    assert [hall.said(person, "PUT", URL) for person in (ANNA, KLARA)] == [(409, refusal)] * 2


def test_a_council_that_does_not_ask_for_it_is_not_asked(hall: Hall) -> None:
    close_doors(hall)
    rules = dict(hall.row().procedure) | {"remote_private_room_attest": False}
    hall.change(Meeting, OPEN, procedure=rules)
    assert missing(hall) == []
    assert ask_for_the_floor(hall, BO) == (200, "")
