"""The agenda: one row is one item of business."""

from dataclasses import dataclass, field

from web.packages.cells import STAND_IN, Cells
from web.packages.schema import AgendaRow
from web.packages.tables import Table
from web.packages.words import ITEM_KINDS


@dataclass
class Agenda:
    """`numbers` also has the items whose row has a fault in another column."""

    table: Table | None = None
    rows: list[AgendaRow] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)

    def knows(self, number: int) -> bool:
        """Also where the agenda could not be read: then nothing can be said against the number."""
        if self.table is None or number == STAND_IN:
            return True
        return number in self.numbers or self.table.strays(str(number))


def check(table: Table) -> Agenda:
    agenda = Agenda(table)
    highest: int | None = None
    for row in table.whole_rows:
        cells = Cells(table, row)
        item = _item(cells)
        if item.number is not None:
            _ascending(cells, item.number, highest)
            highest = item.number
            agenda.numbers.add(item.number)
        if not cells.is_faulty:
            agenda.rows.append(item)
    return agenda


def demand_item(cells: Cells, agenda: Agenda) -> int:
    """The item that a question or a speech belongs to."""
    item = cells.number("item", low=0)
    if not agenda.knows(item):
        there = agenda.table.file if agenda.table else ""
        cells.fault(
            "item",
            "unknown_item",
            f"Ärende {item} finns inte i {there}. Rätta numret eller lägg till ärendet.",
        )
    return item


def _item(cells: Cells) -> AgendaRow:
    return AgendaRow(
        number=cells.optional_number("number", low=0),
        title=cells.needed("title"),
        kind=cells.word("kind", ITEM_KINDS),
        proposer=cells.text("proposer"),
        paragraph=cells.optional_number("paragraph"),
        case=cells.text("case"),
        line=cells.line,
    )


def _ascending(cells: Cells, number: int, before: int | None) -> None:
    if before is not None and number <= before:
        cells.fault(
            "number",
            "not_ascending",
            f"Ärende {number} står efter ärende {before}. Numren ska stiga nedåt i listan.",
        )
