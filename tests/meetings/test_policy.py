from collections.abc import Callable

from sqlalchemy.orm import Session

from agenda.models import Item
from core import clock
from core.actor import Actor, Audience, Onlooker
from councils.models import Role, RoleHeld
from meetings import policy
from meetings.models import Handling, Meeting, Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, REMOTE, SIV

EVERYBODY = (ANNA, BEA, BO, SIV, KLARA, PIA, DAN)


def those_who(hall: Hall, may: Callable[[Session, int], bool]) -> set[int]:
    with hall.database.reading() as session:
        return {person for person in EVERYBODY if may(session, person)}


def test_the_meeting_is_led_by_the_chair_and_the_office(hall: Hall) -> None:
    assert those_who(hall, lambda s, who: policy.may_preside(s, OPEN, Actor(who))) == {ANNA}
    assert those_who(hall, lambda s, who: policy.may_clerk(s, OPEN, Actor(who))) == {KLARA}
    assert those_who(hall, lambda s, who: policy.may_lead(s, OPEN, Actor(who))) == {ANNA, KLARA}


def test_nobody_leads_or_acts_in_the_name_of_somebody_else(hall: Hall) -> None:
    assert those_who(hall, lambda s, who: policy.may_lead(s, OPEN, Actor(who, BO))) == set()
    assert those_who(hall, lambda s, who: policy.may_act_for(s, OPEN, who, Actor(who, BO))) == set()
    assert not policy.may_decide_for_oneself(BO, Actor(PIA, BO))


def test_those_who_serve_speak_and_the_office_may(hall: Hall) -> None:
    def may(session: Session, who: int) -> bool:
        return policy.may_speak(session, OPEN, who)

    assert those_who(hall, may) == {ANNA, BEA, BO, KLARA}
    hall.change(Seat, (OPEN, 3), serving_id=SIV)
    assert those_who(hall, may) == {ANNA, BEA, SIV, KLARA}


def test_the_desk_helps_the_own_group_and_the_office_everybody(hall: Hall) -> None:
    def helped_by(secretary: int) -> set[int]:
        return those_who(hall, lambda s, who: policy.may_assist(s, OPEN, who, Actor(secretary)))

    assert helped_by(PIA) == {ANNA}
    assert helped_by(KLARA) == set(EVERYBODY)
    assert [helped_by(other) for other in (ANNA, BO, DAN)] == [set(), set(), set()]


def test_the_chair_is_taken_by_the_presidium_or_handed_over(hall: Hall) -> None:
    def takes(session: Session, who: int) -> bool:
        return policy.may_take_chair(session, OPEN, who, Actor(who))

    assert those_who(hall, takes) == {ANNA, BEA}
    assert those_who(hall, lambda s, who: policy.may_take_chair(s, OPEN, BO, Actor(who))) == {
        ANNA,
        KLARA,
    }


def watching(hall: Hall, audience: Audience, group: str | None = None) -> set[int]:
    onlooker = Onlooker(audience, group)
    return those_who(hall, lambda s, who: policy.may_watch(s, OPEN, onlooker, who))


def reading_the_draft(hall: Hall) -> set[int]:
    return those_who(hall, lambda s, who: policy.may_read_draft(s, OPEN, who))


OWN = {ANNA, BEA, BO, SIV, KLARA, PIA}
SERVING = OWN - {SIV}  # and those who work there


def let_substitutes_follow(hall: Hall) -> None:
    hall.change(Meeting, OPEN, procedure=REMOTE | {"remote_observers": True})


def test_substitutes_who_do_not_serve_follow_where_the_council_says_so(hall: Hall) -> None:
    """U15."""
    assert watching(hall, Audience.MEMBER) == SERVING
    let_substitutes_follow(hall)
    assert watching(hall, Audience.MEMBER) == OWN


def test_before_and_after_the_meeting_they_have_their_page(hall: Hall) -> None:
    hall.change(Meeting, OPEN, opened_at=None)
    assert watching(hall, Audience.MEMBER) == OWN
    hall.change(Meeting, OPEN, opened_at=clock.now(), closed_at=clock.now())
    assert watching(hall, Audience.MEMBER) == OWN


def test_a_substitute_who_is_called_is_let_in_and_keeps_the_page_for_a_reservation(
    hall: Hall,
) -> None:
    """KL 4:27."""
    assert hall.delete(BO, "/attendance", confirmed=1) == 200
    assert hall.put(KLARA, "/seats/3/substitute", person=SIV) == 200
    assert watching(hall, Audience.MEMBER) == OWN
    hall.change(Seat, (OPEN, 3), serving_id=BO)
    assert watching(hall, Audience.MEMBER) == OWN
    hall.change(Item, 3, closed_doors=True)
    assert watching(hall, Audience.MEMBER) == OWN - {SIV, PIA}


def test_a_substitute_with_an_office_of_the_council_is_there_in_that(hall: Hall) -> None:
    with hall.database.writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=SIV, role=Role.COMMISSIONER))
    assert watching(hall, Audience.MEMBER) == OWN
    hall.change(Item, 3, closed_doors=True)
    assert watching(hall, Audience.MEMBER) == OWN - {PIA}


def test_behind_closed_doors_those_who_serve_and_the_office_follow_the_meeting(
    hall: Hall,
) -> None:
    """A political secretary is not in the room, unless she holds a seat or an office there.

    A substitute who does not serve is in the hall, not on a page (U15).
    """
    let_substitutes_follow(hall)
    assert (watching(hall, Audience.MEMBER), reading_the_draft(hall)) == (OWN, OWN)
    hall.change(Item, 3, closed_doors=True)
    inside = SERVING - {PIA}
    assert (watching(hall, Audience.MEMBER), reading_the_draft(hall)) == (inside, inside)
    assert watching(hall, Audience.SUPPORT, "S") == {KLARA, PIA}
    assert watching(hall, Audience.CHAIR) == {ANNA, KLARA}
    assert watching(hall, Audience.HALL) == set(EVERYBODY)
    with hall.database.writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=PIA, role=Role.COMMISSIONER))
    assert watching(hall, Audience.MEMBER) == SERVING


def test_when_the_doors_open_again_they_follow_but_the_draft_stays_in_the_room(
    hall: Hall,
) -> None:
    let_substitutes_follow(hall)
    hall.change(Item, 3, closed_doors=True)
    hall.change(Handling, 1, closed_at=clock.now())
    assert watching(hall, Audience.MEMBER) == OWN
    assert reading_the_draft(hall) == OWN - {PIA}


def test_an_item_behind_closed_doors_that_is_only_planned_shuts_nobody_out(hall: Hall) -> None:
    hall.change(Item, 4, closed_doors=True)
    assert (watching(hall, Audience.MEMBER), reading_the_draft(hall)) == (SERVING, SERVING)
