"""What comes out of the urn is what was put in, whoever decrypts and in whatever order."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import ANYONE, BOARD, CHAIR, anyone, chair, hold, texts
from voting.ballot import canonical
from voting.ballot.ballots import read_ballot
from voting.ballot.decryption import result
from voting.ballot.making.decryption import decrypt
from voting.ballot.objects import EncryptedTally, PartialDecryption
from voting.ballot.reasons import Fault
from voting.ballot.tally import counted, tally
from voting.ballot.trustees import read_trustees
from voting.ballot.verify.walk import verify

CHAIRS = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
BOARDS = [[1, 0, 0], [1, 1, 0], [0, 1, 1], [1, 0, 1]]


@settings(max_examples=5)
@given(st.lists(st.tuples(st.sampled_from(CHAIRS), st.sampled_from(BOARDS)), max_size=6))
def test_the_sum_of_the_marks_is_the_result(votes: list[tuple[list[int], list[int]]]) -> None:
    found = verify(hold((CHAIR, BOARD), votes).archive).result
    sums = [[sum(marks) for marks in zip(*rows, strict=True)] for rows in zip(*votes, strict=True)]
    assert found is not None
    assert [list(row) for row in found.result] == (sums or [[0] * 3, [0] * 3])


@settings(max_examples=3)
@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 255)), max_size=4))
def test_every_free_ballot_comes_out_once(votes: list[tuple[int, int]]) -> None:
    found = verify(hold((ANYONE,), [[list(vote)] for vote in votes]).archive).result
    assert found is not None
    assert Counter(found.result[0]) == Counter(votes)


def test_any_two_tellers_with_the_server_open_the_urn_and_one_does_not() -> None:
    held = chair()
    encrypted = canonical.parse(texts(held.archive, "EncryptedTally")[0], EncryptedTally)
    holders = read_trustees(held.election.group, held.hands.trustees)
    partials = {
        owner: canonical.parse(decrypt(held.election, encrypted, private), PartialDecryption)
        for owner, private in enumerate(held.hands.private, start=1)
    }
    for tellers in permutations((2, 3, 4), 2):
        some = {owner: partials[owner] for owner in (*tellers, 1)}
        assert result(held.election, holders, encrypted, some, 4).result == ((1, 2, 1),)
    assert result(held.election, holders, encrypted, partials, 4).result == ((1, 2, 1),)
    for few in ((1, 2), (2, 3), (2, 3, 4), (1,), ()):
        with pytest.raises(Fault, match="DECRYPTION_MISSING"):
            result(held.election, holders, encrypted, {one: partials[one] for one in few}, 4)


def test_more_votes_than_ballots_are_no_result() -> None:
    held = chair()
    encrypted = canonical.parse(texts(held.archive, "EncryptedTally")[0], EncryptedTally)
    holders = read_trustees(held.election.group, held.hands.trustees)
    opened = enumerate(texts(held.archive, "PartialDecryption"), start=1)
    partials = {owner: canonical.parse(text, PartialDecryption) for owner, text in opened}
    with pytest.raises(Fault, match="no number of votes that fits"):
        result(held.election, holders, encrypted, partials, 1)


def test_the_last_ballot_of_each_is_counted() -> None:
    held = anyone()
    ballots = [read_ballot(text) for text in held.ballots]
    assert counted([ballots[0], ballots[1], ballots[0]]) == [ballots[0], ballots[1]]
    assert counted(ballots) == ballots


def test_the_order_of_the_ballots_does_not_matter() -> None:
    for held in (chair(), anyone()):
        ballots = [read_ballot(text) for text in held.ballots]
        assert tally(held.election, ballots) == tally(held.election, ballots[::-1])
