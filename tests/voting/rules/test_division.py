"""KL 5:33, 5:52, 5:54–56: one division and what it gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.division import Matter, calling_order, division_result, is_open
from voting.rules.majority import Caution, Choice, Ground, Outcome, State, Tally, outcome

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
votes = st.integers(0, 149)
lot_matters = [Matter.ELECTION, Matter.EMPLOYMENT]


def test_divisions_are_open_except_on_elections_and_employment() -> None:
    assert [is_open(matter) for matter in Matter] == [True, False, False]


def test_the_chair_is_called_last() -> None:
    assert calling_order(["S01", "M01", "C01"], "S01") == ["M01", "C01", "S01"]


@given(votes, votes, votes)
def test_an_ordinary_division_is_an_open_vote(yes: int, no: int, out: int) -> None:
    tally = Tally(yes, no, out)
    assert division_result(tally) == outcome(tally)
    assert division_result(tally, casting=YES) == outcome(tally, casting=YES)


@pytest.mark.parametrize("matter", lot_matters)
@given(each=votes, lot=st.sampled_from([YES, NO]))
def test_an_even_election_goes_to_the_lot(matter: Matter, each: int, lot: Choice) -> None:
    even = Tally(each, each)
    waits = division_result(even, matter=matter)
    assert waits == Outcome(State.AWAIT_LOT, None, None)
    drawn = division_result(even, matter=matter, lot=lot)
    assert drawn == Outcome(State.DECIDED, lot, Ground.LOT)


def test_a_lot_that_is_not_needed_changes_nothing() -> None:
    plain = division_result(Tally(29, 20), matter=Matter.ELECTION)
    drawn = division_result(Tally(29, 20), matter=Matter.ELECTION, lot=NO)
    assert plain == Outcome(State.DECIDED, YES, Ground.MAJORITY)
    warned = (Caution.LOT_NOT_NEEDED,)
    assert drawn == Outcome(State.DECIDED, YES, Ground.MAJORITY, warnings=warned)


@pytest.mark.parametrize("matter", lot_matters)
def test_there_is_no_casting_vote_in_elections_and_employment(matter: Matter) -> None:
    with pytest.raises(ValueError, match="ingen utslagsröst"):
        division_result(Tally(20, 20), matter=matter, casting=NO)


def test_the_lot_never_decides_an_ordinary_item() -> None:
    with pytest.raises(ValueError, match="avgör inte lotten"):
        division_result(Tally(20, 20), lot=NO)


def test_a_lot_gives_an_answer() -> None:
    with pytest.raises(ValueError, match="Lotten ger ja eller nej"):
        division_result(Tally(20, 20), matter=Matter.ELECTION, lot=ABSTAIN)


def test_all_present_must_agree_that_an_unannounced_item_is_decided() -> None:
    agreed = division_result(Tally(61, 0), all_present=True)
    silent = division_result(Tally(57, 0), all_present=True, present=58)
    assert agreed == Outcome(State.DECIDED, YES, Ground.ALL_PRESENT, needed=61)
    assert silent == Outcome(State.DECIDED, NO, Ground.ALL_PRESENT, needed=58)


@pytest.mark.parametrize(
    ("matter", "casting", "lot", "message"),
    [
        (Matter.ORDINARY, YES, None, "ingen utslagsröst"),
        (Matter.ORDINARY, None, YES, "inte lotten"),
        (Matter.ELECTION, None, YES, "inte lotten"),
    ],
)
def test_where_all_must_agree_nothing_breaks_a_tie(
    matter: Matter, casting: Choice | None, lot: Choice | None, message: str
) -> None:
    even = Tally(30, 30)
    with pytest.raises(ValueError, match=message):
        division_result(even, matter=matter, all_present=True, casting=casting, lot=lot)


def test_a_casting_vote_against_the_chairs_own_vote_is_warned_of() -> None:
    found = division_result(Tally(30, 30, 1), casting=NO, chair_vote=YES)
    warned = (Caution.CASTING_DIFFERS_FROM_OWN_VOTE,)
    assert found == Outcome(State.DECIDED, NO, Ground.CASTING_VOTE, warnings=warned)


@pytest.mark.parametrize("matter", Matter)
def test_no_more_have_answered_than_are_present(matter: Matter) -> None:
    with pytest.raises(ValueError, match="fler än de närvarande"):
        division_result(Tally(31, 30), matter=matter, present=60)
