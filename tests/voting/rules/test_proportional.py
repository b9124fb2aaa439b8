"""LPV 16–21: places, one quotient at a time."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from voting.rules.lists import Group
from voting.rules.lots import Drawn, Seeded, Urn
from voting.rules.proportional import Allotment, Row, Tie, TieStage, allot, quotient

SEED = Seeded("fast före räkningen")


def groups(*votes: int, names: int = 15) -> list[Group]:
    """Groups A, B, C … with names of their own."""
    return [
        Group(number, letter, cast, tuple(f"{letter.lower()}{n}" for n in range(1, names + 1)))
        for number, (letter, cast) in enumerate(zip("ABCDEFG", votes, strict=False), start=1)
    ]


some = st.lists(st.integers(1, 60), min_size=1, max_size=7).map(lambda votes: groups(*votes))
shared = st.lists(
    st.tuples(st.integers(1, 30), st.lists(st.sampled_from("pqrstuvw"), unique=True, max_size=6)),
    min_size=1,
    max_size=5,
).map(
    lambda told: [
        Group(number, str(number), votes, tuple(names))
        for number, (votes, names) in enumerate(told, start=1)
    ]
)


def given_by(made: Allotment) -> str:
    return "".join("ABCDEFG"[row.group - 1] for row in made.rows)


def test_a_council_of_31_elects_seven() -> None:
    made = allot(groups(17, 5, 5, 4), 7, Urn(Drawn((2,))))
    assert given_by(made) == "AAABCAD"
    assert [str(row.quotient) for row in made.rows] == ["17", "17/2", "17/3", "5", "5", "17/4", "4"]
    assert made.ties == [Tie(TieStage.PLACES, 4, Fraction(5), (2, 3), 2)]


def test_an_even_vote_for_a_place_waits_for_the_lot() -> None:
    made = allot(groups(17, 5, 5, 4), 7, Urn(Drawn()))
    assert given_by(made) == "AAA"
    assert made.next_tie == Tie(TieStage.PLACES, 4, Fraction(5), (2, 3), None)
    assert made.unfilled == 4


def test_one_place_goes_to_the_largest_group() -> None:
    assert allot(groups(28, 32, 1), 1, Urn(Drawn())).rows == [
        Row(1, 1, "b1", 2, Fraction(32), by_lot=False)
    ]


def test_a_place_shared_by_two_groups_counts_half_for_each() -> None:
    told = [
        Group(1, "A", 9, ("x", "a1", "a2")),
        Group(2, "B", 6, ("x", "b1", "b2")),
        Group(3, "C", 4, ("c1",)),
    ]
    made = allot(told, 4, Urn(Drawn((3, 2))))
    assert [(row.person, row.place, str(row.quotient)) for row in made.rows] == [
        ("x", 1, "9"),
        ("x", None, "6"),
        ("a1", 2, "6"),
        ("c1", 3, "4"),
        ("b1", 4, "4"),
    ]


def test_a_list_without_names_left_gets_no_more_places() -> None:
    told = [Group(1, "A", 13, ("a1",)), *groups(0, 5, 3)[1:]]
    assert allot(told, 4, Urn(Drawn())).elected == ["a1", "b1", "c1", "b2"]


def test_places_that_nobody_is_left_for_stay_empty() -> None:
    made = allot([Group(1, "A", 13, ("a1", "a2"))], 5, Urn(Drawn()))
    assert (made.elected, made.unfilled, made.next_tie) == (["a1", "a2"], 3, None)


def test_no_group_no_places() -> None:
    assert allot([], 3, Urn(Drawn())).unfilled == 3


@given(some, st.integers(1, 15))
def test_without_shared_names_it_is_the_method_of_highest_averages(
    told: list[Group], places: int
) -> None:
    """Told another way: all quotients in one heap, the largest taken from the top."""
    made = allot(told, places, Urn(SEED))
    heap = sorted(
        (Fraction(group.votes, n) for group in told for n in range(1, places + 1)), reverse=True
    )
    assert [row.quotient for row in made.rows] == heap[:places]


@given(some, st.integers(1, 15))
def test_no_group_could_have_made_better_use_of_another_groups_last_place(
    told: list[Group], places: int
) -> None:
    made = allot(told, places, Urn(SEED))
    got = {group: len(made.people_of(group)) for group in told}
    worst = min(Fraction(group.votes, got[group]) for group in told if got[group])
    assert all(Fraction(group.votes, got[group] + 1) <= worst for group in told)


@given(shared, st.integers(1, 9))
def test_nobody_gets_two_places_and_every_row_follows_the_list(
    told: list[Group], places: int
) -> None:
    made = allot(told, places, Urn(SEED))
    assert len(set(made.elected)) == len(made.elected) <= places
    for group in told:
        people = tuple(made.people_of(group))
        assert people == group.names[: len(people)]


@given(shared, st.integers(1, 9))
def test_only_empty_lists_leave_a_place_empty(told: list[Group], places: int) -> None:
    made = allot(told, places, Urn(SEED))
    everybody = {name for group in told for name in group.names}
    assert len(made.elected) == min(places, len(everybody))


@given(shared, st.integers(1, 9))
def test_a_place_costs_its_groups_one_place_together(told: list[Group], places: int) -> None:
    """The shares of all groups in all places add up to the number of people elected."""
    made = allot(told, places, Urn(SEED))
    shares = [Fraction(group.votes) / quotient(group, made) - 1 for group in told]
    assert sum(shares) == len(made.elected)


@given(some, st.integers(1, 15), st.data())
def test_a_drawn_lot_decides_the_order_and_nothing_else(
    told: list[Group], places: int, data: st.DataObject
) -> None:
    made, winners = allot(told, places, Urn(Drawn())), list[int]()
    while made.next_tie:
        winners.append(data.draw(st.sampled_from(made.next_tie.tied)))
        made = allot(told, places, Urn(Drawn(tuple(winners))))
    assert [tie.winner for tie in made.ties] == winners
    assert [row.by_lot for row in made.rows].count(True) == len(winners)
    assert made.unfilled == 0
