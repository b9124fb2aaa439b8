from collections.abc import Callable

from sqlalchemy.orm import Session

from core.actor import Actor
from meetings import policy
from meetings.models import Seat
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, SIV

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
