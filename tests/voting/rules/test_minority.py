"""KL 5:50: tabling and referral back by a minority, once for each item."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from voting.rules.minority import (
    Delay,
    DelayGround,
    DelayVote,
    Referral,
    TieBreak,
    minority_referral,
)
from voting.rules.thresholds import one_third, two_thirds

heads = st.integers(0, 149)


@st.composite
def delay_votes(draw: st.DrawFn) -> DelayVote:
    for_delay, against, rest = draw(heads), draw(heads), draw(heads)
    assume(for_delay + against + rest > 0)
    return DelayVote(
        for_delay + against + rest,
        for_delay,
        against,
        draw(st.sampled_from(Delay)),
        already_used=draw(st.booleans()),
        election=draw(st.booleans()),
        tie_break=draw(st.none() | st.sampled_from(TieBreak)),
    )


@pytest.mark.parametrize(
    ("present", "third"), [(61, 21), (60, 20), (59, 20), (58, 20), (57, 19), (41, 14), (39, 13)]
)
def test_a_third_of_those_present_is_rounded_up(present: int, third: int) -> None:
    assert one_third(present) == third


@given(heads)
def test_shares_are_the_least_whole_numbers_that_reach_them(present: int) -> None:
    for share, part in ((one_third, Fraction(1, 3)), (two_thirds, Fraction(2, 3))):
        assert share(present) - 1 < part * present <= share(present)


def test_a_number_below_nought_has_no_share() -> None:
    with pytest.raises(ValueError, match="kan inte vara negativt"):
        one_third(-1)


def test_a_minority_refers_back_once_and_then_a_majority_is_needed() -> None:
    first = minority_referral(DelayVote(61, 21, 40))
    again = minority_referral(DelayVote(61, 25, 36, already_used=first.uses_minority_right))
    third = minority_referral(DelayVote(61, 31, 30, already_used=True))
    assert first == Referral(21, True, DelayGround.MINORITY)
    assert again == Referral(21, False, DelayGround.RIGHT_USED)
    assert third == Referral(21, True, DelayGround.MAJORITY)


def test_a_referral_by_majority_does_not_use_up_the_right() -> None:
    assert not minority_referral(DelayVote(61, 31, 30)).uses_minority_right


@given(delay_votes())
def test_tabling_and_referring_back_share_the_same_right(vote: DelayVote) -> None:
    both = {minority_referral(replace(vote, kind=kind)) for kind in Delay}
    assert len(both) == 1


@given(delay_votes())
def test_nothing_is_carried_by_less_than_a_third_and_fewer_votes(vote: DelayVote) -> None:
    found = minority_referral(vote)
    if found.carried and found.ground is not DelayGround.CASTING_VOTE:
        is_third = 3 * vote.for_delay >= vote.present
        assert vote.for_delay > vote.against or is_third or found.ground is DelayGround.LOT


@given(delay_votes())
def test_only_an_even_vote_waits_and_only_without_a_decision(vote: DelayVote) -> None:
    found = minority_referral(vote)
    if found.carried is None:
        assert vote.for_delay == vote.against
        assert vote.tie_break is None
    if vote.election:
        assert found.ground not in (DelayGround.MINORITY, DelayGround.CASTING_VOTE)


def test_one_against_one_is_even_but_nought_against_nought_is_not() -> None:
    even = minority_referral(DelayVote(61, 1, 1))
    silent = minority_referral(DelayVote(61, 0, 0))
    assert even == Referral(21, None, DelayGround.AWAIT_CASTING_VOTE)
    assert silent == Referral(21, False, DelayGround.TOO_FEW)


def test_a_casting_vote_decides_nothing_where_the_votes_are_not_even() -> None:
    found = minority_referral(DelayVote(61, 20, 30, tie_break=TieBreak.FOR))
    assert found == Referral(21, False, DelayGround.TOO_FEW)


@pytest.mark.parametrize(
    ("for_delay", "against", "tie_break", "carried", "ground"),
    [
        (31, 30, None, True, DelayGround.MAJORITY),
        (30, 31, None, False, DelayGround.ELECTION),
        (30, 30, None, None, DelayGround.AWAIT_LOT),
        (30, 30, TieBreak.FOR, True, DelayGround.LOT),
        (30, 30, TieBreak.AGAINST, False, DelayGround.LOT),
    ],
)
def test_an_election_is_put_off_by_a_majority_and_an_even_vote_by_the_lot(
    for_delay: int,
    against: int,
    tie_break: TieBreak | None,
    carried: bool | None,
    ground: DelayGround,
) -> None:
    vote = DelayVote(61, for_delay, against, election=True, tie_break=tie_break)
    assert minority_referral(vote) == Referral(21, carried, ground)


def test_a_single_member_present_may_refer_back() -> None:
    assert minority_referral(DelayVote(1, 1, 0)) == Referral(1, True, DelayGround.MAJORITY)


def test_an_extra_election_is_tabled_the_first_time_whatever_the_votes() -> None:
    vote = DelayVote(61, 5, 50, Delay.TABLE, extra_election_first_time=True)
    assert minority_referral(vote) == Referral(21, True, DelayGround.ALWAYS_TABLED)


@pytest.mark.parametrize(("kind", "election"), [(Delay.REFER_BACK, False), (Delay.TABLE, True)])
def test_an_extra_election_is_not_referred_back_nor_an_election_of_persons(
    kind: Delay, election: bool
) -> None:
    with pytest.raises(ValueError, match="Extra val bordläggs"):
        DelayVote(61, 5, 50, kind, election=election, extra_election_first_time=True)


def test_putting_off_is_referring_back_where_nothing_else_is_said() -> None:
    assert DelayVote(61, 5, 50).kind is Delay.REFER_BACK


@pytest.mark.parametrize(
    ("present", "for_delay", "against", "message"),
    [
        (0, 0, 0, "måste vara positiva"),
        (61, -1, 0, "måste vara positiva"),
        (61, 0, -1, "måste vara positiva"),
        (61, 31, 31, "fler än de närvarande"),
    ],
)
def test_impossible_figures_are_refused(
    present: int, for_delay: int, against: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        DelayVote(present, for_delay, against)
