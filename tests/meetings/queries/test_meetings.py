from meetings.models import Handling
from meetings.queries.meetings import personal, possible_acts, state
from meetings.rules.lifecycle import Step
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, PIA

ASKED = (Step.CONVENE, Step.OPEN, Step.OPEN_ITEM, Step.CLOSE_ITEM, Step.ADJOURN, Step.CLOSE)


def acts(hall: Hall, *steps: Step) -> list[str | None]:
    with hall.database.reading() as session:
        found = possible_acts(session, hall.meeting)
    assert set(found) == set(Step)
    return [found[step] for step in steps or ASKED]


def test_each_state_says_what_is_possible_and_why_not(planned: Hall) -> None:
    not_called, not_open = "Sammanträdet är inte kallat än.", "Sammanträdet är inte öppnat än."
    assert acts(planned) == [None, not_called, not_called, not_called, not_called, not_called]
    planned.put(KLARA, "/convening")
    assert acts(planned) == [not_open, None, not_open, not_open, not_open, not_open]
    planned.put(ANNA, "/opening")
    going_on = "Sammanträdet pågår."
    roll = "Uppropet är inte klart."
    assert acts(planned) == [going_on, going_on, roll, "Inget ärende är öppet.", None, None]


def test_the_quorum_stands_in_the_way(planned: Hall) -> None:
    planned.convene_and_open()
    for seat in range(1, 11):
        planned.put(KLARA, f"/seats/{seat}/answer", answer="hall")
    planned.put(ANNA, "/roll-call")
    assert acts(planned, Step.OPEN_ITEM, Step.CALL_ROLL) == [
        "Fullmäktige är inte beslutsfört: 10 deltar, 11 behövs (5 kap. 45 §).",
        "Uppropet är klart.",
    ]
    planned.put(11, "/attendance", mode="hall")
    assert acts(planned, Step.OPEN_ITEM) == [None]


def test_while_a_vote_is_open_nothing_else_is_done(hall: Hall) -> None:
    assert acts(hall, Step.OPEN_ITEM, Step.CLOSE_ITEM) == ["Avsluta ärendet först.", None]
    hall.change(Handling, 1, step="division")
    waiting = "Votering pågår. Vänta tills den är avslutad."
    assert acts(hall, Step.CLOSE_ITEM, Step.ADJOURN, Step.LEAVE) == [waiting, waiting, None]


def test_a_pause_and_an_end_say_so(hall: Hall) -> None:
    hall.post(ANNA, "/adjournments")
    assert acts(hall, Step.CLOSE_ITEM, Step.RESUME) == ["Sammanträdet är ajournerat.", None]
    assert state(hall.row()) == "adjourned"
    hall.put(ANNA, "/resumption")
    hall.put(ANNA, "/items/3/closing", confirmed=1)
    hall.put(ANNA, "/closure", confirmed=1)
    assert acts(hall, Step.RESUME, Step.EDIT_MINUTES) == ["Sammanträdet är avslutat.", None]
    assert state(hall.row()) == "closed"


def test_one_person_has_everything_in_one_place(hall: Hall) -> None:
    hall.post(BO, "/requests", item=3, kind="speech")
    with hall.database.reading() as session:
        mine, hers = personal(session, hall.meeting, BO), personal(session, hall.meeting, PIA)
    assert {name for name, value in mine.items() if value} == {"seat", "place"}
    assert set(hers.values()) == {None}
