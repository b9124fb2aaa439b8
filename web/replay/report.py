"""What came of the replay, in the shape of `expected.json` (FORMAT section 7).

What was counted, who was present and what it decided come from the votes in the house; what was
announced, and the words, from the package.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import log
from meetings.models import RequestKind, Seat, Speech
from voting.models import Verdict, Vote
from web.packages.kinds import Choice
from web.packages.schema import Package, Totals
from web.packages.summary import list_of, summary, vote_rows
from web.packages.totals import CheckedVote

Json = dict[str, Any]
Key = tuple[int, int]  # item and question
BY = {"minority": " by minority", "casting_vote": " by casting vote"}
CAST = frozenset({Choice.YES, Choice.NO, Choice.ABSTAIN})
AGREED, FLAGGED = 0, 2


@dataclass(frozen=True)
class Held:
    """A vote as it stands in the house when it is closed.  `choices` by seat, `present` the base.

    Who stood aside or did not answer is absent, as in a printed list.
    """

    totals: Totals
    present: int
    outcome: str
    choices: Mapping[int, Choice]
    by_substitutes: int


def held_votes(session: Session, meeting_id: int, numbers: Mapping[Key, int]) -> dict[Key, Held]:
    """`numbers` of the votes by item and question."""
    seats = select(Seat.seat, Seat.member_id).where(Seat.meeting_id == meeting_id)
    members = {row.seat: row.member_id for row in session.execute(seats)}
    return {key: _held(session.get_one(Vote, number), members) for key, number in numbers.items()}


def report(package: Package, held: Mapping[Key, Held], name: str) -> Json:
    """The questions that have been held, in the order of the package."""
    questions = [question for question in package.questions if question.key in held]
    votes = [held[question.key] for question in questions]
    before = [{}, *(vote.choices for vote in votes)]
    checked = [
        CheckedVote(question, vote.totals, vote.choices == other, vote.by_substitutes)
        for question, vote, other in zip(questions, votes, before, strict=False)
    ]
    rows = vote_rows(package, checked)
    for row, vote in zip(rows, votes, strict=True):
        row |= {"present": vote.present, "outcome": vote.outcome}
    flagged = [list_of(vote) for vote in checked if not vote.matches]
    ends_with = FLAGGED if flagged else AGREED
    told = summary(package, name=name)
    return told | {"votes": rows, "flagged_lists": flagged, "exit_code": ends_with}


def speeches(session: Session, meeting_id: int) -> Json:
    """Those that were held."""
    kinds = Counter(session.scalars(select(Speech.kind).where(Speech.meeting_id == meeting_id)))
    return {"count": kinds.total(), "replies": kinds[RequestKind.REPLY]}


def chain(session: Session, meeting_id: int) -> Json:
    """Is the log whole?  Its length and last hash, as they are printed in the minutes."""
    entries = log.read(session, meeting_id)
    broken = log.first_broken(entries)
    return {
        "entries": len(entries),
        "head": entries[-1].hash,
        "first_broken": broken.height if broken else None,
    }


def _held(vote: Vote, members: Mapping[int, int | None]) -> Held:
    answers = vote.answers or []
    choices = {answer["seat"]: _choice(answer["choice"]) for answer in answers}
    return Held(
        Totals(vote.yes or 0, vote.no or 0, vote.abstain or 0, vote.absent or 0),
        vote.present or 0,
        _outcome(vote),
        choices,
        _by_substitutes(answers, members),
    )


def _outcome(vote: Vote) -> str:
    if vote.outcome == Verdict.TIE:
        return "tie"
    return f"{vote.outcome}{BY.get(vote.carried_by or '', '')}"


def _choice(word: str) -> Choice:
    return Choice(word) if word in CAST else Choice.ABSENT


def _by_substitutes(answers: Sequence[Json], members: Mapping[int, int | None]) -> int:
    return sum(
        answer["choice"] in CAST and answer["person_id"] != members[answer["seat"]]
        for answer in answers
    )
