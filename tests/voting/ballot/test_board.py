"""PROTOCOL 6 and 11: the board grows at its end, in one order, and tells nothing of time."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import TIME, chair
from voting.ballot import board
from voting.ballot.archive import read_archive
from voting.ballot.reasons import Code, Fault

EMPTY = board.set_up(TIME, "{}", "[]", "[]")
CLOSED = board.seal(EMPTY, ["1"])
COUNTED = board.add_tally(CLOSED, "[]", 1)
OPENED = board.add_partial(COUNTED, 1, "{}")
DONE = board.add_result(OPENED, "{}")


@settings(max_examples=30)
@given(st.lists(st.text("abc", max_size=3), unique=True).flatmap(st.permutations))
def test_the_order_in_which_ballots_came_leaves_no_trace(ballots: list[str]) -> None:
    assert board.seal(EMPTY, ballots) == board.seal(EMPTY, sorted(ballots))


def test_whatever_is_added_leaves_what_was_there() -> None:
    steps = [EMPTY, CLOSED, COUNTED, OPENED, DONE]
    assert all(new.startswith(old) for old, new in pairwise(steps))
    heads = [board.head(step) for step in steps]
    assert [head.height for head in heads] == [0, 2, 3, 4, 5]
    assert len({head.hash for head in heads}) == 5


def test_the_head_is_the_hash_of_the_last_event() -> None:
    last = read_archive(chair().archive).head
    assert board.head(chair().archive) == (last.event.height, last.hash)


def test_one_ballot_at_a_time_is_the_same_board() -> None:
    one_by_one = board.add_ballot(board.add_ballot(EMPTY, "a"), "b")
    assert board.seal(one_by_one, []) == board.seal(board.add_ballot(EMPTY, "a"), ["b"])


@pytest.mark.parametrize("closed", [CLOSED, COUNTED, OPENED, DONE])
def test_nothing_is_put_in_a_closed_urn(closed: bytes) -> None:
    for add in (lambda: board.add_ballot(closed, "2"), lambda: board.seal(closed, [])):
        with pytest.raises(Fault) as refused:
            add()
        assert refused.value.code == Code.EVENT_ORDER


def test_nothing_comes_before_its_time() -> None:
    for add in (
        lambda: board.add_tally(EMPTY, "[]", 0),
        lambda: board.add_partial(CLOSED, 1, "{}"),
        lambda: board.add_result(COUNTED, "{}"),
        lambda: board.add_result(DONE, "{}"),
        lambda: board.add_shuffle(OPENED, 1, "{}"),
        lambda: board.end_shuffles(COUNTED),
    ):
        with pytest.raises(Fault):
            add()


def test_what_is_no_board_cannot_be_added_to() -> None:
    with pytest.raises(Fault):
        board.add_ballot(b"", "1")
    with pytest.raises(ValueError, match="does not end with an event"):
        board.head(EMPTY[: -2 * 512])
