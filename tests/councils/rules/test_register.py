"""Import twice and nobody is there twice; what is shown is what is done."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.register import Change, Known, Listed, Plan, plan
from councils.rules.size import Surplus

ANNA = Listed("Anna Ask", "S", seat=1, roles=("chair",), email="anna@s.se", external_id="a1")
BO = Listed("Bo Bok", "V", seat=2)
SIV = Listed("Siv Sälg", "V", is_substitute=True, order=1)
KLARA = Listed("Klara Klerk", roles=("clerk",))


def known(*people: Listed) -> list[Known]:
    return [Known(number, person) for number, person in enumerate(people, start=1)]


def carried_out(before: list[Known], found: Plan) -> list[Known]:
    """The register as it stands afterwards."""
    after = {one.person_id: one.listed for one in before}
    for step in found.vacated + found.steps:
        after[step.person_id or max(after, default=0) + 1] = step.listed
    return [Known(number, listed) for number, listed in after.items()]


def names(found: Plan) -> dict[str, list[str]]:
    groups = {"added": found.added, "changed": found.changed, "alone": found.alone}
    return {group: [step.listed.name for step in steps] for group, steps in groups.items()}


def test_an_empty_register_gets_everybody() -> None:
    found = plan([], [ANNA, BO, SIV])
    assert names(found) == {
        "added": ["Anna Ask", "Bo Bok", "Siv Sälg"],
        "changed": [],
        "alone": [],
    }


def test_the_same_file_again_changes_nothing() -> None:
    found = plan(known(ANNA, BO, SIV), [ANNA, BO, SIV])
    assert names(found)["alone"] == ["Anna Ask", "Bo Bok", "Siv Sälg"]


def test_a_person_is_known_again_by_the_own_key_under_a_new_name() -> None:
    found = plan(known(ANNA), [replace(ANNA, name="Anna Alm")])
    assert found.changed[0].changes == (Change("name", "Anna Ask", "Anna Alm"),)


def test_without_a_key_a_person_is_known_by_name_and_party() -> None:
    found = plan(known(BO), [replace(BO, seat=3)])
    assert found.changed[0].changes == (Change("seat", 2, 3),)
    assert names(plan(known(BO), [replace(BO, party="S")]))["added"] == ["Bo Bok"]


def test_two_people_of_one_name_and_party_are_told_apart_by_their_keys() -> None:
    found = plan(known(ANNA), [replace(ANNA, external_id="a2", seat=2, roles=())])
    assert names(found)["added"] == ["Anna Ask"]


def test_an_empty_cell_takes_nothing_away() -> None:
    found = plan(known(ANNA), [replace(ANNA, email="", external_id="")])
    assert names(found)["alone"] == ["Anna Ask"]


def test_whoever_is_not_in_the_file_is_left_alone() -> None:
    found = plan(known(ANNA, BO), [ANNA])
    assert (found.vacated, found.untouched) == ((), (BO,))


def test_a_party_is_counted_with_those_who_are_not_in_the_file() -> None:
    """KL 5:8, U3."""
    ulf = Listed("Ulf Udd", "V", is_substitute=True)
    assert plan(known(BO), [SIV]).surplus == ()
    assert plan(known(BO, SIV), [ulf]).surplus == (Surplus("V", 1, 2, 1),)
    assert plan([], [SIV]).surplus == (Surplus("V", 0, 1, 0),)


def test_a_party_that_loses_its_seat_to_the_file_is_counted_without_it() -> None:
    found = plan(known(BO, SIV), [replace(ANNA, seat=2)])
    assert found.surplus == (Surplus("V", 0, 1, 0),)


def test_a_seat_that_somebody_else_now_holds_is_left() -> None:
    found = plan(known(ANNA, BO), [ANNA, replace(BO, name="Cia Cedergren")])
    assert [(step.listed.name, step.changes) for step in found.vacated] == [
        ("Bo Bok", (Change("seat", 2, None),))
    ]


def test_a_chair_whose_seat_somebody_else_now_holds_leaves_the_presidium() -> None:
    chair = replace(BO, roles=("chair", "teller"))
    found = plan(known(ANNA, chair), [ANNA, replace(BO, name="Cia Cedergren")])
    assert [step.listed.roles for step in found.vacated] == [("teller",)]


def test_whoever_loses_the_seat_leaves_every_place_in_the_presidium() -> None:
    """KL 5:11, also when the file names nobody in her place."""
    vice = replace(BO, roles=("teller", "vice_chair_1"))
    found = plan(known(vice), [replace(ANNA, seat=2, roles=())])
    assert [step.listed.roles for step in found.vacated] == [("teller",)]


def test_what_those_outside_the_file_lose_is_part_of_the_plan() -> None:
    """What was shown is what is done: another loss is another plan."""
    row = replace(ANNA, seat=2)
    with_bo, with_cia = (
        plan(known(ANNA, replace(BO, name=name)), [row]) for name in ("Bo Bok", "Cia Cedergren")
    )
    assert with_bo.steps == with_cia.steps
    assert with_bo.fingerprint != with_cia.fingerprint


def test_a_key_is_the_same_or_it_is_not() -> None:
    found = plan(known(replace(ANNA, external_id="z9")), [replace(BO, external_id="a1")])
    assert names(found)["added"] == ["Bo Bok"]


def test_whoever_loses_the_seat_loses_its_place_in_order_too() -> None:
    second = replace(BO, order=2)
    found = plan(known(ANNA, second), [ANNA, replace(BO, name="Cia Cedergren")])
    assert [(step.listed.seat, step.listed.order) for step in found.vacated] == [(None, None)]


@pytest.mark.parametrize("role", ["chair", "vice_chair_1", "vice_chair_2", "vice_chair_3"])
def test_each_place_in_the_presidium_has_one_holder(role: str) -> None:
    """KL 5:11.  Any other office may be held by many."""
    before = replace(ANNA, order=1, roles=(role, "teller"))
    found = plan(known(before, BO), [replace(BO, roles=(role, "teller"))])
    changed = Change("roles", (role, "teller"), ("teller",))
    assert [step.changes for step in found.vacated] == [(changed,)]
    assert [step.listed.order for step in found.vacated] == [1]  # she keeps the seat and its place


def test_everything_that_an_import_changes_is_shown() -> None:
    other = Listed(
        *("Anna Alm", "V", 3),
        order=7,
        constituency="Norr",
        list_name="B",
        roles=("teller",),
        email="alm@v.se",
        external_id="a1",
    )
    found = plan(known(ANNA), [other])
    assert [change.field for change in found.changed[0].changes] == [
        *("name", "party", "seat", "order", "constituency", "list_name", "roles", "email"),
    ]
    assert found.alone == ()
    keyed = plan(known(BO), [replace(BO, external_id="b1")])
    assert keyed.changed[0].changes == (Change("external_id", "", "b1"),)
    assert names(plan(known(ANNA), [BO]))["changed"] == []  # somebody new is no change


def test_a_new_key_and_a_new_address_take_the_place_of_the_old() -> None:
    found = plan(known(ANNA), [replace(ANNA, email="ny@s.se")])
    assert found.changed[0].listed.email == "ny@s.se"
    assert plan(known(BO), [replace(BO, external_id="b1")]).steps[0].listed.external_id == "b1"


def test_an_import_never_shuts_the_office_out() -> None:
    found = plan(known(KLARA), [replace(KLARA, roles=("other",))])
    assert found.changed[0].listed.roles == ("clerk", "other")


def test_substitutes_without_a_number_come_last_in_the_order_they_stand() -> None:
    rows = [Listed(name, "V", is_substitute=True) for name in ("Ada", "Bea")]
    found = plan(known(SIV), rows)
    assert [step.listed.order for step in found.steps] == [2, 3]
    numbered = [replace(rows[0], order=5), rows[1]]
    assert [step.listed.order for step in plan(known(SIV), numbered).steps] == [5, 6]


def test_substitutes_without_a_number_keep_the_one_they_have() -> None:
    found = plan(known(replace(SIV, order=4)), [replace(SIV, order=None)])
    assert found.alone[0].listed.order == 4
    moved = plan(known(replace(SIV, order=4)), [replace(SIV, order=None, list_name="B")])
    assert moved.changed[0].listed.order == 1  # a number belongs to its list
    seated = replace(SIV, order=None, is_substitute=False, seat=9)
    assert plan(known(replace(SIV, order=4)), [seated]).steps[0].listed.order is None


def test_a_list_of_substitutes_belongs_to_a_party_and_a_constituency() -> None:
    rows = [Listed("Ada", "V", is_substitute=True, constituency="Norr")]
    assert plan(known(SIV), rows).steps[0].listed.order == 1


KEYS = st.sampled_from(["", "", "k1", "k2", "k3"])
PEOPLE = st.builds(
    Listed,
    name=st.sampled_from(["Ada", "Bea", "Cia", "Dan"]),
    party=st.sampled_from(["S", "V"]),
    seat=st.sampled_from([None, 1, 2, 3, 4]),
    email=st.sampled_from(["", "x@y.se"]),
    external_id=KEYS,
    roles=st.sampled_from([(), ("chair",), ("clerk",), ("group_leader",)]),
)


@st.composite
def files(draw: st.DrawFn) -> list[Listed]:
    """As the format allows: no person, key, seat or chair twice."""
    rows: list[Listed] = []
    for row in draw(st.lists(PEOPLE, max_size=6)):
        person = all((row.name, row.party) != (other.name, other.party) for other in rows)
        key = not row.external_id or all(row.external_id != other.external_id for other in rows)
        seat = row.seat is None or all(row.seat != other.seat for other in rows)
        chair = "chair" not in row.roles or all("chair" not in other.roles for other in rows)
        if person and key and seat and chair:
            rows.append(row)
    return rows


@given(st.lists(files(), max_size=4), files())
def test_a_file_imported_twice_does_nothing_the_second_time(
    earlier: list[list[Listed]], file: list[Listed]
) -> None:
    register: list[Known] = []
    for past in [*earlier, file]:
        register = carried_out(register, plan(register, past))
    again = plan(register, file)
    assert (again.added, again.changed, again.vacated) == ((), (), ())


@given(st.lists(files(), max_size=5))
def test_no_seat_and_no_chair_has_two_holders_whatever_is_imported(
    imports: list[list[Listed]],
) -> None:
    register: list[Known] = []
    for file in imports:
        before = {one.person_id for one in register}
        register = carried_out(register, plan(register, file))
        seats = [one.listed.seat for one in register if one.listed.seat]
        assert len(seats) == len(set(seats))
        assert sum("chair" in one.listed.roles for one in register) <= 1
        assert before <= {one.person_id for one in register}


@given(files(), files())
def test_another_plan_has_another_fingerprint(one: list[Listed], other: list[Listed]) -> None:
    first, second = plan([], one), plan([], other)
    assert (first.fingerprint == second.fingerprint) == (first.steps == second.steps)


def test_parties_do_not_share_a_list() -> None:
    ulf = Listed("Ulf Udd", "S", is_substitute=True)
    assert plan(known(SIV), [ulf]).added[0].listed.order == 1


def test_a_list_counts_its_own_substitutes() -> None:
    """KL 5:21: the place is on the member's list."""
    ulf = Listed("Ulf Udd", "V", is_substitute=True, list_name="B")
    assert plan(known(BO, SIV), [ulf]).added[0].listed.order == 1
    assert plan(known(BO, SIV), [replace(ulf, list_name="")]).added[0].listed.order == 2


def test_a_member_keeps_her_place_among_the_seats_of_the_party_until_she_changes_seat() -> None:
    """KL 5:21."""
    second = replace(BO, order=2)
    assert names(plan(known(second), [BO]))["alone"] == ["Bo Bok"]
    assert plan(known(second), [replace(BO, order=1)]).changed[0].changes == (
        Change("order", 2, 1),
    )
    assert plan(known(second), [replace(BO, seat=3)]).steps[0].listed.order is None
