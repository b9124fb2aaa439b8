"""The questions put to a recorded vote, with the totals that were announced."""

from dataclasses import dataclass, field

from web.packages.cells import STAND_IN, Cells
from web.packages.checks.agenda import Agenda, demand_item
from web.packages.clock import Clock
from web.packages.kinds import Majority
from web.packages.schema import QuestionRow, Totals
from web.packages.tables import Row, Table
from web.packages.words import CASTING, MAJORITIES, QUESTION_KINDS

Key = tuple[int, int]


@dataclass
class Questions:
    """`asked` also has the questions whose row has a fault in another column."""

    table: Table | None = None
    rows: list[QuestionRow] = field(default_factory=list)
    asked: dict[Key, Row] = field(default_factory=dict)

    def knows(self, key: Key) -> bool:
        if self.table is None or STAND_IN in key:
            return True
        return key in self.asked or self.table.strays(*map(str, key))


def check(table: Table, agenda: Agenda, clock: Clock | None) -> Questions:
    questions = Questions(table)
    for row in table.whole_rows:
        cells = Cells(table, row)
        question = _question(cells, agenda, clock)
        _once(cells, questions, question.key)
        if not cells.is_faulty:
            questions.rows.append(question)
    return questions


def _question(cells: Cells, agenda: Agenda, clock: Clock | None) -> QuestionRow:
    item, number = demand_item(cells, agenda), cells.number("question")
    order, kind = cells.optional_number("order"), cells.word("kind", QUESTION_KINDS)
    yes_means, no_means = cells.needed("yes means"), cells.needed("no means")
    majority, time = cells.optional_word("majority", MAJORITIES), cells.time("time")
    declared = Totals(*(cells.number(column, low=0) for column in Totals._fields))
    casting = cells.optional_word("casting vote", CASTING)
    if casting and declared.yes != declared.no and STAND_IN not in declared:
        cells.warn(
            "casting vote",
            "casting_vote_not_needed",
            f"Utslagsröst anges fast ja och nej inte är lika många "
            f"({declared.yes}–{declared.no}). Den räknas bara vid lika röstetal.",
        )
    return QuestionRow(
        item=item,
        question=number,
        kind=kind,
        yes_means=yes_means,
        no_means=no_means,
        declared=declared,
        order=order,
        majority=majority or Majority.SIMPLE,
        time=clock.at(time) if clock and time else None,
        casting_vote=casting,
        printed_list=cells.optional_number("list"),
        line=cells.line,
    )


def _once(cells: Cells, questions: Questions, key: Key) -> None:
    if STAND_IN in key:
        return
    earlier = questions.asked.setdefault(key, cells.row)
    if earlier is not cells.row:
        cells.fault(
            "question",
            "repeated_question",
            f"Fråga {key[1]} i ärende {key[0]} står redan på rad {earlier.line}. "
            "Numrera frågorna 1, 2, … inom ärendet.",
        )
