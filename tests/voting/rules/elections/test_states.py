"""An election never goes backwards, and never on when it is over (PROTOCOL 9 and 24)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import ElectionMethod
from voting.rules.elections.states import ElectionState, may_go

S = ElectionState
ORDER = list(ElectionState)
METHODS = st.sampled_from([ElectionMethod.PAPER, ElectionMethod.DIGITAL_SECRET])


@pytest.mark.parametrize(
    ("method", "way"),
    [
        (ElectionMethod.PAPER, [S.DRAFT, S.OPEN, S.CLOSED, S.COUNTED]),
        (ElectionMethod.PAPER_PRINT_MIX, [S.DRAFT, S.OPEN, S.CLOSED, S.COUNTED]),
        (
            ElectionMethod.DIGITAL_SECRET,
            [S.DRAFT, S.PREPARED, S.FROZEN, S.OPEN, S.CLOSED, S.COUNTED],
        ),
        (
            ElectionMethod.DIGITAL_SECRET,
            [S.DRAFT, S.PREPARED, S.FROZEN, S.OPEN, S.CLOSED, S.MIXED, S.COUNTED],
        ),
    ],
)
def test_an_election_goes_all_the_way(method: ElectionMethod, way: list[ElectionState]) -> None:
    assert all(may_go(method, *step) for step in pairwise(way))


@given(METHODS, st.sampled_from(ORDER), st.sampled_from(ORDER))
def test_it_only_goes_forwards(
    method: ElectionMethod, before: ElectionState, after: ElectionState
) -> None:
    if may_go(method, before, after):
        assert ORDER.index(before) < ORDER.index(after)
        assert not before.is_over


@given(METHODS, st.sampled_from(ORDER))
def test_it_can_be_abandoned_until_it_is_counted(
    method: ElectionMethod, before: ElectionState
) -> None:
    assert may_go(method, before, S.ABANDONED) is not before.is_over


def test_no_digital_ballots_before_the_electoral_roll_is_frozen() -> None:
    open_from = [one for one in ORDER if may_go(ElectionMethod.DIGITAL_SECRET, one, S.OPEN)]
    assert open_from == [S.FROZEN]
