"""LPV 22: in which order substitutes serve."""

from fractions import Fraction

from voting.rules.lists import Group
from voting.rules.lots import Drawn, Urn
from voting.rules.proportional import Tie, TieStage, allot
from voting.rules.service import Service, ServiceOrder, service_order


def test_the_own_designation_first_then_the_most_votes() -> None:
    told = [
        Group(1, "A", 20, ("a1", "a2")),
        Group(2, "B", 12, ("b1",)),
        Group(3, "A", 6, ("a3",)),
        Group(4, "C", 1, ("c1",)),
    ]
    urn = Urn(Drawn())
    made = allot(told, 4, urn)
    assert service_order(told, made, urn) == ServiceOrder(
        (
            Service("A", ("a1", "a2", "a3", "b1")),
            Service("B", ("b1", "a1", "a2", "a3")),
            Service("C", ("a1", "a2", "b1", "a3")),
            Service(None, ("a1", "a2", "b1", "a3")),
        ),
        (),
        None,
    )


def test_whoever_sits_for_two_groups_belongs_to_the_first_that_gave_the_place() -> None:
    told = [Group(1, "A", 9, ("x",)), Group(2, "B", 6, ("x", "b1"))]
    urn = Urn(Drawn())
    made = allot(told, 2, urn)
    assert service_order(told, made, urn).orders == (
        Service("A", ("x", "b1")),
        Service("B", ("b1", "x")),
        Service(None, ("x", "b1")),
    )


def test_a_person_of_two_lists_serves_once_whichever_list_came_first() -> None:
    told = [Group(1, "A", 6, ("x", "a1")), Group(2, "B", 9, ("x",))]
    urn = Urn(Drawn())
    made = allot(told, 2, urn)
    assert service_order(told, made, urn).orders == (
        Service("A", ("a1", "x")),
        Service("B", ("x", "a1")),
        Service(None, ("x", "a1")),
    )


def test_the_group_with_most_votes_comes_first_whatever_its_number() -> None:
    told = [Group(n, letter, n, (letter.lower(),)) for n, letter in enumerate("ABC", start=1)]
    urn = Urn(Drawn())
    made = allot(told, 3, urn)
    orders = service_order(told, made, urn).orders
    assert orders is not None
    assert orders[-1] == Service(None, ("c", "b", "a"))


def test_no_lot_is_drawn_between_groups_that_have_nobody_seated() -> None:
    told = [Group(1, "A", 20, ("a1",)), Group(2, "B", 3, ("b1",)), Group(3, "C", 3, ("c1",))]
    urn = Urn(Drawn())
    made = allot(told, 1, urn)
    found = service_order(told, made, urn)
    assert (found.next_tie, found.ties) == (None, ())
    assert found.orders is not None
    assert found.orders[-1] == Service(None, ("a1",))


def test_equal_groups_are_ranked_by_one_lot_after_the_other() -> None:
    told = [Group(n, letter, 5, (letter.lower(),)) for n, letter in enumerate("ABC", start=1)]
    drawn = (1, 2, 3, 2)  # places: 1 of 1–3, 2 of 2–3; service: 3 of 1–3, 2 of 1–2
    urn = Urn(Drawn(drawn))
    made = allot(told, 3, urn)
    found = service_order(told, made, urn)
    assert found.ties == (
        Tie(TieStage.SERVICE, None, Fraction(5), (1, 2, 3), 3),
        Tie(TieStage.SERVICE, None, Fraction(5), (1, 2), 2),
    )
    assert found.orders is not None
    assert found.orders[-1] == Service(None, ("c", "b", "a"))


def test_it_waits_for_the_lot() -> None:
    told = [Group(n, letter, 5, (letter.lower(),)) for n, letter in enumerate("AB", start=1)]
    urn = Urn(Drawn((1,)))
    made = allot(told, 2, urn)
    tie = Tie(TieStage.SERVICE, None, Fraction(5), (1, 2), None)
    assert service_order(told, made, urn) == ServiceOrder(None, (), tie)
