"""What the screens show of a question that is being put: the vote, the acclamation, what is next.

Nothing here tells how an open vote goes, to anybody (ORDER-7).
"""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.models import Item
from councils.models import Person
from meetings.models import Meeting, Mode, Seat
from meetings.queries.items import current
from voting.models import Acclamation, Decision, DivisionDemand, Vote
from voting.queries.acclamations import levels, open_on
from voting.queries.course import Live, course
from voting.queries.decisions import standing_on, undo_until
from voting.queries.demands import unmet_on
from voting.queries.places import Place, places, present
from voting.queries.questions import Question, next_in
from voting.queries.results import Result, result_of
from voting.queries.votes import on_show
from voting.rules.majority import Required, needed


@dataclass(frozen=True)
class VotePanel:
    """`voted` of `entitled`; `missing` have not, in seat order.  `needed`: the share, if any.

    `result` is None until the vote has closed.  `is_chairs_turn`: all the others have voted, or the
    closing has begun.
    """

    vote: Vote
    voted: int
    entitled: int
    present: int
    needed: int | None
    missing: tuple[Place, ...]
    is_chairs_turn: bool
    result: Result | None

    @property
    def is_open(self) -> bool:
        return self.vote.is_open

    @property
    def cut_off(self) -> tuple[Place, ...]:
        """Have not voted, and the line is lost."""
        return tuple(place for place in self.missing if place.row.line == "lost")


@dataclass(frozen=True)
class AcclamationPanel:
    """`levels`: how many answered from a distance by proposal (0: no to the only one), of `remote`
    members; None for those who are not to see it.
    """

    acclamation: Acclamation
    proposals: tuple[Live, ...]
    levels: dict[int, int] | None
    remote: int
    demand: DivisionDemand | None
    demanded_by: str | None


@dataclass(frozen=True)
class QuestionPanel:
    """Where the item stands: proposals in their order, what comes next, what has been decided.

    `refused`: those that the chair does not put.
    `undo_until`: the last decision may be taken back until then.
    """

    item: Item
    proposals: tuple[Live, ...]
    refused: tuple[Live, ...]
    is_order_approved: bool
    needs_order: bool
    next: Question | None
    needed: int | None
    demand: DivisionDemand | None
    demanded_by: str | None
    decisions: tuple[Decision, ...]
    undo_until: str | None


def vote_panel(session: Session, meeting_id: int) -> VotePanel | None:
    """The vote of the item being handled; None where there is none."""
    vote = on_show(session, meeting_id)
    if vote is None:
        return None
    if not vote.is_open:
        return _closed(session, vote)
    seats = places(session, vote)
    entitled = [place for place in seats if place.is_entitled]
    missing = tuple(place for place in entitled if place.is_missing)
    base = present(seats)
    chair = session.get_one(Meeting, meeting_id).presiding_id
    return VotePanel(
        vote=vote,
        voted=len(entitled) - len(missing),
        entitled=len(entitled),
        present=base,
        needed=needed(Required(vote.majority), base),
        missing=missing,
        is_chairs_turn=bool(vote.closes_at) or all(one.person_id == chair for one in missing),
        result=None,
    )


def acclamation_panel(
    session: Session, meeting_id: int, *, with_levels: bool = False
) -> AcclamationPanel | None:
    """The question being put; the levels are for the chair alone."""
    now = current(session, meeting_id)
    acclamation = open_on(session, now.item.id) if now else None
    if now is None or acclamation is None:
        return None
    questions = course(session, now.item)
    put = [questions.proposal(each) for each in acclamation.proposals]
    demands = [one for one in unmet_on(session, now.item.id) if one.kind == acclamation.kind]
    return AcclamationPanel(
        acclamation=acclamation,
        proposals=tuple(one for one in put if one),
        levels=levels(session, acclamation.id) if with_levels else None,
        remote=_remote(session, meeting_id),
        demand=demands[0] if demands else None,
        demanded_by=_name(session, demands),
    )


def question_panel(session: Session, meeting_id: int) -> QuestionPanel | None:
    now = current(session, meeting_id)
    if now is None:
        return None
    questions = course(session, now.item)
    question = next_in(questions)
    demands = unmet_on(session, now.item.id)
    decisions = standing_on(session, now.item.id)
    return QuestionPanel(
        item=now.item,
        proposals=tuple(questions.proposals),
        refused=tuple(questions.refused),
        is_order_approved=questions.is_order_approved,
        needs_order=questions.needs_order,
        next=question,
        needed=needed(question.majority, _present(session, meeting_id)) if question else None,
        demand=demands[0] if demands else None,
        demanded_by=_name(session, demands),
        decisions=tuple(decisions),
        undo_until=undo_until(decisions[-1]) if decisions else None,
    )


def _closed(session: Session, vote: Vote) -> VotePanel:
    result = result_of(session, vote)
    entitled = sum(row.is_answer or row.choice == "did_not_answer" for row in result.answers)
    return VotePanel(
        vote=vote,
        voted=sum(result.figures),
        entitled=entitled,
        present=vote.present or 0,
        needed=vote.needed,
        missing=(),
        is_chairs_turn=False,
        result=result,
    )


def _present(session: Session, meeting_id: int) -> int:
    here = select(func.count()).where(Seat.meeting_id == meeting_id, Seat.serving_id.is_not(None))
    return session.scalar(here) or 0


def _remote(session: Session, meeting_id: int) -> int:
    here = select(func.count()).where(
        Seat.meeting_id == meeting_id,
        Seat.serving_id.is_not(None),
        Seat.mode == Mode.REMOTE.value,
    )
    return session.scalar(here) or 0


def _name(session: Session, demands: list[DivisionDemand]) -> str | None:
    """Whoever asked first."""
    if not demands:
        return None
    return session.scalar(select(Person.name).where(Person.id == demands[0].person_id))
