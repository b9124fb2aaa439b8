"""PROTOCOL 18.2: a ballot that is opened instead of cast shows what the device put in it."""

from dataclasses import replace

import pytest
from gmpy2 import mpz
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import anyone, board, chair, mixed
from tests.voting.ballot.trying import tried, written
from voting.ballot.ballots import tracker
from voting.ballot.reasons import Code, Fault
from voting.ballot.trials import Trial, open_trial


def refused(trial: Trial) -> Code:
    with pytest.raises(Fault) as found:
        open_trial(written(trial))
    return found.value.code


@pytest.mark.parametrize("choice", [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
def test_a_tried_ballot_says_what_its_voter_chose(choice: tuple[int, ...]) -> None:
    trial = tried(chair(), [choice])
    opened = open_trial(written(trial))
    assert opened.choices == (choice,)
    assert opened.tracker == tracker(trial.ballot)
    assert opened.election.text == chair().election.text


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(0, 255), min_size=2, max_size=2))
def test_free_ballots_say_their_numbers(numbers: list[int]) -> None:
    assert open_trial(written(tried(anyone(), [numbers]))).choices == (tuple(numbers),)


def test_a_ballot_with_several_questions_is_opened_whole() -> None:
    trial = tried(mixed(), [(0, 1, 0), (0, 9)])
    assert open_trial(written(trial)).choices == ((0, 1, 0), (0, 9))
    assert refused(replace(trial, chances=trial.chances[:1])) == Code.BALLOT_PROOF


def test_the_chance_of_another_ballot_opens_nothing() -> None:
    trial, other = (tried(board(), [(1, 1, 0)]) for _time in range(2))
    assert refused(replace(trial, chances=other.chances)) == Code.BALLOT_PROOF
    assert refused(replace(trial, ballot=other.ballot)) == Code.BALLOT_PROOF


def test_no_chance_makes_a_ballot_say_something_else() -> None:
    trial = tried(chair(), [(0, 1, 0)])
    first, *others = trial.chances[0]
    for wrong in ((mpz(0), *others), (*others, first), (first, *others[:1])):
        assert refused(replace(trial, chances=(wrong,))) == Code.BALLOT_PROOF


def test_a_ballot_of_another_election_is_refused() -> None:
    trial = tried(chair(), [(0, 1, 0)])
    elsewhere = replace(trial, election=board().election.text)
    assert refused(elsewhere) == Code.BALLOT_ELECTION


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"election":"","ballot":""}', "\ud800", "9"])
def test_what_is_no_trial_is_refused(text: str) -> None:
    with pytest.raises(Fault) as found:
        open_trial(text)
    assert found.value.code == Code.NOT_CANONICAL
