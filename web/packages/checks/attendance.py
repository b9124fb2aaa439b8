"""Who was present when, and in which seat."""

from web.packages.cells import Cells
from web.packages.checks.persons import demand_name, demand_person
from web.packages.clock import Clock
from web.packages.people import People
from web.packages.schema import AttendanceRow
from web.packages.tables import Table
from web.packages.words import BASES, MODES


def check(
    table: Table, people: People, seats: int | None, clock: Clock | None
) -> list[AttendanceRow]:
    rows = []
    for row in table.whole_rows:
        cells = Cells(table, row)
        attendance = _row(cells, people, seats, clock)
        if not cells.is_faulty:
            rows.append(attendance)
    if clock:
        _mention_early(table, [row for row in rows if clock.is_early(row.arrived)])
    return rows


def _mention_early(table: Table, early: list[AttendanceRow]) -> None:
    if early:
        table.report.notice(
            early[0].line,
            table.heading("arrived"),
            "before_opening",
            f"{early[0].arrived:%H:%M}",
            f"{len(early)} ankomster är före öppnandet och räknas som närvaro från öppnandet.",
        )


def _row(cells: Cells, people: People, seats: int | None, clock: Clock | None) -> AttendanceRow:
    seat = cells.optional_number("seat", high=seats)
    person = demand_person(cells, "name", people)
    arrived, left = cells.time("arrived"), cells.time("left")
    since, until = clock.present(arrived, left) if clock else (None, None)
    if since and until and since > until:
        cells.fault(
            "left",
            "out_of_range",
            f"{cells.text('left')} är före ankomsten {cells.text('arrived')}. Rätta tiderna.",
        )
    return AttendanceRow(
        seat=seat,
        person=person,
        arrived=since,
        left=until,
        mode=cells.optional_word("mode", MODES),
        stands_in_for=demand_name(cells, "for", people, seat) if cells.text("for") else None,
        basis=cells.optional_word("basis", BASES),
        line=cells.line,
    )
