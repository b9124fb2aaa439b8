"""The chair opens a vote.  KL 5:45, 5:53–54, 5:16 (REM-3, REM-4), VOTE-10."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NeedsConfirmation
from core.words import Sentence, in_a_row
from councils.models import Person
from meetings.queries.roll import SeatRow, roll
from voting.actions import ground
from voting.actions.acclamation_ends import close_acclamation
from voting.actions.steps import start_division
from voting.actions.votes.lawful import doubts, the_question
from voting.facts import VoteOpened
from voting.models import DivisionDemand, Vote
from voting.queries.course import course
from voting.queries.demands import unmet
from voting.queries.places import places
from voting.queries.questions import Question
from voting.queries.votes import next_number

LONGEST_REASON = 500


def open_vote(
    session: Session,
    meeting_id: int,
    item_id: int,
    asked: Question | None = None,
    confirmed: bool = False,
    reason: str | None = None,
    *,
    by: Actor,
) -> int:
    """Put the question that comes next (`asked` None), or the chair's own wording of it.

    With `confirmed` and a reason it is opened although somebody's line or identity is in doubt.
    """
    ground.presiding(session, meeting_id, by, Sentence("öppnar en votering"))
    current = ground.handled(session, meeting_id, item_id)
    ground.nothing_runs(session, meeting_id)
    ground.quorate(session, current)
    ground.nobody_accountable(session, current)
    questions = course(session, current.item)
    question = the_question(questions, asked)
    seats = roll(session, meeting_id)
    warnings = [*doubts(questions, question), *_in_doubt(seats)]
    why = _told(warnings, confirmed, reason)
    vote = _put(session, meeting_id, item_id, question)
    demand = _meet(session, vote)
    close_acclamation(session, item_id)
    start_division(current)
    session.flush()
    log.append(session, _opened(session, vote, demand, seats, why), by=by)
    return vote.id


def _in_doubt(seats: list[SeatRow]) -> list[Sentence]:
    unknown = [_who(row) for row in seats if row.needs_identity]
    gone = [_who(row) for row in seats if row.is_line_lost]
    told = list[Sentence]()
    if unknown:
        told.append(Sentence("Identiteten är inte bekräftad: {names}.", names=unknown))
    if gone:
        told.append(Sentence("Linjen är borta: {names}.", names=gone))
    return told


def _told(warnings: list[Sentence], confirmed: bool, reason: str | None) -> str | None:
    """Why the chair opens it all the same; asked for only when there is a warning."""
    if not warnings:
        return None
    if not confirmed:
        raise NeedsConfirmation(
            "{warnings} Skriv varför voteringen ändå öppnas.",
            field="reason",
            warnings=in_a_row(warnings),
        )
    why = (reason or "").strip()
    if not why:
        raise BadInput("Skriv varför voteringen ändå öppnas.", "reason")
    if len(why) > LONGEST_REASON:
        raise BadInput("Skälet är för långt. Högst 500 tecken får plats.", "reason")
    return why


def _put(session: Session, meeting_id: int, item_id: int, question: Question) -> Vote:
    vote = Vote(meeting_id=meeting_id, item_id=item_id, number=next_number(session, item_id))
    vote.kind, vote.majority = question.kind.value, question.majority.value
    vote.question, vote.opened_at = question.text.strip(), clock.now()
    vote.yes_means, vote.no_means = question.yes_means.strip(), question.no_means.strip()
    vote.yes_proposal_id = question.yes_proposal_id
    vote.no_proposal_id = question.no_proposal_id
    session.add(vote)
    session.flush()
    return vote


def _meet(session: Session, vote: Vote) -> DivisionDemand | None:
    """The demands for a division of this kind have been met; the first one is told."""
    demands = unmet(session, vote.item_id, vote.kind)
    for demand in demands:
        demand.vote_id, demand.met_at = vote.id, vote.opened_at
    if not demands:
        return None
    vote.demanded_by = demands[0].person_id
    return demands[0]


def _opened(
    session: Session,
    vote: Vote,
    demand: DivisionDemand | None,
    seats: list[SeatRow],
    why: str | None,
) -> VoteOpened:
    demanded = select(Person.name).where(Person.id == (demand.person_id if demand else None))
    return VoteOpened(
        vote_id=vote.id,
        item_id=vote.item_id,
        number=vote.number,
        vote_kind=vote.kind,
        majority=vote.majority,
        question=vote.question,
        yes_means=vote.yes_means,
        no_means=vote.no_means,
        demanded_by=session.scalar(demanded) if demand else None,
        entitled=sum(place.is_entitled for place in places(session, vote)),
        yes_proposal_id=vote.yes_proposal_id,
        no_proposal_id=vote.no_proposal_id,
        without=tuple(_who(row) for row in seats if row.needs_identity or row.is_line_lost),
        reason=why,
    )


def _who(row: SeatRow) -> str:
    return f"{row.name} ({row.party})" if row.party else f"{row.name}"
