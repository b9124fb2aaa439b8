"""Piles and rulings together; nothing is lost between the urn and the result."""

from hypothesis import given
from hypothesis import strategies as st

from tests.voting.rules.paper.sheets import LISTS, ONE_PLACE, TWO_PLACES
from voting.rules.lists import Group, Ignored
from voting.rules.paper.counting import Urn, groups, urn_of, votes_for_persons
from voting.rules.paper.rulings import Ground, Ruled, Ruling
from voting.rules.paper.sheet import slips_in
from voting.rules.persons import Tallied

rulings = st.one_of(
    st.builds(Ruled, st.just(Ruling.INVALID), st.sampled_from([*Ground][:3])),
    st.just(Ruled(Ruling.BLANK)),
    st.builds(
        Ruled,
        st.just(Ruling.COUNTED),
        st.none(),
        st.sampled_from(["Lista A", "Lista B"]),
        st.lists(st.sampled_from(["a1", "b1"]), max_size=2, unique=True).map(tuple),
    ),
)
piles = st.dictionaries(st.sampled_from(["1", "2", "blank"]), st.integers(0, 20))


def test_blank_slips_stand_by_themselves_when_persons_are_elected() -> None:
    ruled = [
        Ruled(Ruling.COUNTED, names=("Bo",)),
        Ruled(Ruling.INVALID, Ground.TWICE),
        Ruled(Ruling.BLANK),
    ]
    told = {"1": 29, "2": 27, "blank": 2, "doubtful": 3}
    assert urn_of(ONE_PLACE, told, ruled) == Urn(57, 3, ((Ground.TWICE, 1),))
    counts = (("Bo", 30), ("Eva", 27))
    assert votes_for_persons(ONE_PLACE, told, ruled) == Tallied(counts, 57, 3, 1)


def test_a_blank_slip_has_no_designation_and_is_invalid_in_a_proportional_election() -> None:
    assert urn_of(LISTS, {"1": 5, "blank": 2}, []) == Urn(5, 0, ((Ground.NO_DESIGNATION, 2),))


def test_marks_are_votes_and_the_valid_pile_the_slips() -> None:
    told = {"valid": 3, "1": 3, "2": 2, "3": 1}
    ruled = [Ruled(Ruling.COUNTED, names=("c", "d"))]
    assert votes_for_persons(TWO_PLACES, told, ruled) == Tallied(
        (("a", 3), ("b", 2), ("c", 2), ("d", 1)), 4, 0, 0
    )


def test_a_ruled_slip_joins_the_list_it_equals_when_the_ignored_names_are_gone() -> None:
    struck = (("x", Ignored.STRUCK),)
    ruled = [
        Ruled(Ruling.COUNTED, None, "Lista A", ("a1", "x", "a2", "a3"), struck),
        Ruled(Ruling.COUNTED, None, "Lista A", ("a2", "a1", "a3")),
    ]
    assert groups(LISTS, {"1": 28, "2": 0}, ruled).groups == (
        Group(1, "Lista A", 29, ("a1", "a2", "a3")),
        Group(2, "Lista A", 1, ("a2", "a1", "a3")),
    )


@given(piles, st.lists(rulings, max_size=8))
def test_every_slip_is_counted_once(told: dict[str, int], ruled: list[Ruled]) -> None:
    told["doubtful"] = len(ruled)
    urn = urn_of(LISTS, told, ruled)
    assert urn.cast == slips_in(LISTS, told)
    assert urn.valid == groups(LISTS, told, ruled).valid
