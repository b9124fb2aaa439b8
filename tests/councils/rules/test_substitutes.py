"""KL 5:18, 5:21: the order in which substitutes are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.size import Body
from councils.rules.substitutes import Calling, CallStep, Mandate, substitute_order

P1 = Mandate("P1", "S", "norra", 1, ("e1", "e2"))
P2 = Mandate("P2", "S", "norra", 2, ("e3", "e4"))
P3 = Mandate("P3", "S", "norra", 3, ("e5", "e6"))
P4 = Mandate("P4", "S", "södra", 1, ("e7", "e8"))
P5 = Mandate("P5", "S", "västra", 1, ("e9",))
Q1 = Mandate("Q1", "M", "norra", 1, ("f1",))
COUNCIL = [P4, Q1, P2, P5, P1, P3]
VOTES = {"S": {"norra": 900, "södra": 400, "västra": 700}}
WHOLE = ("e5", "e6", "e1", "e2", "e3", "e4", "e9", "e7", "e8")


def calling(*, out: list[str], begun: list[str] | None = None) -> Calling[str]:
    return substitute_order("P3", COUNCIL, party_votes=VOTES, unavailable=out, begun=begun or [])


def test_the_own_list_comes_first_then_the_constituency_then_the_others_by_votes() -> None:
    assert calling(out=[]) == Calling("e5", CallStep.OWN_LIST, "P3", WHOLE)


@given(st.sets(st.sampled_from(WHOLE)), st.sets(st.sampled_from(WHOLE)))
def test_whoever_is_out_is_skipped_and_the_order_stands(out: set[str], serving: set[str]) -> None:
    found = substitute_order("P3", COUNCIL, party_votes=VOTES, unavailable=out, serving=serving)
    assert found.order == tuple(one for one in WHOLE if one not in out | serving)
    assert found.called == next(iter(found.order), None)


@given(st.sets(st.sampled_from(WHOLE)), st.sets(st.sampled_from([*WHOLE, "f1"])))
def test_those_who_have_begun_to_serve_go_before_all_others(out: set[str], begun: set[str]) -> None:
    plain, found = calling(out=[*out]).order, calling(out=[*out], begun=[*begun]).order
    first = [one for one in plain if one in begun]
    assert found == (*first, *(one for one in plain if one not in begun))


def test_one_who_has_begun_is_called_from_where_she_stands_in_the_order() -> None:
    found = calling(out=[], begun=["e9"])
    assert (found.called, found.step, found.via) == ("e9", CallStep.OTHER_CONSTITUENCY, "P5")


def test_a_substitute_on_several_lists_is_named_once_where_she_comes_first() -> None:
    first = Mandate("C1", "C", "1", 1, ("b", "a"))
    second = Mandate("C2", "C", "1", 2, ("a", "b", "c"))
    found = substitute_order("C2", [first, second])
    assert found == Calling("a", CallStep.OWN_LIST, "C2", ("a", "b", "c"))
    found = substitute_order("C2", [first, second], unavailable=["a", "b"])
    assert found == Calling("c", CallStep.OWN_LIST, "C2", ("c",))


def test_a_region_stops_at_the_own_list_and_asks_the_chair() -> None:
    found = substitute_order("P3", COUNCIL, body=Body.REGION, unavailable=["e5"])
    assert found == Calling("e6", CallStep.OWN_LIST, "P3", ("e6",))
    nobody = substitute_order("P3", COUNCIL, body=Body.REGION, unavailable=["e5", "e6"])
    assert nobody == Calling(None, None, None, ())


def test_a_single_other_constituency_needs_no_votes() -> None:
    council = [P3, P4]
    found = substitute_order("P3", council, unavailable=["e5", "e6"])
    assert found == Calling("e7", CallStep.OTHER_CONSTITUENCY, "P4", ("e7", "e8"))


def test_constituencies_with_equal_votes_go_by_name() -> None:
    even = {"S": {"södra": 400, "västra": 400}}
    found = substitute_order("P3", [P3, P5, P4], party_votes=even, unavailable=["e5", "e6"])
    assert found.order == ("e7", "e8", "e9")


def test_many_constituencies_with_equal_votes_go_by_name() -> None:
    names = ("ekeby", "askeby", "dalby", "berga", "centrum")
    others = [Mandate(name, "S", name, 1, (f"e-{name}",)) for name in names]
    even = {"S": dict.fromkeys(names, 100)}
    found = substitute_order("P3", [P3, *others], party_votes=even, unavailable=["e5", "e6"])
    assert found.order == tuple(f"e-{name}" for name in sorted(names))


def test_another_party_s_substitutes_are_never_called() -> None:
    rivals = [Mandate("V1", "V", "norra", 1, ("v1",)), Q1]
    found = substitute_order("P3", [P3, P1, *rivals], unavailable=["e5", "e6"])
    assert found == Calling("e1", CallStep.SAME_CONSTITUENCY, "P1", ("e1", "e2"))


@pytest.mark.parametrize("absent", [P1, P4, P5])
def test_the_own_constituency_goes_before_the_others_whatever_it_is_called(
    absent: Mandate[str],
) -> None:
    votes = {"S": {"norra": 1, "södra": 2, "västra": 3}}
    found = substitute_order(absent.id, COUNCIL, party_votes=votes)
    own = tuple(
        person
        for one in (P1, P2, P3, P4, P5)
        if one.constituency == absent.constituency
        for person in one.substitutes
    )
    assert found.order[: len(own)] == own


@pytest.mark.parametrize("votes", [None, {"S": {"södra": 400}}, {"M": {"södra": 1, "västra": 2}}])
def test_the_partys_votes_are_needed_to_choose_between_constituencies(
    votes: dict[str, dict[str, int]] | None,
) -> None:
    with pytest.raises(ValueError, match="röster i varje valkrets saknas för S"):
        substitute_order("P3", COUNCIL, party_votes=votes)


def test_the_absent_is_a_member_and_nobody_is_one_twice() -> None:
    with pytest.raises(ValueError, match="finns inte bland ledamöterna"):
        substitute_order("X", COUNCIL)
    with pytest.raises(ValueError, match="två gånger"):
        substitute_order("P3", [P3, P3])
