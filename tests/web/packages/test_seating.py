"""Warnings about who sat where, which do not stop an import."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.web.packages.builder import Draft, errors, package_of, warnings

STOCKHOLM = ZoneInfo("Europe/Stockholm")
BENGT, WILMA = ("2", "Bengt Dahl", "A"), ("2", "Wilma Äng", "A")


def _seat_two(*stretches: tuple[tuple[str, str, str], str, str]) -> Draft:
    """The attendance of seat 2, which is Bengt's; Wilma is a substitute."""
    draft = Draft().drop_line("attendance", 3)
    for person, arrived, left in stretches:
        draft.add("attendance", *person, arrived, left, "hall", "", "list")
    return draft


def _codes(draft: Draft) -> list[tuple[int, str]]:
    reading = draft.read()
    assert errors(reading) == []
    return [(one.line, one.code) for one in reading.warnings]


def test_a_substitute_who_takes_over_at_the_same_minute_is_no_warning() -> None:
    draft = _seat_two((BENGT, "", "18:40"), (WILMA, "18:40", ""))
    assert _codes(draft.put("votes", 24, "name", "Wilma Äng")) == []


def test_two_in_one_seat_for_more_than_a_minute_are_warned_of() -> None:
    one_minute = _seat_two((BENGT, "", "18:41"), (WILMA, "18:40", ""))
    assert _codes(one_minute.put("votes", 24, "name", "Wilma Äng")) == []
    longer = _seat_two((BENGT, "", "18:41:01"), (WILMA, "18:40", ""))
    assert _codes(longer.put("votes", 24, "name", "Wilma Äng")) == [(23, "two_in_one_seat")]


def test_two_who_by_the_list_both_sat_all_evening_are_warned_of_once() -> None:
    assert _codes(_seat_two((BENGT, "", ""), (WILMA, "", ""))) == [(23, "two_in_one_seat")]


def test_one_person_in_overlapping_stretches_is_not_two_people() -> None:
    assert _codes(_seat_two((BENGT, "", "20:00"), (BENGT, "19:00", ""))) == []


def test_a_long_stay_is_compared_with_everybody_who_comes_during_it() -> None:
    draft = _seat_two((WILMA, "", ""), (BENGT, "18:00", "18:45"), (BENGT, "18:50", "20:00"))
    assert [code for _, code in _codes(draft)] == ["two_in_one_seat", "two_in_one_seat"]


def test_a_member_who_is_back_after_a_substitute_is_warned_of() -> None:
    """KL 5:20: allowed after a conflict of interest, else not the same day."""
    draft = _seat_two((BENGT, "", "18:40"), (WILMA, "18:40", "18:50"), (BENGT, "18:50", ""))
    assert warnings(draft.read()) == [
        ("attendance.csv", 24, "name", "back_after_substitute", "Bengt Dahl")
    ]


def test_a_line_that_drops_without_a_substitute_is_no_return() -> None:
    assert _codes(_seat_two((BENGT, "", "18:40"), (BENGT, "18:45", ""))) == []


def test_a_member_who_arrives_late_after_a_substitute_is_no_return() -> None:
    assert _codes(_seat_two((WILMA, "", "18:20"), (BENGT, "18:20", ""))) == []


def test_every_return_is_warned_of() -> None:
    draft = _seat_two(
        (BENGT, "", "18:10"),
        (WILMA, "18:10", "18:15"),
        (BENGT, "18:15", "18:40"),
        (WILMA, "18:40", "18:50"),
        (BENGT, "18:50", ""),
    )
    assert _codes(draft) == [(24, "back_after_substitute"), (26, "back_after_substitute")]


def test_a_voter_who_was_not_in_that_seat_by_the_attendance_is_warned_of() -> None:
    draft = _seat_two((BENGT, "", "18:29"), (WILMA, "18:31", ""))
    reading = draft.read()
    assert warnings(reading) == [
        ("votes.csv", 3, "name", "voter_not_in_seat", "Bengt Dahl"),
        ("votes.csv", 24, "name", "voter_not_in_seat", "Bengt Dahl"),
    ]
    assert package_of(reading).votes[1].voter == ("Bengt Dahl", "A")


def test_the_minute_of_arriving_and_that_of_leaving_count_as_present() -> None:
    assert _codes(_seat_two((BENGT, "18:30", "19:00"))) == []


def test_without_a_time_only_a_voter_who_never_sat_there_is_warned_of() -> None:
    draft = _seat_two((BENGT, "20:00", "20:10"))
    draft.put("questions", 2, "time", "").put("questions", 3, "time", "")
    assert _codes(draft) == []
    assert _codes(draft.put("votes", 3, "name", "Wilma Äng")) == [(3, "voter_not_in_seat")]


def test_an_absent_seat_is_not_looked_for() -> None:
    draft = _seat_two((BENGT, "20:00", ""))
    draft.put("votes", 3, "choice", "absent").put("votes", 24, "choice", "absent")
    assert _codes(draft) == []


def test_without_attendance_nothing_is_said_of_seats() -> None:
    assert _codes(Draft().without("attendance")) == []


@pytest.mark.parametrize(
    ("arrived", "left", "since", "until"),
    [
        ("17:40", "20:00", (5, 17, 40), (5, 20, 0)),
        ("17:40", "", (5, 17, 40), None),
        ("", "00:20", None, (6, 0, 20)),
        ("00:10", "00:20", (6, 0, 10), (6, 0, 20)),
        ("17:30", "17:50", (5, 17, 30), (5, 17, 50)),
    ],
)
def test_a_time_before_the_opening_is_the_next_day_unless_somebody_only_came_early(
    arrived: str,
    left: str,
    since: tuple[int, int, int] | None,
    until: tuple[int, int, int] | None,
) -> None:
    draft = Draft().put("meeting", 6, "value", "00:30")
    draft.put("attendance", 3, "arrived", arrived).put("attendance", 3, "left", left)
    row = package_of(draft.read()).attendance[1]
    assert (row.arrived, row.left) == (_moment(since), _moment(until))


def _moment(when: tuple[int, int, int] | None) -> datetime | None:
    if when is None:
        return None
    day, hour, minute = when
    return datetime(2026, 10, day, hour, minute, tzinfo=STOCKHOLM)


def test_early_arrivals_are_mentioned_once() -> None:
    draft = (
        Draft().put("attendance", 3, "arrived", "17:40").put("attendance", 9, "arrived", "17:41")
    )
    reading = draft.read()
    assert package_of(reading).attendance[1].arrived == _moment((5, 17, 40))
    assert warnings(reading) == [("attendance.csv", 3, "arrived", "before_opening", "17:40")]


def test_votes_and_speeches_after_midnight_belong_to_the_next_day() -> None:
    draft = Draft().put("questions", 3, "time", "00:05").put("speeches", 3, "start", "00:01:30")
    package = package_of(draft.read())
    assert package.questions[1].time == _moment((6, 0, 5))
    assert package.speeches[1].start == datetime(2026, 10, 6, 0, 1, 30, tzinfo=STOCKHOLM)
