"""What a vote gave: figures, parties, every name, and why it was enough or not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.rules.kinds import ItemKind
from core.errors import NotFound
from councils.models import Party, Person
from meetings.models import Meeting
from voting.models import Verdict, Vote, VoteKind
from voting.queries.votes import vote_in
from voting.rules.majority import Choice, Ground, Outcome, Required, Tally, outcome

CARRIED_BY = {
    Ground.MAJORITY: "majority",
    Ground.MINORITY: "minority",
    Ground.CASTING_VOTE: "casting_vote",
    Ground.LOT: "lot",
    Ground.TWO_THIRDS: "two_thirds",
    Ground.ALL_PRESENT: "all",
}
SHARES = (Ground.TWO_THIRDS, Ground.ALL_PRESENT)
OUTSIDE_PARTIES = "–"


@dataclass(frozen=True)
class AnswerRow:
    """One seat.  `choice` is a word of `voting.facts.Answer`; `for_name`: for whom a substitute."""

    seat: int
    person_id: int | None
    name: str | None
    party: str | None
    colour: str | None
    mode: str | None
    choice: str
    for_name: str | None

    @property
    def is_answer(self) -> bool:
        return self.choice in set(Choice)


@dataclass(frozen=True)
class PartyRow:
    """One party's seats.  `absent`: every other seat without an answer."""

    party: str
    colour: str | None
    yes: int
    no: int
    abstain: int
    not_taking_part: int
    absent: int


@dataclass(frozen=True)
class Result:
    """A closed vote, whole: the record that VOTE-10 asks for."""

    vote: Vote
    item: Item
    demanded_by: str | None
    casting_by: str | None
    answers: tuple[AnswerRow, ...]
    parties: tuple[PartyRow, ...]

    @property
    def kind(self) -> VoteKind:
        return VoteKind(self.vote.kind)

    @property
    def required(self) -> Required:
        return Required(self.vote.majority)

    @property
    def is_tied(self) -> bool:
        return self.vote.is_tied

    @property
    def is_by_lot(self) -> bool:
        return is_by_lot(self.kind, ItemKind(self.item.kind))

    @property
    def figures(self) -> tuple[int, int, int]:
        """Yes, no, abstain: always in this order."""
        return self.vote.yes or 0, self.vote.no or 0, self.vote.abstain or 0

    @property
    def decided(self) -> str | None:
        """What the answer that won means, word for word."""
        won = {Verdict.YES: self.vote.yes_means, Verdict.NO: self.vote.no_means}
        return won.get(Verdict(self.vote.outcome)) if self.vote.outcome else None

    @property
    def missing(self) -> tuple[AnswerRow, ...]:
        return tuple(row for row in self.answers if not row.is_answer)


def result(session: Session, meeting_id: int, vote_id: int) -> Result:
    """Public from the closing on, never before; five statements."""
    vote = vote_in(session, meeting_id, vote_id)
    if vote.closed_at is None:
        raise NotFound("Resultatet visas när voteringen är stängd.")
    return result_of(session, vote)


def open_result(session: Session, meeting_id: int, vote_id: int) -> Result:
    """For anybody.  Of an item behind closed doors the decision alone is told (KL 5:42)."""
    found = result(session, meeting_id, vote_id)
    if found.item.closed_doors:
        raise NotFound("Överläggningen var stängd. Beslutet finns i protokollet.")
    return found


def result_of(session: Session, vote: Vote) -> Result:
    colours = _colours(session, vote.meeting_id)
    answers = tuple(_row(row, colours) for row in vote.answers or [])
    names = _names(session, vote.demanded_by, vote.casting_by)
    return Result(
        vote=vote,
        item=session.get_one(Item, vote.item_id),
        demanded_by=names.get(vote.demanded_by or 0),
        casting_by=names.get(vote.casting_by or 0),
        answers=answers,
        parties=tuple(_parties(answers, list(colours))),
    )


def found(
    vote: Vote,
    figures: Tally,
    present: int,
    *,
    casting: Choice | None = None,
    chair_vote: Choice | None = None,
) -> Outcome:
    """Simple, a third (for the no side), two thirds or all.  KL 5:37, 5:50, 5:55–56."""
    return outcome(
        figures,
        required=Required(vote.majority),
        present=present,
        casting=casting,
        chair_vote=chair_vote,
    )


def is_by_lot(kind: VoteKind, item: ItemKind) -> bool:
    """Even where a person is chosen.  Whether a proposal is put chooses nobody.  KL 5:56."""
    return item.is_secret and kind is not VoteKind.PUT


def carried_by(vote: Vote, result: Outcome) -> str | None:
    """None while even, and where the share that was needed has not been reached."""
    side = Required(vote.majority).side
    if result.by is None or (result.by in SHARES and result.result is not side):
        return None
    return CARRIED_BY.get(result.by)


def _colours(session: Session, meeting_id: int) -> dict[str, str]:
    """By the parties' letters, in the order they sit."""
    parties = (
        select(Party.letters, Party.colour)
        .join(Meeting, Meeting.council_id == Party.council_id)
        .where(Meeting.id == meeting_id)
        .order_by(Party.place, Party.letters)
    )
    return dict(session.execute(parties).all())


def _names(session: Session, *people: int | None) -> dict[int, str]:
    wanted = select(Person.id, Person.name).where(Person.id.in_([one for one in people if one]))
    return dict(session.execute(wanted).all())


def _row(answer: dict[str, Any], colours: dict[str, str]) -> AnswerRow:
    return AnswerRow(**answer, colour=colours.get(answer["party"]))


def _parties(answers: Iterable[AnswerRow], order: list[str]) -> Iterator[PartyRow]:
    """As they sit; those outside the parties last."""
    place = {letters: number for number, letters in enumerate(order)}

    def sits(row: AnswerRow) -> tuple[int, str]:
        return place.get(row.party or "", len(place)), row.party or OUTSIDE_PARTIES

    for (_, letters), rows in groupby(sorted(answers, key=sits), key=sits):
        yield _party(letters, list(rows))


def _party(letters: str, rows: list[AnswerRow]) -> PartyRow:
    said = [row.choice for row in rows]
    yes, no, abstain, out = (
        said.count(word) for word in ("yes", "no", "abstain", "not_taking_part")
    )
    absent = len(rows) - yes - no - abstain - out
    return PartyRow(letters, rows[0].colour, yes, no, abstain, out, absent)
