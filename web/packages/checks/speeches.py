"""Who spoke, on what and for how long."""

from web.packages.cells import Cells
from web.packages.checks.agenda import Agenda, demand_item
from web.packages.checks.persons import demand_person
from web.packages.clock import Clock
from web.packages.people import People
from web.packages.schema import SpeechRow
from web.packages.tables import Table
from web.packages.words import SPEECH_KINDS


def check(table: Table, agenda: Agenda, people: People, clock: Clock | None) -> list[SpeechRow]:
    rows = []
    for row in table.whole_rows:
        cells = Cells(table, row)
        speech = _row(cells, agenda, people, clock)
        if not cells.is_faulty:
            rows.append(speech)
    return rows


def _row(cells: Cells, agenda: Agenda, people: People, clock: Clock | None) -> SpeechRow:
    item, order = demand_item(cells, agenda), cells.number("order")
    speaker = demand_person(cells, "speaker", people)
    kind = cells.word("kind", SPEECH_KINDS)
    seconds, start = cells.optional_number("seconds", low=0), cells.time("start")
    moment = clock.at(start) if clock and start else None
    return SpeechRow(item, order, speaker, kind, seconds, moment, cells.line)
