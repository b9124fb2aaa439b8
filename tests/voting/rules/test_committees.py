"""LPV 22: who is called to a committee."""

import pytest

from voting.rules.committees import Bench, Call, CommitteeStep, call_for_committee
from voting.rules.lots import Drawn, Urn

BENCHES = [
    Bench(1, "A", 20, ("a1", "a2")),
    Bench(2, "B", 12, ("b1",)),
    Bench(3, "C", 12, ("c1",)),
]


@pytest.mark.parametrize(
    ("taken", "drawn", "call"),
    [
        (set(), (), Call("b1", CommitteeStep.OWN_DESIGNATION, 2)),
        ({"b1"}, (), Call("a1", CommitteeStep.OTHER_GROUP, 1)),
        ({"b1", "a1"}, (), Call("a2", CommitteeStep.OTHER_GROUP, 1)),
        ({"b1", "a1", "a2"}, (), Call("c1", CommitteeStep.OTHER_GROUP, 3)),
        ({"b1", "a1", "a2", "c1"}, (), Call()),
    ],
)
def test_the_own_designation_then_most_votes_then_the_next(
    taken: set[str], drawn: tuple[int, ...], call: Call
) -> None:
    assert call_for_committee("B", BENCHES, taken, Urn(Drawn(drawn))) == call


def test_equal_groups_wait_for_the_lot_and_obey_it() -> None:
    taken = {"a1", "a2"}
    assert call_for_committee("D", BENCHES, taken, Urn(Drawn())) == Call(votes=12, tied=(2, 3))
    drawn = call_for_committee("D", BENCHES, taken, Urn(Drawn((3,))))
    assert drawn == Call("c1", CommitteeStep.OTHER_GROUP, 3)
