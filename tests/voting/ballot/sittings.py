"""Three tellers at one table, and what lies on it after so many rounds."""

from dataclasses import replace
from functools import cache

from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.sitting import Sitting
from voting.ballot.rounds import Round, Table, check_message, given

SEATS = (1, 2, 3)


def seated(threshold: int = 2, seats: int = 3) -> list[Sitting]:
    return [Sitting(BELENIOS_2048, threshold, seat) for seat in range(1, seats + 1)]


def laid(table: Table, *messages: str) -> Table:
    return replace(table, over=(*table.over, messages))


def round_of(table: Table, tellers: list[Sitting]) -> Table:
    """Each sends what she shall, and it is found right."""
    assert table.round
    said = [teller.answer(table.round, given(table, teller.seat)) for teller in tellers]
    for seat, text in enumerate(said, start=1):
        check_message(table, seat, text)
    return laid(table, *said)


def tables(threshold: int = 2, seats: int = 3) -> list[Table]:
    """Before each round, and last when all are over: always the same ceremony."""
    return _held(threshold, seats)


@cache
def _held(threshold: int, seats: int) -> list[Table]:
    found, tellers = [Table("BELENIOS-2048", threshold, seats)], seated(threshold, seats)
    for _round in Round:
        found.append(round_of(found[-1], tellers))
    return found


def before(now: Round) -> Table:
    return tables()[now - 1]


def said(now: Round, seat: int) -> str:
    return tables()[-1].of(now)[seat - 1]
