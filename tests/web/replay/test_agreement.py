from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.web.replay.test_pace import NOBODY, OPENED, at
from web.packages.kinds import Choice, Mode, QuestionKind
from web.packages.presence import AFTER, BEFORE
from web.packages.schema import AttendanceRow, Person, QuestionRow, VoteRow
from web.replay.agreement import agreed, by_votes_alone
from web.replay.pace import Timed
from web.replay.script import Asked
from web.replay.sittings import Sitting, sittings

ALVA, BENGT, WILMA = (Person(name, "A") for name in ("Alva Berg", "Bengt Dahl", "Wilma Äng"))
SEAT = 1


def row(
    who: Person, arrived: datetime | None = None, left: datetime | None = None
) -> AttendanceRow:
    return AttendanceRow(SEAT, who, arrived, left)


def votes(*cast: tuple[float, Person | None]) -> list[Timed]:
    """In seat 1, at so many minutes; nobody: absent."""
    day = []
    for number, (minute, voter) in enumerate(cast, start=1):
        question = QuestionRow(1, number, QuestionKind.MAIN, "bifall", "avslag", NOBODY)
        choice = Choice.YES if voter else Choice.ABSENT
        answers = (VoteRow(1, number, SEAT, choice, voter),)
        day.append(Timed(at(minute), at(minute + 0.5), Asked(0, question, answers)))
    return day


def told(found: Sequence[Sitting]) -> list[tuple[str, float | None, float | None]]:
    """Minutes from the opening."""
    return [(one.person.name.split()[0], *map(_minutes, (one.start, one.end))) for one in found]


def _minutes(moment: datetime) -> float | None:
    if moment in (BEFORE, AFTER):
        return None
    return (moment - OPENED) / timedelta(minutes=1)


def test_the_one_who_came_last_sits_and_the_other_is_back_when_that_one_goes() -> None:
    found = sittings([row(ALVA), row(WILMA, at(20), at(32))], OPENED, at(90))
    assert told(found[SEAT]) == [("Alva", None, 20), ("Wilma", 20, 32), ("Alva", 32, None)]


def test_whoever_is_there_at_the_opening_and_at_the_close_is_there_all_along() -> None:
    found = sittings([row(ALVA, at(-15), at(90))], OPENED, at(90))
    assert told(found[SEAT]) == [("Alva", None, None)]


def test_a_gap_of_a_minute_is_no_going_away() -> None:
    found = sittings([row(ALVA, at(0), at(20)), row(ALVA, at(21), at(90))], OPENED, at(90))
    assert told(found[SEAT]) == [("Alva", None, None)]


def test_people_without_a_seat_do_not_push_each_other_out() -> None:
    rows = [AttendanceRow(None, who, mode=Mode.HALL) for who in (ALVA, BENGT)]
    assert told(sittings(rows, OPENED, None)[None]) == [
        ("Alva", None, None),
        ("Bengt", None, None),
    ]


def test_a_voter_who_came_a_little_late_by_the_list_came_in_time_for_the_vote() -> None:
    known = {SEAT: [Sitting(ALVA, BEFORE, at(32)), Sitting(WILMA, at(32), AFTER)]}
    found = agreed(known, votes((31, WILMA)), {SEAT: ALVA})
    assert told(found[SEAT]) == [("Alva", None, 31 - 1 / 3), ("Wilma", 31 - 1 / 3, None)]


def test_a_voter_who_had_left_by_the_list_stayed_for_the_vote() -> None:
    known = {SEAT: [Sitting(ALVA, BEFORE, at(30)), Sitting(WILMA, at(30), AFTER)]}
    found = agreed(known, votes((31, ALVA), (40, WILMA)), {SEAT: ALVA})
    assert told(found[SEAT]) == [("Alva", None, 31 + 7 / 12), ("Wilma", 31 + 7 / 12, None)]


def test_absent_in_the_list_does_not_tell_that_she_had_gone() -> None:
    known = {SEAT: [Sitting(ALVA, BEFORE, AFTER)]}
    assert agreed(known, votes((31, None)), {SEAT: ALVA}) == known


def test_without_attendance_whoever_votes_sits_there_until_another_votes() -> None:
    cast = votes((10, ALVA), (20, None), (30, WILMA), (40, WILMA))
    found = by_votes_alone(cast, {SEAT: ALVA, 2: BENGT})
    assert told(found[SEAT]) == [("Alva", None, 20 - 1 / 3), ("Wilma", 30 - 1 / 3, None)]
    assert told(found[2]) == [("Bengt", None, None)]


people = st.sampled_from([ALVA, BENGT, WILMA])
stretches = st.lists(
    st.builds(
        lambda who, start, lasts: row(who, at(start), at(start + lasts)),
        people,
        st.integers(-10, 200),
        st.integers(0, 120),
    ),
    max_size=6,
)
cast = st.lists(
    st.tuples(st.integers(1, 200), st.none() | people), unique_by=lambda one: one[0], max_size=8
).map(sorted)


@given(stretches, st.lists(st.integers(1, 200), unique=True, max_size=8).map(sorted), st.data())
def test_at_every_vote_the_voter_sits_in_the_seat_and_never_two(
    rows: list[AttendanceRow], minutes: list[int], data: st.DataObject
) -> None:
    voters = [data.draw(st.none() | people) for _ in minutes]
    day = votes(*zip(minutes, voters, strict=True))
    found = agreed(sittings(rows, OPENED, at(230)), day, {SEAT: ALVA})[SEAT] if day else []
    for one, voter in zip(day, voters, strict=True):
        here = [sitting.person for sitting in found if sitting.start <= one.start < sitting.end]
        assert voter is None or here == [voter]
    assert all(one.start < one.end for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
