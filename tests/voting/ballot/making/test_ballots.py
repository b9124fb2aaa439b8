"""PROTOCOL 5.7: a ballot says one of the allowed things, and does not tell which."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import ANYONE, BOARD, CHAIR, anyone, board, chair, mixed
from voting.ballot.ballots import check_ballot, read_ballot, tracker
from voting.ballot.making.answers import NotAllowedError, is_allowed
from voting.ballot.making.ballots import make_ballot
from voting.ballot.objects import Homomorphic
from voting.ballot.reasons import Fault

ALL = [list(choice) for choice in product((0, 1), repeat=3)]


def test_with_blank_it_is_blank_alone_or_as_many_marks_as_there_are_places() -> None:
    assert [one for one in ALL if is_allowed(CHAIR, one)] == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]


def test_without_blank_the_number_of_marks_decides() -> None:
    allowed = [one for one in ALL if is_allowed(BOARD, one)]
    assert allowed == [one for one in ALL if 1 <= sum(one) <= 2]


def test_abstaining_from_every_candidate_is_not_blank() -> None:
    nobody = Homomorphic(answers=("A",), blank=True, min=0, max=1, question="?")
    assert is_allowed(nobody, [0, 0])
    assert not is_allowed(nobody, [1, 1])


@settings(max_examples=6)
@given(st.sampled_from([one for one in ALL if is_allowed(CHAIR, one)]))
def test_every_allowed_choice_makes_a_ballot_that_is_accepted(choice: list[int]) -> None:
    held = chair()
    text = make_ballot(held.election, held.voters[0], [choice])
    check_ballot(held.election, frozenset([held.voters[0].public]), read_ballot(text))


@pytest.mark.parametrize("choice", [[0, 0, 0], [1, 1, 0], [0, 1, 1], [0, 2, 0], [0, 1], [0, -1, 1]])
def test_no_other_choice_makes_a_ballot(choice: list[int]) -> None:
    with pytest.raises(NotAllowedError, match="the question does not allow this choice"):
        make_ballot(chair().election, chair().voters[0], [choice])


@pytest.mark.parametrize("numbers", [[1], [1, 2, 3], [0, 256], [-1, 0]])
def test_a_free_ballot_has_its_numbers_and_no_others(numbers: list[int]) -> None:
    with pytest.raises(NotAllowedError):
        make_ballot(anyone().election, anyone().voters[0], [numbers])


def test_there_is_one_choice_for_each_question() -> None:
    with pytest.raises(ValueError, match="zip"):
        make_ballot(mixed().election, mixed().voters[0], [[0, 1, 0]])


def test_all_ballots_of_an_election_are_of_the_same_size() -> None:
    """So that nobody can tell from the line what was chosen; a few digits differ by chance."""
    for held in (chair(), board(), anyone()):
        sizes = [len(text) for text in held.ballots]
        assert max(sizes) - min(sizes) < 25


def test_the_same_choice_never_makes_the_same_ballot() -> None:
    first, second = (make_ballot(chair().election, chair().voters[0], [[0, 1, 0]]) for _ in "ab")
    assert tracker(first) != tracker(second)


def test_the_ballot_of_one_is_not_that_of_another() -> None:
    held = chair()
    ballot = read_ballot(held.ballots[0])
    with pytest.raises(Fault, match="BALLOT_CREDENTIAL"):
        check_ballot(held.election, frozenset([held.voters[1].public]), ballot)


def test_neither_credential_nor_choice_stands_in_the_ballot() -> None:
    held = chair()
    for voter, text in zip(held.voters, held.ballots, strict=True):
        assert voter.text not in text
        assert str(voter.private) not in text + repr(voter)
        assert voter.text not in repr(voter)


def test_the_kind_of_question_decides_the_kind_of_answer() -> None:
    assert anyone().election.questions == (ANYONE,)
    assert anyone().election.mixed == [0]
    assert mixed().election.mixed == [1]
    assert chair().election.mixed == []
