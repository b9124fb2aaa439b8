"""KL 5:16 by the day of the meeting, through the acts: the last day of the old wording, the first
of the new (REM-2), and the secretary, whom only the council's own rules keep in the hall."""

from typing import Any

import pytest

from meetings.models import Meeting, Seat
from tests.meetings.halls import Hall, Wall
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN, REMOTE

OLD, NEW = "2026-06-30", "2026-07-01"
IN_HALL = "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §)."


def held_on(hall: Hall, wall: Wall, day: str, **settings: Any) -> Hall:
    wall.set(f"{day}T17:00:00+00:00")
    hall.change(Meeting, OPEN, date=day, procedure=REMOTE | settings)
    return hall


def go_home(hall: Hall, person: int) -> tuple[int, str]:
    return hall.said(person, "PUT", "/attendance/mode", mode="remote")


def test_on_the_last_day_of_the_old_wording_the_presidium_may_sit_at_home(
    hall: Hall, wall: Wall
) -> None:
    held_on(hall, wall, OLD)
    assert [go_home(hall, person) for person in (ANNA, BEA)] == [(200, ""), (200, "")]


def test_on_the_first_day_of_the_new_wording_the_presidium_is_in_the_hall(
    hall: Hall, wall: Wall
) -> None:
    held_on(hall, wall, NEW)
    assert [go_home(hall, person) for person in (ANNA, BEA)] == [(409, IN_HALL), (409, IN_HALL)]
    assert go_home(hall, 4) == (200, "")


@pytest.mark.parametrize(("day", "status"), [(OLD, 200), (NEW, 409)])
def test_the_chair_is_taken_at_a_distance_under_the_old_wording_only(
    hall: Hall, wall: Wall, day: str, status: int
) -> None:
    held_on(hall, wall, day)
    hall.change(Seat, (OPEN, BEA), mode="remote")
    assert hall.put(BEA, "/chair", person=BEA) == status
    assert hall.row().presiding_id == (BEA if status == 200 else ANNA)


def test_whoever_leads_in_place_of_the_presidium_is_in_the_hall_too(hall: Hall, wall: Wall) -> None:
    held_on(hall, wall, NEW)
    hall.change(Seat, (OPEN, BEA), serving_id=None, mode=None)
    assert hall.said(ANNA, "PUT", "/chair", person=BO) == (409, IN_HALL)
    assert hall.put(ANNA, "/chair", person=4) == 200
    assert go_home(hall, 4) == (409, IN_HALL)


def test_a_council_that_reads_the_ban_narrowly_lets_its_vice_chair_sit_at_home(
    hall: Hall, wall: Wall
) -> None:
    held_on(hall, wall, NEW, remote_ban="who_presides")
    assert go_home(hall, BEA) == (200, "")
    assert go_home(hall, ANNA) == (409, IN_HALL)
    assert hall.put(BEA, "/chair", person=BEA) == 409


def test_the_secretary_is_where_the_council_says(hall: Hall, wall: Wall) -> None:
    held_on(hall, wall, NEW)
    refusal = "Sekreteraren är i salen. Så säger arbetsordningen."
    assert hall.said(KLARA, "PUT", "/attendance", mode="remote") == (409, refusal)
    assert hall.put(KLARA, "/attendance", mode="hall") == 200
    held_on(hall, wall, NEW, on_site_required=["presidium"])
    assert hall.put(KLARA, "/attendance", mode="remote") == 200
