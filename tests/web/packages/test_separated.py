"""Text files: what stands in a cell comes out of it, or the file is refused with the line."""

import csv
import unicodedata
from contextlib import suppress
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.web.packages.builder import Draft, errors, package_of
from web.packages import separated
from web.packages.limits import CELL, CELLS
from web.packages.read import read

CELL_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
TABLE = st.lists(st.lists(CELL_TEXT, min_size=1, max_size=5), min_size=1, max_size=6)
EXPECTED = package_of(Draft().read())


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


@given(TABLE, st.sampled_from(",;"), st.sampled_from(["\n", "\r\n"]))
def test_any_text_in_any_cell_survives(table: list[list[str]], mark: str, end: str) -> None:
    text = StringIO()
    writer = csv.writer(text, delimiter=mark, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([*table, ["the last line"]])
    *read_back, _ = separated.rows(separated.decoded(text.getvalue().encode()), mark)
    assert [row for _, row in read_back] == [[_with_line_ends(c) for c in row] for row in table]


@given(TABLE, st.sampled_from(",;"))
def test_a_row_begins_on_the_line_that_an_editor_shows(table: list[list[str]], mark: str) -> None:
    text = StringIO()
    writer = csv.writer(text, delimiter=mark, lineterminator="\n", quoting=csv.QUOTE_ALL)
    begins = []
    for row in table:
        begins.append(_with_line_ends(text.getvalue()).count("\n") + 1)
        writer.writerow(row)
    read_back = separated.rows(_with_line_ends(text.getvalue()), mark)
    assert [line for line, _ in read_back] == begins


@given(CELL_TEXT)
@example('"')
@example('a;b,c\n\n"d"')
def test_a_title_comes_through_the_whole_reading_trimmed_and_composed(title: str) -> None:
    draft = Draft().put("agenda", 3, "title", f"x{title}x")
    (item,) = [item for item in package_of(draft.read()).agenda if item.number == 2]
    assert item.title == unicodedata.normalize("NFC", _with_line_ends(f"x{title}x"))


@given(st.text(alphabet='a,;"\n', max_size=30), st.sampled_from(",;"))
def test_any_text_is_either_read_or_refused_and_never_hangs(text: str, mark: str) -> None:
    lines = []
    with suppress(separated.BrokenQuotesError):
        for line, _ in separated.rows(text, mark):
            lines.append(line)
    assert lines == sorted(set(lines))
    assert not lines or lines[-1] <= text.count("\n") + 1


def test_windows_line_ends_semicolons_and_a_byte_order_mark_change_nothing() -> None:
    files = Draft().files(delimiter=";", line_end="\r\n")
    marked = {name: b"\xef\xbb\xbf" + data for name, data in files.items()}
    assert package_of(read(marked)) == EXPECTED


def test_the_delimiter_is_decided_for_each_file_by_its_header() -> None:
    files = Draft().files() | {
        "members.csv": Draft().files(delimiter=";")["members.csv"],
        "votes.csv": Draft().files(delimiter=";")["votes.csv"],
    }
    assert package_of(read(files)) == EXPECTED


def test_line_breaks_in_a_cell_do_not_shift_the_lines_that_follow() -> None:
    draft = Draft().put("agenda", 2, "title", 'Upprop\n"och"\nval').put("agenda", 3, "kind", "?")
    assert errors(draft.read()) == [("agenda.csv", 5, "kind", "unknown_word", "?")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_latin1_file_is_refused_with_the_line_of_the_first_bad_byte(end: bytes) -> None:
    files = Draft().files()
    rows = files["members.csv"].decode().split("\n")
    data = end.join(row.encode("latin-1") for row in rows)
    reading = read(files | {"members.csv": data})
    assert errors(reading) == [("members.csv", 22, "", "not_utf8", "0xC5")]
    assert reading.findings[0].message == (
        "Filen är inte sparad som UTF-8: rad 22 innehåller byten 0xC5. "
        "Spara den på nytt som ”CSV UTF-8”."
    )


def test_a_bad_byte_after_a_byte_order_mark_is_found_on_its_line() -> None:
    data = b"\xef\xbb\xbfnumber,title,kind\n1,\xe5terremiss,decision\n"
    reading = read(Draft().without("speeches", "questions", "votes").files() | {"agenda.csv": data})
    assert errors(reading) == [("agenda.csv", 2, "", "not_utf8", "0xE5")]


@pytest.mark.parametrize(
    ("encoding", "byte"), [("utf-16", "0xFF"), ("utf-16-le", "0x00"), ("utf-16-be", "0x00")]
)
def test_a_file_in_utf16_is_refused_on_its_first_line(encoding: str, byte: str) -> None:
    data = Draft().files()["speeches.csv"].decode().encode(encoding)
    reading = read(Draft().files() | {"speeches.csv": data})
    assert errors(reading) == [("speeches.csv", 1, "", "not_utf8", byte)]


def test_a_quote_that_is_never_closed_refuses_the_file_where_the_row_begins() -> None:
    data = b'number,title,kind\n1,"Upprop\nett\ntill",notice\n2,"Val,election\n3,Taxa,decision\n'
    files = Draft().without("speeches", "questions", "votes").files()
    assert errors(read(files | {"agenda.csv": data})) == [
        ("agenda.csv", 5, "", "broken_quotes", '"')
    ]


def test_text_after_a_closed_quote_is_not_guessed_at() -> None:
    data = b'number,title,kind\n1,"Motion om "mer" tid",motion\n'
    files = Draft().without("speeches", "questions", "votes").files()
    reading = read(files | {"agenda.csv": data})
    assert errors(reading) == [("agenda.csv", 2, "", "broken_quotes", '"')]
    assert "två citattecken" in reading.findings[0].message


def test_a_refused_file_does_not_make_the_others_wrong() -> None:
    files = Draft().files()
    for table in ("meeting", "members", "agenda", "questions"):
        reading = read(files | {f"{table}.csv": b"\xff"})
        assert errors(reading) == [(f"{table}.csv", 1, "", "not_utf8", "0xFF")]


def test_an_empty_file_lacks_its_columns() -> None:
    reading = read(Draft().files() | {"speeches.csv": b""})
    assert [(one.line, one.column, one.code) for one in reading.errors] == [
        (1, column, "column_missing") for column in ("item", "order", "speaker", "party", "kind")
    ]


def test_a_huge_cell_is_refused_and_not_repeated_in_full() -> None:
    (finding,) = Draft().put("agenda", 2, "title", "x" * 2_000_000).read().errors
    assert (finding.code, finding.line, finding.column) == ("too_long", 2, "title")
    assert len(finding.value) == 200
    assert Draft().put("agenda", 2, "title", "x" * CELL).read().errors == ()


def test_a_table_with_far_too_many_cells_is_refused() -> None:
    data = b"item,order,speaker,party,kind\n" + b",,,,\n" * (CELLS // 5)
    reading = read(Draft().files() | {"speeches.csv": data})
    assert [one.code for one in reading.errors] == ["too_large"]


def test_a_number_of_a_thousand_digits_is_said_to_be_none() -> None:
    reading = Draft().put("speeches", 2, "seconds", "9" * 5_000).read()
    assert [(one.line, one.code) for one in reading.errors] == [(2, "not_a_number")]


@pytest.mark.parametrize("text", ["-1", "1.0", "1 000", "٣", "²", "1e3", "+1"])
def test_numbers_are_digits_only(text: str) -> None:
    reading = Draft().put("speeches", 2, "seconds", text).read()
    assert errors(reading) == [("speeches.csv", 2, "seconds", "not_a_number", text)]
