"""What is typed is what is counted."""

import pytest
from werkzeug.datastructures import MultiDict

from core.errors import BadInput
from web.screens.counting.typed import Typed, persons, proportional

URN = {"voters_present": "61", "places": "2"}


def typed(*more: tuple[str, str], **fields: str) -> Typed:
    return Typed(MultiDict([*(URN | fields).items(), *more]))


def test_empty_rows_are_no_ballots() -> None:
    told = typed(designation_2="Lista A", names_2=" 1. Ek\n\n2) Al \n", count_2="7")
    assert proportional(told) == {
        "kind": "members",
        "ballots": [{"designation": "Lista A", "names": ["Ek", "Al"], "count": 7, "ignored": []}],
        "invalid": {"not_closed": 0, "not_uniform": 0, "no_designation": 0},
        "lots": {"drawn": []},
        "voters_present": 61,
        "voted": None,
        "places": 2,
    }


def test_a_ruling_stands_after_the_name() -> None:
    names = "Ek (struken)\nAl (Oklar ordning)\nAsp (d.y.)\nLind(oklar)\nRönn (ej valbar)"
    told = proportional(typed(designation_1="A", names_1=names, count_1="1"))
    (ballot,) = told["ballots"]
    assert ballot["names"] == ["Ek", "Al", "Asp (d.y.)", "Lind", "Rönn"]
    assert ballot["ignored"] == [
        {"name": "Ek", "reason": "struck"},
        {"name": "Al", "reason": "unclear_order"},
        {"name": "Lind", "reason": "unclear_person"},
        {"name": "Rönn", "reason": "not_eligible"},
    ]


def test_blank_slips_and_slips_with_names() -> None:
    told = persons(typed(names_1="Ek", count_1="30", count_2="2", blank="3", invalid="1"))
    assert told["ballots"] == [{"names": ["Ek"], "count": 30}, {"names": [], "count": 2}]
    assert (told["blank"], told["invalid"], told["ballot_rule"]) == (3, 1, "exact")


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"names_3": "Ek"}, "count_3", "Skriv hur många sedlar det är."),
        ({"names_3": "Ek", "count_3": "0"}, "count_3", "Skriv hur många sedlar det är."),
        ({"names_3": "Ek", "count_3": "sju"}, "count_3", "Skriv ett heltal."),
        ({"places": ""}, "places", "Ett nummer saknas."),
        ({"blank": "-1"}, "blank", "Skriv ett heltal."),
    ],
)
def test_what_cannot_be_understood_names_its_field(
    fields: dict[str, str], field: str, words: str
) -> None:
    with pytest.raises(BadInput) as refused:
        persons(typed(**fields))
    assert (refused.value.field, str(refused.value)) == (field, words)


def test_lots_are_carried_on_and_a_new_count_begins_without_them() -> None:
    before = [("drawn", "2"), ("drawn", "3")]
    assert typed(*before, winner="1", draw="1").drawn == ["2", "3", "1"]
    assert typed(*before, draw="1").drawn == ["2", "3"]
    assert typed(*before, winner="1").drawn == []


@pytest.mark.parametrize(
    ("fields", "rows"),
    [({}, 4), ({"rows": "4", "more": "1"}, 8), ({"rows": "8"}, 8), ({"rows": "9999"}, 60)],
)
def test_there_is_room_for_more_kinds_of_ballots(fields: dict[str, str], rows: int) -> None:
    assert len(typed(**fields).rows) == rows
