"""KL 5:12–14, 5:33, 5:52: when a meeting must be held, may open, may decide the unannounced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.deadlines import NoticeStatus
from agenda.rules.kinds import ItemKind
from agenda.rules.wording import needs_announcement, needs_preparation
from meetings.rules.convening import (
    ExtraMeeting,
    Lack,
    MeetingGround,
    extra_meeting,
    lacks,
    may_decide_unannounced,
    why_not_open,
)


@given(st.integers(1, 199))
def test_a_third_of_the_seats_can_have_a_meeting_held(seats: int) -> None:
    needed = extra_meeting(seats).needed
    assert 3 * (needed - 1) < seats <= 3 * needed
    found = extra_meeting(seats, requested_by=needed)
    assert found == ExtraMeeting(needed, (MeetingGround.MEMBERS,))
    assert extra_meeting(seats, requested_by=needed - 1) == ExtraMeeting(needed, ())


def test_nobody_has_asked_until_somebody_asks() -> None:
    assert extra_meeting(1) == ExtraMeeting(1, ())


def test_board_members_and_chair_each_suffice() -> None:
    found = extra_meeting(61, requested_by=21, board_requests=True, chair_wants=True)
    assert found.grounds == tuple(MeetingGround)
    assert [found.must_be_held, extra_meeting(61).must_be_held] == [True, False]


@pytest.mark.parametrize(("seats", "asking"), [(61, 62), (61, -1), (0, 0)])
def test_more_cannot_ask_than_there_are_seats(seats: int, asking: int) -> None:
    with pytest.raises(ValueError, match="fler än platserna"):
        extra_meeting(seats, requested_by=asking)


def test_a_meeting_without_a_notice_in_time_does_not_open() -> None:
    assert [why_not_open(status) for status in (None, *NoticeStatus)] == [
        "Sammanträdet är inte kungjort. Kungör det eller flytta det.",
        None,
        None,
        "Kungörelsen kom för sent. Sammanträdet måste flyttas.",
    ]


@given(st.sampled_from(ItemKind), st.booleans(), st.booleans())
def test_what_is_announced_and_prepared_lacks_nothing(
    kind: ItemKind, is_announced: bool, is_prepared: bool
) -> None:
    found = lacks(kind, is_announced=is_announced, is_prepared=is_prepared)
    assert lacks(kind, is_announced=True, is_prepared=True) == ()
    assert (Lack.ANNOUNCEMENT in found) == (needs_announcement(kind) and not is_announced)
    assert (Lack.PREPARATION in found) == (needs_preparation(kind) and not is_prepared)


def test_an_election_is_announced_but_not_prepared() -> None:
    found = lacks(ItemKind.ELECTION, is_announced=False, is_prepared=False)
    assert found == (Lack.ANNOUNCEMENT,)


@given(st.integers(1, 149))
def test_one_against_stops_an_item_that_was_not_announced(present: int) -> None:
    assert may_decide_unannounced(present=present, agree=present)
    assert not may_decide_unannounced(present=present, agree=present - 1)


def test_an_empty_hall_decides_nothing() -> None:
    assert not may_decide_unannounced(present=0, agree=0)
    for agree in (59, -1):
        with pytest.raises(ValueError, match="fler än de närvarande"):
            may_decide_unannounced(present=58, agree=agree)
