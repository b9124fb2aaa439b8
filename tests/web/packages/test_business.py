"""What must hold for agenda, questions, votes, attendance and speeches, and between them."""

import pytest

from tests.web.packages.builder import Draft, errors, package_of, warnings
from web.packages.kinds import Casting, Choice, Majority, Mode


@pytest.mark.parametrize(
    ("line", "column", "value", "code"),
    [
        (3, "title", "", "empty"),
        (3, "kind", "", "empty"),
        (3, "kind", "motionen", "unknown_word"),
        (3, "number", "1", "not_ascending"),
        (5, "number", "2 a", "not_a_number"),
        (3, "paragraph", "§ 12", "not_a_number"),
    ],
)
def test_a_fault_on_the_agenda_is_found_where_it_stands(
    line: int, column: str, value: str, code: str
) -> None:
    draft = Draft().without("questions", "votes", "speeches").put("agenda", line, column, value)
    assert errors(draft.read()) == [("agenda.csv", line, column, code, value)]


def test_business_without_a_number_stands_between_numbered_items() -> None:
    assert [item.number for item in package_of(Draft().read()).agenda] == [1, 2, None, 3]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("item", "", "empty"),
        ("question", "", "empty"),
        ("kind", "huvudfråga", "unknown_word"),
        ("yes means", "", "empty"),
        ("no means", "", "empty"),
        ("majority", "hälften", "unknown_word"),
        ("time", "25:07", "not_a_time"),
        ("yes", "", "empty"),
        ("no", "tio", "not_a_number"),
        ("abstain", "-", "not_a_number"),
        ("absent", "", "empty"),
        ("casting vote", "avstår", "unknown_word"),
        ("list", "bilaga 2", "not_a_number"),
    ],
)
def test_a_fault_in_a_question_is_found_where_it_stands(column: str, value: str, code: str) -> None:
    found = errors(Draft().put("questions", 2, column, value).read())
    assert found[0] == ("questions.csv", 2, column, code, value)
    assert {one[0] for one in found[1:]} <= {"votes.csv"}


def test_a_question_on_an_item_that_is_not_on_the_agenda_is_found() -> None:
    draft = Draft().without("votes").put("questions", 3, "item", "9")
    draft.tables["votes"] = [["item", "question", "seat", "choice"]]
    found = [one for one in errors(draft.read()) if one[3] != "seats_without_row"]
    assert found == [("questions.csv", 3, "item", "unknown_item", "9")]


def test_a_question_may_stand_once() -> None:
    draft = Draft().add("questions", *Draft().tables["questions"][1])
    assert errors(draft.read()) == [("questions.csv", 4, "question", "repeated_question", "1")]


def test_every_seat_has_a_row_and_those_without_are_named_on_the_question() -> None:
    draft = Draft()
    for line in (22, 5, 4, 3):
        draft.drop_line("votes", line)
    reading = draft.read()
    assert errors(reading) == [
        ("questions.csv", 2, "question", "seats_without_row", "2–4, 21"),
    ]
    assert reading.errors[0].message == (
        "Platserna 2–4, 21 saknar rad i votes.csv. "
        "Lägg till en rad för varje plats, också för frånvarande."
    )


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("item", "", "empty"),
        ("item", "tvåan", "not_a_number"),
        ("seat", "0", "out_of_range"),
        ("seat", "22", "out_of_range"),
        ("seat", "2", "seat_votes_twice"),
        ("question", "7", "unknown_question"),
        ("name", "Ingen Alls", "unknown_person"),
        ("choice", "kanske", "unknown_word"),
        ("choice", "", "empty"),
    ],
)
def test_a_fault_in_a_vote_is_found_where_it_stands(column: str, value: str, code: str) -> None:
    reading = Draft().put("votes", 4, column, value).read()
    found = [one for one in errors(reading) if one[0] == "votes.csv"]
    assert found == [("votes.csv", 4, column, code, value)]
    missed = [one for one in errors(reading) if one[0] == "questions.csv"]
    loses_row = column in ("item", "seat", "question")
    seat_missed = ("questions.csv", 2, "question", "seats_without_row", "3")
    assert missed == ([seat_missed] if loses_row else [])


def test_a_seat_whose_row_cannot_be_told_apart_is_not_missed_too() -> None:
    draft = Draft()
    draft.tables["votes"][3].append("extra")
    assert errors(draft.read()) == [("votes.csv", 4, "", "wrong_number_of_cells", "6")]


def test_an_absent_seat_needs_no_name() -> None:
    draft = Draft().put("votes", 4, "choice", "Frånvarande").put("votes", 4, "name", "")
    package = package_of(draft.read())
    assert (package.votes[2].choice, package.votes[2].voter) == (Choice.ABSENT, None)


def test_a_question_comes_out_as_it_stands() -> None:
    draft = Draft().put("questions", 2, "casting vote", "Nej").put("questions", 2, "list", "4")
    draft.put("questions", 2, "yes", "10").put("questions", 2, "majority", "två tredjedelar")
    (question, _) = package_of(draft.read()).questions
    assert (question.casting_vote, question.printed_list, question.majority) == (
        Casting.NO,
        4,
        Majority.TWO_THIRDS,
    )


def test_a_casting_vote_that_was_not_needed_is_warned_of() -> None:
    reading = Draft().put("questions", 2, "casting vote", "yes").read()
    assert package_of(reading).questions[0].casting_vote is Casting.YES
    assert warnings(reading) == [
        ("questions.csv", 2, "casting vote", "casting_vote_not_needed", "yes")
    ]


@pytest.mark.parametrize(
    ("line", "column", "value", "code"),
    [
        (3, "seat", "44", "out_of_range"),
        (3, "name", "", "empty"),
        (3, "name", "Ingen Alls", "unknown_person"),
        (3, "name", "bengt dahl", "unknown_person"),
        (3, "arrived", "7.15", "not_a_time"),
        (3, "left", "25:00", "not_a_time"),
        (3, "mode", "hemma", "unknown_word"),
        (3, "for", "Ingen Alls", "unknown_person"),
        (3, "basis", "gissning", "unknown_word"),
    ],
)
def test_a_fault_in_the_attendance_is_found_where_it_stands(
    line: int, column: str, value: str, code: str
) -> None:
    draft = Draft().put("attendance", line, column, value)
    assert errors(draft.read()) == [("attendance.csv", line, column, code, value)]


def test_a_wrong_party_is_told_from_an_unknown_name() -> None:
    finding = Draft().put("attendance", 3, "party", "B").read().errors[0]
    assert (finding.code, finding.column) == ("unknown_person", "name")
    assert finding.message == ("Bengt Dahl står bland ledamöterna som A. Skriv samma parti här.")


def test_people_outside_the_parties_are_present_without_party_and_seat() -> None:
    draft = Draft().add("attendance", "", "Östen Bly", "", "", "", "sal", "", "")
    row = package_of(draft.read()).attendance[-1]
    assert (row.seat, row.person, row.mode) == (None, ("Östen Bly", ""), Mode.HALL)


def test_who_has_lost_the_party_in_one_row_is_not_unknown_in_the_others() -> None:
    draft = Draft().put("members", 3, "party", "")
    assert errors(draft.read()) == [("members.csv", 3, "party", "empty", "")]


def test_leaving_before_arriving_is_a_fault() -> None:
    draft = Draft().put("attendance", 3, "arrived", "20:00").put("attendance", 3, "left", "19:00")
    assert errors(draft.read()) == [("attendance.csv", 3, "left", "out_of_range", "19:00")]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("item", "", "empty"),
        ("item", "13", "unknown_item"),
        ("order", "", "empty"),
        ("speaker", "", "empty"),
        ("speaker", "Ingen Alls", "unknown_person"),
        ("party", "B", "unknown_person"),
        ("kind", "tal", "unknown_word"),
        ("seconds", "tre", "not_a_number"),
        ("start", "kl 7", "not_a_time"),
    ],
)
def test_a_fault_in_a_speech_is_found_where_it_stands(column: str, value: str, code: str) -> None:
    found = errors(Draft().put("speeches", 2, column, value).read())
    where, shown = ("speaker", "Alva Berg") if column == "party" else (column, value)
    assert found == [("speeches.csv", 2, where, code, shown)]


def test_all_faults_are_listed_in_file_order_and_row_order() -> None:
    draft = Draft().put("speeches", 3, "seconds", "x").put("speeches", 2, "kind", "x")
    draft.put("votes", 30, "choice", "x").put("members", 6, "seat", "99").put(
        "members", 6, "name", ""
    )
    draft.put("agenda", 2, "title", "").put("meeting", 3, "value", "igår")
    draft.without("attendance")
    places = [(one.file, one.line, one.column) for one in draft.read().errors]
    assert places[:5] == [
        ("meeting.csv", 3, "value"),
        ("members.csv", 6, "name"),
        ("members.csv", 6, "seat"),
        ("agenda.csv", 2, "title"),
        ("votes.csv", 6, "name"),
    ]
    assert places[-3:] == [
        ("votes.csv", 30, "choice"),
        ("speeches.csv", 2, "kind"),
        ("speeches.csv", 3, "seconds"),
    ]


def test_a_finding_as_json_has_the_six_keys_of_the_format() -> None:
    (finding,) = Draft().put("speeches", 2, "seconds", "tre").read().findings
    assert finding.as_json() == {
        "file": "speeches.csv",
        "line": 2,
        "column": "seconds",
        "code": "not_a_number",
        "value": "tre",
        "message": "”tre” är inget heltal. Skriv bara siffror, till exempel 12.",
    }
