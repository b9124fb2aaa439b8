"""What came of the replay, in the shape of `expected.json` (FORMAT section 7).

What was counted, who was present and what it decided come from the votes in the house; what was
announced, and the words, from the package.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.queries.items import standing
from core import log
from meetings.models import RequestKind, Seat, Speech
from voting.models import Verdict, Vote
from web.packages.kinds import Choice
from web.packages.schema import Package, QuestionRow, Totals
from web.packages.summary import list_of, summary, vote_rows
from web.packages.totals import CheckedVote

Json = dict[str, Any]
Choices = dict[int, Choice]  # by seat
BY = {"minority": " by minority", "casting_vote": " by casting vote"}
AGREED, FLAGGED = 0, 2


@dataclass(frozen=True)
class Held:
    """A question of the package, and the vote in the house that answered it."""

    question: QuestionRow
    vote: Vote
    members: dict[int, int | None]  # by seat

    @property
    def totals(self) -> Totals:
        vote = self.vote
        return Totals(vote.yes or 0, vote.no or 0, vote.abstain or 0, vote.absent or 0)

    @property
    def choices(self) -> Choices:
        """Who stood aside or did not answer is absent, as in a printed list."""
        cast = {Choice.YES, Choice.NO, Choice.ABSTAIN}
        found = {answer["seat"]: answer["choice"] for answer in self.vote.answers or ()}
        return {
            seat: Choice(word) if word in cast else Choice.ABSENT for seat, word in found.items()
        }

    @property
    def by_substitutes(self) -> int:
        answers = {answer["seat"]: answer["person_id"] for answer in self.vote.answers or ()}
        return sum(
            choice is not Choice.ABSENT and answers[seat] != self.members[seat]
            for seat, choice in self.choices.items()
        )

    @property
    def outcome(self) -> str:
        if self.vote.outcome == Verdict.TIE:
            return "tie"
        return f"{self.vote.outcome}{BY.get(self.vote.carried_by or '', '')}"


def held_votes(
    session: Session, meeting_id: int, package: Package, numbers: dict[tuple[int, int], int]
) -> list[Held]:
    """In the order of the questions; `numbers` of the votes by item and question."""
    seats = select(Seat.seat, Seat.member_id).where(Seat.meeting_id == meeting_id)
    members = dict(session.execute(seats).tuples().all())
    return [
        Held(question, session.get_one(Vote, numbers[question.key]), members)
        for question in package.questions
        if question.key in numbers
    ]


def report(
    session: Session, meeting_id: int, package: Package, held: Sequence[Held], name: str
) -> Json:
    checked = [_checked(one, before) for one, before in zip(held, [None, *held], strict=False)]
    rows = vote_rows(package, checked)
    for row, one in zip(rows, held, strict=True):
        row |= {"present": one.totals.present, "outcome": one.outcome}
    flagged = [list_of(vote) for vote in checked if not vote.matches]
    return summary(package, name=name) | {
        "agenda_rows": len(standing(session, meeting_id)),
        "speeches": _speeches(session, meeting_id),
        "votes": rows,
        "flagged_lists": flagged,
        "exit_code": FLAGGED if flagged else AGREED,
        "log": _chain(session, meeting_id),
    }


def _checked(one: Held, before: Held | None) -> CheckedVote:
    same = before is not None and one.choices == before.choices
    return CheckedVote(one.question, one.totals, same, one.by_substitutes)


def _speeches(session: Session, meeting_id: int) -> Json:
    counted = select(Speech.kind, func.count()).where(Speech.meeting_id == meeting_id)
    kinds = dict(session.execute(counted.group_by(Speech.kind)).tuples().all())
    return {"count": sum(kinds.values()), "replies": kinds.get(RequestKind.REPLY, 0)}


def _chain(session: Session, meeting_id: int) -> Json:
    entries = log.read(session, meeting_id)
    broken = log.first_broken(entries)
    return {
        "entries": len(entries),
        "head": entries[-1].hash,
        "first_broken": broken.height if broken else None,
    }
