"""KL 5:50, 5:55–56, 4:24–25: what an open division gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.majority import (
    Caution,
    Choice,
    Ground,
    Outcome,
    Required,
    State,
    Tally,
    cautions,
    count,
    needed,
    opposite,
    outcome,
)

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
votes = st.integers(0, 149)
tallies = st.builds(Tally, votes, votes, votes)
answers = st.sampled_from([YES, NO])
special = st.sampled_from([Required.TWO_THIRDS, Required.TWO_THIRDS_AGAINST, Required.ALL])


def test_the_values_are_those_of_the_files_and_the_log() -> None:
    assert [str(choice) for choice in Choice] == ["yes", "no", "abstain"]
    assert [str(kind) for kind in Required] == [
        "simple",
        "one_third",
        "two_thirds",
        "two_thirds_against",
        "all",
    ]


@given(st.lists(st.sampled_from(Choice)))
def test_each_answer_is_counted_once(ballots: list[Choice]) -> None:
    tally = count(ballots)
    assert [tally.of(choice) for choice in Choice] == [ballots.count(choice) for choice in Choice]
    assert tally.cast == len(ballots)


def test_most_votes_win_whatever_the_number_who_abstain() -> None:
    assert outcome(Tally(31, 28, 2)) == Outcome(State.DECIDED, YES, Ground.MAJORITY)
    assert outcome(Tally(10, 3, 28)) == Outcome(State.DECIDED, YES, Ground.MAJORITY)
    assert outcome(Tally(3, 10, 28)) == Outcome(State.DECIDED, NO, Ground.MAJORITY)


@given(tallies, votes)
def test_abstaining_never_changes_a_simple_majority(tally: Tally, more: int) -> None:
    assert outcome(tally) == outcome(Tally(tally.yes, tally.no, tally.abstain + more))


@given(votes, votes)
def test_a_tie_waits_for_the_chair_and_is_never_resolved_by_itself(each: int, out: int) -> None:
    assert outcome(Tally(each, each, out)) == Outcome(State.AWAIT_CASTING_VOTE, None, None)


@given(votes, votes, answers)
def test_the_casting_vote_decides_a_tie(each: int, out: int, casting: Choice) -> None:
    found = outcome(Tally(each, each, out), casting=casting)
    assert found == Outcome(State.DECIDED, casting, Ground.CASTING_VOTE)


def test_a_casting_vote_against_the_chairs_own_vote_is_accepted_with_a_caution() -> None:
    found = outcome(Tally(30, 30, 1), casting=NO, chair_vote=YES)
    warned = (Caution.CASTING_DIFFERS_FROM_OWN_VOTE,)
    assert found == Outcome(State.DECIDED, NO, Ground.CASTING_VOTE, warnings=warned)


def test_a_casting_vote_that_is_not_needed_changes_nothing() -> None:
    found = outcome(Tally(31, 28, 2), casting=NO)
    warned = (Caution.CASTING_NOT_NEEDED,)
    assert found == Outcome(State.DECIDED, YES, Ground.MAJORITY, warnings=warned)


def test_a_chair_who_abstained_or_has_not_voted_gets_no_caution() -> None:
    assert cautions(YES, ABSTAIN, used=True) == ()
    assert cautions(YES, None, used=True) == ()
    assert cautions(YES, YES, used=True) == ()
    assert cautions(None, YES, used=False) == ()


def test_the_chair_cannot_abstain_from_the_casting_vote() -> None:
    with pytest.raises(ValueError, match="här får ordföranden inte avstå"):
        outcome(Tally(30, 30), casting=ABSTAIN)


@pytest.mark.parametrize(
    ("tally", "result", "by"),
    [
        (Tally(40, 20, 1), YES, Ground.MAJORITY),
        (Tally(40, 21, 0), NO, Ground.MINORITY),
        (Tally(30, 31, 0), NO, Ground.MAJORITY),
        (Tally(30, 30, 1), NO, Ground.MINORITY),
        (Tally(0, 0, 61), YES, Ground.TOO_FEW),
        (Tally(40, 0, 21), YES, Ground.MAJORITY),
        (Tally(0, 40, 21), NO, Ground.MAJORITY),
    ],
)
def test_a_third_of_those_present_refers_an_item_back(
    tally: Tally, result: Choice, by: Ground
) -> None:
    found = outcome(tally, required=Required.ONE_THIRD)
    assert found == Outcome(State.DECIDED, result, by, needed=21)


def test_thirteen_of_the_thirty_nine_present_were_enough_in_a_council_of_forty_one() -> None:
    found = outcome(Tally(24, 15), required=Required.ONE_THIRD)
    assert found == Outcome(State.DECIDED, NO, Ground.MINORITY, needed=13)


def test_those_present_who_do_not_answer_are_in_the_base_for_a_third() -> None:
    found = outcome(Tally(30, 20), required=Required.ONE_THIRD, present=61)
    assert found == Outcome(State.DECIDED, YES, Ground.MAJORITY, needed=21)


def test_an_even_vote_below_a_third_waits_for_the_casting_vote() -> None:
    tally = Tally(10, 10, 40)
    waits = outcome(tally, required=Required.ONE_THIRD)
    assert waits == Outcome(State.AWAIT_CASTING_VOTE, None, None, needed=20)
    for casting in (YES, NO):
        found = outcome(tally, required=Required.ONE_THIRD, casting=casting)
        assert found == Outcome(State.DECIDED, casting, Ground.CASTING_VOTE, needed=20)


def test_a_casting_vote_is_not_needed_where_a_third_is_reached() -> None:
    found = outcome(Tally(30, 30, 1), required=Required.ONE_THIRD, casting=YES)
    warned = (Caution.CASTING_NOT_NEEDED,)
    assert found == Outcome(State.DECIDED, NO, Ground.MINORITY, 21, warned)


def test_the_question_may_be_turned_so_that_ja_refers_back() -> None:
    found = outcome(Tally(21, 40), required=Required.ONE_THIRD, side=YES)
    assert found == Outcome(State.DECIDED, YES, Ground.MINORITY, needed=21)


@given(tallies.filter(lambda tally: tally.cast > 0), answers)
def test_a_third_is_lost_only_by_fewer_votes_and_less_than_a_third(
    tally: Tally, side: Choice
) -> None:
    found = outcome(tally, required=Required.ONE_THIRD, side=side)
    for_it, against = tally.of(side), tally.of(opposite(side))
    lost = found.result is opposite(side)
    waits = found.state is State.AWAIT_CASTING_VOTE
    assert waits == (0 < for_it == against and 3 * for_it < tally.cast)
    assert lost == ((3 * for_it < tally.cast and for_it < against) or tally.yes + tally.no == 0)


@given(tallies, special, answers)
def test_two_thirds_and_all_are_shares_of_those_present(
    tally: Tally, required: Required, side: Choice
) -> None:
    found = outcome(tally, required=required, side=side)
    parts = 3 if required is Required.ALL else 2
    assert (found.result is side) == (3 * tally.of(side) >= parts * tally.cast)
    assert found.state is State.DECIDED


def test_one_who_abstains_has_not_agreed() -> None:
    found = outcome(Tally(60, 0, 1), required=Required.ALL)
    assert found == Outcome(State.DECIDED, NO, Ground.ALL_PRESENT, needed=61)


@given(tallies, st.integers(0, 40))
def test_a_popular_initiative_falls_only_by_two_thirds_of_those_present_against(
    tally: Tally, silent: int
) -> None:
    """KL 5:37: a majority against is not enough, and who abstains or is silent stops nothing."""
    present = tally.cast + silent
    found = outcome(tally, required=Required.TWO_THIRDS_AGAINST, present=present)
    assert (found.result is NO) == (3 * tally.no >= 2 * present)
    assert (found.state, found.by) == (State.DECIDED, Ground.TWO_THIRDS)


def test_thirty_seven_of_fifty_seven_are_not_two_thirds() -> None:
    few = outcome(Tally(37, 20), required=Required.TWO_THIRDS)
    enough = outcome(Tally(38, 19), required=Required.TWO_THIRDS, casting=YES)
    warned = (Caution.CASTING_NOT_NEEDED,)
    assert few == Outcome(State.DECIDED, NO, Ground.TWO_THIRDS, needed=38)
    assert enough == Outcome(State.DECIDED, YES, Ground.TWO_THIRDS, 38, warned)


def test_the_share_needed_is_told_before_the_vote() -> None:
    assert [needed(kind, 61) for kind in Required] == [None, 21, 41, 41, 61]


@pytest.mark.parametrize("required", Required)
def test_more_votes_than_members_present_are_refused(required: Required) -> None:
    with pytest.raises(ValueError, match="Rösterna är fler än de närvarande"):
        outcome(Tally(31, 31), required=required, present=61)


@pytest.mark.parametrize("figures", [(-1, 0, 0), (0, -1, 0), (0, 0, -1)])
def test_a_figure_below_nought_is_refused(figures: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="kan inte vara negativt"):
        Tally(*figures)


def test_abstaining_has_no_opposite() -> None:
    assert [opposite(YES), opposite(NO)] == [NO, YES]
    with pytest.raises(ValueError, match="inget motsatt svar"):
        opposite(ABSTAIN)


def test_pairing_is_no_answer() -> None:
    """KVITT-1: whoever has paired is absent."""
    assert [choice.value for choice in Choice] == ["yes", "no", "abstain"]
