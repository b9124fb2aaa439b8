"""What a clerk looks at: the cells as written, each with what is wrong with it."""

from tests.web.packages.builder import Draft
from web.packages.desk import Reading
from web.packages.preview import Preview
from web.packages.read import read
from web.packages.schema import Package


def _preview(reading: Reading[Package], name: str) -> Preview:
    (preview,) = [table for table in reading.tables if table.name == name]
    return preview


def test_every_table_is_shown_as_it_was_written_in_file_order() -> None:
    tables = Draft().read().tables
    shown = {
        table.name: [list(table.header), *([cell.text for cell in row.cells] for row in table.rows)]
        for table in tables
    }
    assert shown == Draft().tables
    assert list(shown) == list(Draft().tables)


def test_a_faulty_cell_is_marked_where_it_stands_and_no_other() -> None:
    reading = Draft().put("members", 5, "seat", "99").put("members", 5, "role", "ledamöt").read()
    preview = _preview(reading, "members")
    marked = [
        (row.line, preview.header[place], cell.text, [one.code for one in cell.findings])
        for row in preview.rows
        for place, cell in enumerate(row.cells)
        if cell.findings
    ]
    assert marked == [
        (5, "seat", "99", ["out_of_range"]),
        (5, "role", "ledamöt", ["unknown_word"]),
    ]
    assert preview.findings == ()


def test_a_row_with_too_many_cells_is_marked_as_a_row() -> None:
    draft = Draft()
    draft.tables["agenda"][2].append("mer")
    row = _preview(draft.read(), "agenda").rows[1]
    assert [one.code for one in row.findings] == ["wrong_number_of_cells"]
    assert [cell.text for cell in row.cells][-1] == "mer"


def test_a_refused_file_is_marked_as_a_file() -> None:
    reading = Draft().drop_column("agenda", "kind").read()
    preview = _preview(reading, "agenda")
    assert [one.code for one in preview.findings] == ["column_missing"]
    assert len(preview.rows) == 4
    latin = read(Draft().files() | {"agenda.csv": b"\xe5"})
    assert (_preview(latin, "agenda").header, _preview(latin, "agenda").rows) == ((), ())


def test_seats_without_a_row_are_marked_on_the_question() -> None:
    reading = Draft().drop_line("votes", 4).read()
    cell = _preview(reading, "questions").rows[0].cells[1]
    assert [(one.code, one.value) for one in cell.findings] == [("seats_without_row", "3")]
