"""KL 5:45–46: more than half of the seats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.quorum import Activity, Quorum, QuorumGround, quorum, quorum_needed


@st.composite
def rolls(draw: st.DrawFn) -> tuple[int, int, int]:
    seats = draw(st.integers(1, 199))
    participating = draw(st.integers(0, seats))
    return seats, participating, draw(st.integers(0, seats - participating))


@pytest.mark.parametrize(
    ("seats", "needed"),
    [
        (21, 11),
        (31, 16),
        (41, 21),
        (51, 26),
        (61, 31),
        (71, 36),
        (81, 41),
        (101, 51),
        (149, 75),
    ],
)
def test_more_than_half_of_the_seats_are_needed(seats: int, needed: int) -> None:
    assert quorum_needed(seats) == needed
    assert quorum(seats, needed) == Quorum(needed, QuorumGround.ATTENDANCE)
    assert quorum(seats, needed - 1) == Quorum(needed, None)


@given(rolls())
def test_an_item_is_handled_by_a_majority_of_all_seats_or_but_for_jav(
    roll: tuple[int, int, int],
) -> None:
    seats, participating, recused = roll
    found = quorum(seats, participating, recused=recused)
    assert found.is_quorate == (2 * (participating + recused) > seats)
    assert (found.ground is QuorumGround.ATTENDANCE) == (2 * participating > seats)


@given(rolls())
def test_only_answers_and_only_by_decision_are_given_below_quorum(
    roll: tuple[int, int, int],
) -> None:
    seats, participating, recused = roll
    ordinary = quorum(seats, participating, recused=recused)
    for activity in Activity:
        same = quorum(seats, participating, recused=recused, activity=activity)
        assert same == ordinary
    items = quorum(seats, participating, recused=recused, answers_exempt=True)
    assert items == ordinary
    exempt = quorum(
        seats, participating, recused=recused, activity=Activity.ANSWERS, answers_exempt=True
    )
    assert exempt.ground is (ordinary.ground or QuorumGround.ANSWERS_EXEMPT)


def test_one_standing_aside_does_not_cost_the_council_its_quorum() -> None:
    assert quorum(61, 30, recused=1) == Quorum(31, QuorumGround.CONFLICT_EXCEPTION)
    assert quorum(61, 29, recused=1) == Quorum(31, None)


@pytest.mark.parametrize(("participating", "recused"), [(62, 0), (61, 1), (-1, 0), (0, -1)])
def test_more_people_than_seats_are_refused(participating: int, recused: int) -> None:
    with pytest.raises(ValueError, match="fler än platserna"):
        quorum(61, participating, recused=recused)


def test_a_council_has_seats() -> None:
    with pytest.raises(ValueError, match="minst 1"):
        quorum_needed(0)
