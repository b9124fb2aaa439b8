"""What must hold for the meeting's facts and for the council."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.web.packages.builder import Draft, errors, package_of, warnings
from web.packages.schema import Pause

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize(
    ("line", "key", "value", "code"),
    [
        (2, "council", "", "empty"),
        (3, "date", "", "empty"),
        (3, "date", "5/10 2026", "not_a_date"),
        (3, "date", "2026-02-30", "not_a_date"),
        (3, "date", "20261005", "not_a_date"),
        (4, "seats", "tjugoett", "not_a_number"),
        (4, "seats", "1000", "out_of_range"),
        (5, "opened", "18.00", "not_a_time"),
        (5, "opened", "24:00", "not_a_time"),
        (5, "adjourned", "19:20", "not_a_time"),
        (5, "timezone", "Europe/Göteborg", "unknown_word"),
        (5, "timezone", "../etc/passwd", "unknown_word"),
        (5, "first paragraph", "§ 87", "not_a_number"),
    ],
)
def test_a_fact_that_cannot_be_read_stops_the_import(
    line: int, key: str, value: str, code: str
) -> None:
    draft = Draft().put("meeting", line, "key", key).put("meeting", line, "value", value)
    assert errors(draft.read()) == [("meeting.csv", line, "value", code, value)]
    assert draft.read().package is None


@pytest.mark.parametrize("seats", ["19", "20", "22", "0"])
def test_a_council_is_odd_and_of_at_least_twenty_one(seats: str) -> None:
    """KL 5:5."""
    draft = Draft().put("meeting", 4, "value", seats)
    found = [one for one in errors(draft.read()) if one[0] == "meeting.csv"]
    assert found == [("meeting.csv", 4, "value", "seats_not_lawful", seats)]


@pytest.mark.parametrize(("line", "key"), [(2, "council"), (3, "date"), (4, "seats")])
def test_a_fact_that_is_not_there_is_missed(line: int, key: str) -> None:
    draft = Draft().drop_line("meeting", line)
    assert errors(draft.read()) == [("meeting.csv", 1, "key", "key_missing", key)]


def test_a_key_may_stand_once_but_adjournments_may_be_many() -> None:
    draft = Draft().add("meeting", "Ajournerat", "18:10-18:20").add("meeting", "adjourned", "")
    draft.add("meeting", "adjourned", "20:50 – 00:10").add("meeting", "Datum", "2026-10-06")
    assert errors(draft.read()) == [("meeting.csv", 10, "key", "repeated_key", "Datum")]
    facts = package_of(draft.drop_line("meeting", 10).read()).meeting
    assert facts.adjourned == (
        Pause(_at(5, 18, 10), _at(5, 18, 20)),
        Pause(_at(5, 20, 50), _at(6, 0, 10)),
    )


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=STOCKHOLM)


def test_all_facts_of_the_meeting_are_read() -> None:
    draft = Draft().put("meeting", 6, "value", "01:30")
    draft.add("meeting", "plats", "Exempel").add("meeting", "tidszon", "Europe/Helsinki")
    facts = package_of(draft.add("meeting", "FÖRSTA_PARAGRAF", "87").read()).meeting
    helsinki = ZoneInfo("Europe/Helsinki")
    assert (facts.opened, facts.closed) == (
        datetime(2026, 10, 5, 18, 0, tzinfo=helsinki),
        datetime(2026, 10, 6, 1, 30, tzinfo=helsinki),
    )
    assert (facts.place, facts.timezone, facts.first_paragraph) == (
        "Exempel",
        "Europe/Helsinki",
        87,
    )


def test_an_unknown_key_is_passed_over_with_a_warning() -> None:
    reading = Draft().add("meeting", "väder", "regn").read()
    assert package_of(reading).meeting.place == ""
    assert warnings(reading) == [("meeting.csv", 7, "key", "unknown_key", "väder")]


def test_a_value_without_a_key_is_an_empty_cell() -> None:
    assert errors(Draft().add("meeting", "", "18:00").read()) == [
        ("meeting.csv", 7, "key", "empty", "")
    ]


@pytest.mark.parametrize(
    ("line", "column", "value", "code"),
    [
        (3, "name", "", "empty"),
        (3, "party", "", "empty"),
        (3, "role", "", "empty"),
        (3, "seat", "", "empty"),
        (3, "seat", "0", "out_of_range"),
        (3, "seat", "22", "out_of_range"),
        (3, "seat", "II", "not_a_number"),
        (3, "seat", "3", "repeated_seat"),
        (23, "seat", "5", "seat_not_allowed"),
        (23, "party", "", "empty"),
        (24, "order", "1", "repeated_order"),
        (24, "order", "först", "not_a_number"),
        (24, "name", "Wilma Äng", "repeated_person"),
        (3, "role", "ledamöt", "unknown_word"),
        (3, "also", "gruppledare|klubba", "unknown_word"),
    ],
)
def test_a_fault_among_the_members_is_found_where_it_stands(
    line: int, column: str, value: str, code: str
) -> None:
    draft = Draft().without("attendance", "votes", "questions", "speeches")
    found = errors(draft.put("members", line, column, value).read())
    where = 4 if code == "repeated_seat" else line
    shown = "klubba" if column == "also" else value
    assert found == [("members.csv", where, column, code, shown)]


def test_the_same_order_in_two_constituencies_or_parties_is_no_fault() -> None:
    draft = Draft().put("members", 24, "order", "1").put("members", 24, "constituency", "Norr")
    assert [one.order for one in package_of(draft.read()).members[21:24]] == [1, 1, 1]


def test_exactly_one_chair_leads() -> None:
    nobody = Draft().put("members", 2, "role", "member")
    assert errors(nobody.read()) == [("members.csv", 1, "role", "one_chair_needed", "")]
    two = Draft().put("members", 9, "role", "ordförande")
    assert errors(two.read()) == [("members.csv", 9, "role", "one_chair_needed", "ordförande")]


def test_the_chair_is_not_missed_while_a_role_is_unreadable() -> None:
    draft = Draft().put("members", 2, "role", "ordförnade")
    assert errors(draft.read()) == [("members.csv", 2, "role", "unknown_word", "ordförnade")]
    assert "Menade du ”ordförande”?" in draft.read().errors[0].message


def test_two_people_with_one_name_in_different_parties_are_two_people() -> None:
    draft = Draft().add("members", "Alva Berg", "B", "", "other", "")
    package = package_of(draft.read())
    assert [one.party for one in package.members if one.name == "Alva Berg"] == ["A", "B"]
    assert {vote.voter for vote in package.votes if vote.seat == 1} == {("Alva Berg", "A")}


def test_substitutes_without_calling_order_are_warned_of_once() -> None:
    draft = Draft().put("members", 24, "order", "").put("members", 25, "order", "")
    reading = draft.read()
    assert package_of(reading).members[22].order is None
    assert warnings(reading) == [("members.csv", 24, "order", "no_calling_order", "")]
    assert reading.warnings[0].message.startswith("2 ersättare saknar nummer")
    column_left_out = draft.drop_column("members", "order").read()
    assert warnings(column_left_out) == [("members.csv", 1, "order", "no_calling_order", "")]


def test_vacant_seats_are_warned_of() -> None:
    draft = Draft().without("attendance", "votes", "questions", "speeches")
    for line in (20, 15, 14, 13):
        draft.drop_line("members", line)
    reading = draft.read()
    assert reading.package is not None
    assert warnings(reading) == [("members.csv", 1, "seat", "vacant_seat", "12–14, 19")]
    assert warnings(draft.put("members", 3, "seat", "1").read()) == []


def test_an_unknown_column_is_passed_over_with_a_notice() -> None:
    reading = Draft().put("members", 3, "shoe size", "43").read()
    assert package_of(reading) == package_of(Draft().read())
    assert warnings(reading) == [("members.csv", 1, "shoe size", "unknown_column", "shoe size")]


def test_of_a_column_that_is_there_twice_the_first_is_read() -> None:
    reading = Draft().put("members", 3, "namn", "Någon Annan").read()
    assert package_of(reading) == package_of(Draft().read())
    assert warnings(reading) == [("members.csv", 1, "namn", "repeated_column", "namn")]


def test_a_missing_column_refuses_the_file_in_the_language_of_the_file() -> None:
    draft = Draft().drop_column("members", "role")
    assert errors(draft.read()) == [("members.csv", 1, "role", "column_missing", "")]
    draft.tables["members"][0][:2] = ["namn", "parti"]
    assert errors(draft.read()) == [("members.csv", 1, "roll", "column_missing", "")]
    assert draft.read().errors[0].message == (
        "Kolumnen ”roll” (role) saknas i rubrikraden. Lägg till den."
    )


def test_a_row_with_another_number_of_cells_is_one_fault_and_no_more() -> None:
    draft = Draft()
    draft.tables["members"][9].append("extra")
    draft.tables["members"][11].pop()
    assert errors(draft.read()) == [
        ("members.csv", 10, "", "wrong_number_of_cells", "6"),
        ("members.csv", 12, "", "wrong_number_of_cells", "4"),
    ]


def test_more_substitutes_than_half_of_the_seats_are_pointed_out_and_read() -> None:
    """KL 5:8, U3: B has ten seats, so that five are lawful and the sixth is told of."""
    draft = Draft()
    for order in range(2, 6):
        draft.add("members", f"Ersättare {order}", "B", "", "substitute", str(order))
    assert warnings(draft.read()) == []
    reading = draft.add("members", "Ersättare 6", "B", "", "substitute", "6").read()
    last = draft.line_of("members", "Ersättare 6")
    assert warnings(reading) == [("members.csv", last, "role", "many_substitutes", "B")]
    assert reading.warnings[0].message.startswith("B har 6 ersättare på 10 mandat.")
    assert package_of(reading).members[-1].name == "Ersättare 6"
