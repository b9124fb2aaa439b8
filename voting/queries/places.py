"""Where every seat stands in a vote: three statements, whatever the size of the council."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.once import once
from councils.models import Person
from meetings.queries.roll import SeatRow, roll
from voting.facts import Answer
from voting.models import Ballot, Vote
from voting.queries.votes import declared_out
from voting.rules.majority import Choice, Tally, count
from voting.rules.statements import Standing, in_division

OUTSIDE = (Standing.ABSENT, Standing.RECUSED)
WORDS = {Standing.ABSTAINS: "abstain"}  # the others are told by their own word
Cast = tuple[Ballot, str]  # with the voter's name


@dataclass(frozen=True)
class Place:
    """One seat in one vote.  The answer belongs to the seat, by whoever sat there and gave it."""

    row: SeatRow
    ballot: Ballot | None
    standing: Standing
    person_id: int | None
    name: str | None

    @property
    def seat(self) -> int:
        return self.row.seat

    @property
    def has_voted(self) -> bool:
        return self.ballot is not None

    @property
    def is_present(self) -> bool:
        """Counts in the base for shares: abstainers too, who stands aside does not (BASE-1)."""
        return self.standing not in OUTSIDE

    @property
    def is_entitled(self) -> bool:
        return self.is_present and self.standing is not Standing.NOT_TAKING_PART

    @property
    def is_missing(self) -> bool:
        return self.standing is Standing.DID_NOT_ANSWER

    @property
    def choice(self) -> Choice | None:
        return Choice(self.ballot.choice) if self.ballot else None

    @property
    def mode(self) -> str | None:
        return self.ballot.mode if self.ballot else self.row.mode

    @property
    def for_name(self) -> str | None:
        return self.row.member if self.person_id != self.row.member_id else None

    def answer(self) -> Answer:
        word = WORDS.get(self.standing, self.standing.value)
        who = (self.person_id, self.name, self.row.party, self.mode)
        return Answer(self.seat, *who, word, self.for_name)


@once
def places(session: Session, vote: Vote) -> list[Place]:
    """Every seat in order, while the vote is open or as it closes."""
    ballots = select(Ballot, Person.name).join(Person, Person.id == Ballot.person_id)
    cast = {
        ballot.seat: (ballot, name)
        for ballot, name in session.execute(ballots.where(Ballot.vote_id == vote.id))
    }
    out = frozenset(session.scalars(declared_out(vote.item_id)))
    return [_place(row, cast.get(row.seat), out) for row in roll(session, vote.meeting_id)]


def tally(seats: Iterable[Place]) -> Tally:
    return count(place.choice for place in seats if place.choice)


def present(seats: Iterable[Place]) -> int:
    return sum(place.is_present for place in seats)


def _place(row: SeatRow, cast: Cast | None, out: frozenset[int]) -> Place:
    """Who stands aside after having voted has not voted; who has gone home after it has."""
    ballot, name = cast or (None, None)
    if ballot is None or ballot.person_id == row.recused_id:
        return _without(row, out)
    standing = in_division(Choice(ballot.choice), present=True)
    return Place(row, ballot, standing, ballot.person_id, name)


def _without(row: SeatRow, out: frozenset[int]) -> Place:
    present = row.person_id is not None
    standing = in_division(
        None,
        present=present,
        recused=not present and row.recused_id is not None,
        declared_out=row.person_id in out,
    )
    return Place(row, None, standing, *_whose(row))


def _whose(row: SeatRow) -> tuple[int | None, str | None]:
    """Who is named for a seat that has not answered."""
    if row.person_id is not None:
        return row.person_id, row.name
    if row.recused_id is not None:
        return row.recused_id, row.recused
    return row.member_id, row.member
