"""The facts of the meeting: one row is a key and a value."""

import re
from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from councils.rules.size import Body, council_size
from web.packages.cells import Cells, date_in, not_a_date, not_a_time, time_in
from web.packages.clock import Clock
from web.packages.limits import SEATS
from web.packages.schema import MeetingFacts, Pause
from web.packages.tables import Table
from web.packages.words import plain

KEYS = {
    "council": "fullmäktige",
    "date": "datum",
    "seats": "mandat",
    "opened": "öppnat",
    "closed": "avslutat",
    "adjourned": "ajournerat",
    "place": "plats",
    "timezone": "tidszon",
    "first paragraph": "första paragraf",
}
NEEDED = ("council", "date", "seats")
SPAN = re.compile(r"(\S+?)\s*[–—-]\s*(\S+)")
_BY_WORD = {plain(word): key for key, sv in KEYS.items() for word in (key, sv)}


@dataclass
class Meeting:
    """What could be read.  `seats` and `clock` serve the other tables even when a fact is wrong."""

    facts: MeetingFacts | None = None
    seats: int | None = None
    clock: Clock | None = None


def check(table: Table) -> Meeting:
    """KL 5:5: the number of seats is odd and at least 21."""
    known = _Known(table)
    known.read()
    known.demand()
    return known.meeting()


def _is_lawful(seats: int) -> bool:
    """Judged as the smallest municipality would be: the package does not tell the electors."""
    return seats > 0 and not council_size(Body.MUNICIPALITY, 0, seats).faults


def _fewest() -> int:
    return council_size(Body.MUNICIPALITY, 0).minimum


@dataclass
class _Known:
    table: Table
    lines: dict[str, int] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    day: date | None = None
    seats: int | None = None
    first_paragraph: int | None = None
    times: dict[str, time] = field(default_factory=dict)
    pauses: list[tuple[time, time]] = field(default_factory=list)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Stockholm"))

    def read(self) -> None:
        for row in self.table.whole_rows:
            self._row(Cells(self.table, row))

    def demand(self) -> None:
        for key in NEEDED:
            if key not in self.lines and not self._is_stray(key):
                self.table.report.error(
                    1,
                    self.table.heading("key"),
                    "key_missing",
                    self._word(key),
                    f"Uppgiften ”{key}” ({KEYS[key]}) saknas. Lägg till en rad med den.",
                )

    def meeting(self) -> Meeting:
        if self.day is None:
            return Meeting(seats=self.seats)
        clock = Clock(self.day, self.zone, self.times.get("opened"), self.times.get("closed"))
        return Meeting(self._facts(clock), self.seats, clock)

    def _row(self, cells: Cells) -> None:
        written = cells.needed("key")
        key = _BY_WORD.get(plain(written))
        if key is None:
            if written:
                cells.warn("key", "unknown_key", f"Uppgiften ”{written}” är okänd och läses inte.")
        elif key in self.lines and key != "adjourned":
            cells.fault(
                "key",
                "repeated_key",
                f"”{written}” står redan på rad {self.lines[key]}. Ta bort den ena raden.",
            )
        else:
            self.lines[key] = cells.line
            self._value(cells, key)

    def _value(self, cells: Cells, key: str) -> None:
        text = cells.needed("value") if key in NEEDED else cells.text("value")
        if not text:
            return
        match key:
            case "date":
                self._date(cells, text)
            case "seats":
                self._seats(cells, text)
            case "first paragraph":
                self.first_paragraph = cells.optional_number("value")
            case "opened" | "closed":
                self._time(cells, key)
            case "adjourned":
                self._pause(cells, text)
            case "timezone":
                self._zone(cells, text)
            case _:
                self.texts[key] = text

    def _date(self, cells: Cells, text: str) -> None:
        self.day = date_in(text)
        if self.day is None:
            cells.fault("value", *not_a_date(text))

    def _seats(self, cells: Cells, text: str) -> None:
        self.seats = cells.optional_number("value", low=0, high=SEATS)
        if self.seats is not None and not _is_lawful(self.seats):
            cells.fault(
                "value",
                "seats_not_lawful",
                f"{self.seats} mandat går inte: antalet ska vara udda och minst {_fewest()} "
                "(5 kap. 5 § kommunallagen). Rätta antalet.",
            )

    def _time(self, cells: Cells, key: str) -> None:
        clock = cells.time("value")
        if clock is not None:
            self.times[key] = clock

    def _pause(self, cells: Cells, text: str) -> None:
        span = SPAN.fullmatch(text)
        start, end = (time_in(span[1]), time_in(span[2])) if span else (None, None)
        if start is None or end is None:
            code, _ = not_a_time(text)
            cells.fault(
                "value",
                code,
                f"”{text}” är ingen tid för ajournering. Skriv till exempel 19:20–19:30.",
            )
        else:
            self.pauses.append((start, end))

    def _zone(self, cells: Cells, text: str) -> None:
        try:
            self.zone = ZoneInfo(text)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            cells.fault(
                "value",
                "unknown_word",
                f"Tidszonen ”{text}” finns inte. Skriv till exempel Europe/Stockholm.",
            )

    def _facts(self, clock: Clock) -> MeetingFacts | None:
        if self.table.report.has_errors or self.seats is None:
            return None
        opened, closed = self.times.get("opened"), self.times.get("closed")
        return MeetingFacts(
            council=self.texts["council"],
            date=clock.day,
            seats=self.seats,
            opened=None if opened is None else clock.at(opened),
            closed=None if closed is None else clock.at(closed),
            adjourned=tuple(Pause(clock.at(start), clock.at(end)) for start, end in self.pauses),
            place=self.texts.get("place", ""),
            timezone=self.zone.key,
            first_paragraph=self.first_paragraph,
        )

    def _is_stray(self, key: str) -> bool:
        return self.table.strays(key) or self.table.strays(KEYS[key])

    def _word(self, key: str) -> str:
        return KEYS[key] if self.table.language == "sv" else key
