"""How each seat voted: every question has exactly one row per seat, absent seats included."""

from collections import defaultdict
from dataclasses import dataclass, field

from web.packages.cells import STAND_IN, Cells
from web.packages.checks.persons import demand_name
from web.packages.checks.questions import Key, Questions
from web.packages.people import People
from web.packages.schema import Person, VoteRow
from web.packages.spans import spans
from web.packages.tables import Row, Table
from web.packages.words import CHOICES


def check(table: Table, questions: Questions, people: People, seats: int | None) -> list[VoteRow]:
    lists = _Lists(table, questions, people, seats)
    for row in table.whole_rows:
        lists.add(Cells(table, row))
    lists.complete()
    return lists.rows


@dataclass
class _Lists:
    table: Table
    questions: Questions
    people: People
    seats: int | None
    rows: list[VoteRow] = field(default_factory=list)
    voted: dict[Key, dict[int, Row]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, cells: Cells) -> None:
        key = cells.number("item", low=0), cells.number("question")
        seat = cells.number("seat", high=self.seats)
        choice = cells.word("choice", CHOICES)
        self._asked(cells, key)
        self._once(cells, key, seat)
        voter = self._voter(cells, seat)
        if not cells.is_faulty:
            self.rows.append(VoteRow(*key, seat, choice, voter, cells.line))

    def complete(self) -> None:
        """Reported on the question's row, where the list is missed."""
        questions = self.questions.table
        if questions is None or self.seats is None:
            return
        for key, row in self.questions.asked.items():
            missing = self._missing(key, self.seats)
            if missing:
                Cells(questions, row).fault(
                    "question", "seats_without_row", self._message(missing), value=spans(missing)
                )

    def _asked(self, cells: Cells, key: Key) -> None:
        if not self.questions.knows(key):
            there = self.questions.table.file if self.questions.table else ""
            cells.fault(
                "question",
                "unknown_question",
                f"Fråga {key[1]} i ärende {key[0]} finns inte i {there}. "
                "Rätta numren eller lägg till frågan.",
            )

    def _once(self, cells: Cells, key: Key, seat: int) -> None:
        if STAND_IN in (*key, seat):
            return
        earlier = self.voted[key].setdefault(seat, cells.row)
        if earlier is not cells.row:
            cells.fault(
                "seat",
                "seat_votes_twice",
                f"Plats {seat} har redan röstat i frågan på rad {earlier.line}. "
                "Ta bort den ena raden eller rätta platsen.",
            )

    def _voter(self, cells: Cells, seat: int) -> Person | None:
        return demand_name(cells, "name", self.people, seat) if cells.text("name") else None

    def _missing(self, key: Key, seats: int) -> list[int]:
        voted = self.voted.get(key, {})
        return [
            seat
            for seat in range(1, seats + 1)
            if seat not in voted and not self.table.strays(*map(str, (*key, seat)))
        ]

    def _message(self, missing: list[int]) -> str:
        which = f"{'Plats' if len(missing) == 1 else 'Platserna'} {spans(missing)}"
        return (
            f"{which} saknar rad i {self.table.file}. "
            "Lägg till en rad för varje plats, också för frånvarande."
        )
