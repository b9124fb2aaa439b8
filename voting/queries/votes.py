"""The votes of a meeting and their ballots, by key."""

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from meetings.models import Seat
from meetings.queries import items
from voting.models import Ballot, Statement, StatementKind, Verdict, Vote
from voting.rules.majority import Choice


def vote_in(session: Session, meeting_id: int, vote_id: int) -> Vote:
    vote = session.get(Vote, vote_id)
    if vote is None or vote.meeting_id != meeting_id:
        raise NotFound("Det finns ingen sådan votering i det här sammanträdet.")
    return vote


def running(session: Session, meeting_id: int) -> Vote | None:
    """The one that is open, or even and waiting: until it is over nothing else is decided (U11)."""
    return session.scalar(
        select(Vote)
        .where(
            Vote.meeting_id == meeting_id,
            Vote.abandoned_at.is_(None),
            or_(Vote.closed_at.is_(None), Vote.outcome == Verdict.TIE),
        )
        .limit(1)
    )


def on_show(session: Session, meeting_id: int) -> Vote | None:
    """The one on every screen: the latest of the item that is being handled."""
    current = items.current(session, meeting_id)
    return latest_of(session, current.item.id) if current else None


def latest_of(session: Session, item_id: int) -> Vote | None:
    votes = select(Vote).where(Vote.item_id == item_id, Vote.abandoned_at.is_(None))
    return session.scalar(votes.order_by(Vote.number.desc()).limit(1))


def votes_on(session: Session, item_id: int) -> list[Vote]:
    """As they were held, those abandoned left out."""
    votes = select(Vote).where(Vote.item_id == item_id, Vote.abandoned_at.is_(None))
    return list(session.scalars(votes.order_by(Vote.number)))


def next_number(session: Session, item_id: int) -> int:
    """Within the item, those abandoned counted too."""
    last = session.scalar(select(func.max(Vote.number)).where(Vote.item_id == item_id))
    return (last or 0) + 1


def others_left(session: Session, vote: Vote, chair: int) -> int:
    """How many, the chair not counted, serve and may vote but have not yet (ORDER-7)."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Seat)
            .outerjoin(Ballot, (Ballot.vote_id == vote.id) & (Ballot.seat == Seat.seat))
            .where(
                Seat.meeting_id == vote.meeting_id,
                Seat.serving_id.is_not(None),
                Seat.serving_id != chair,
                Seat.serving_id.not_in(declared_out(vote.item_id)),
                Ballot.vote_id.is_(None),
            )
        )
        or 0
    )


def is_out(session: Session, item_id: int, person_id: int) -> bool:
    """Has the person said that she does not take part in deciding the item (VOTE-9)?"""
    out = declared_out(item_id).where(Statement.person_id == person_id)
    return session.scalar(out.limit(1)) is not None


def declared_out(item_id: int) -> Select[int]:
    return select(Statement.person_id).where(
        Statement.item_id == item_id,
        Statement.kind == StatementKind.NOT_TAKING_PART,
        Statement.withdrawn_at.is_(None),
    )


def own_choice(session: Session, vote_id: int, person_id: int) -> Choice | None:
    own = select(Ballot.choice).where(Ballot.vote_id == vote_id, Ballot.person_id == person_id)
    choice = session.scalar(own.limit(1))
    return Choice(choice) if choice else None
