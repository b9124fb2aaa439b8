"""What members have said about a decision, and whether they took part in it."""

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from meetings.models import Attendance
from voting.models import Decision, Statement, StatementKind, Vote
from voting.queries.decisions import standing_on
from voting.rules.statements import Standing, in_acclamation

STANDINGS = {"yes": Standing.YES, "no": Standing.NO, "abstain": Standing.ABSTAINS}


def statement_in(session: Session, meeting_id: int, statement_id: int) -> Statement:
    statement = session.get(Statement, statement_id)
    if statement is None or statement.meeting_id != meeting_id:
        raise NotFound("Det finns ingen sådan anmälan i det här sammanträdet.")
    return statement


def standing_statements(session: Session, meeting_id: int) -> list[Statement]:
    """Not withdrawn, in the order they were made."""
    made = select(Statement).where(
        Statement.meeting_id == meeting_id, Statement.withdrawn_at.is_(None)
    )
    return list(session.scalars(made.order_by(Statement.id)))


def own(session: Session, item_id: int, person_id: int, kind: StatementKind) -> list[Statement]:
    made = select(Statement).where(
        Statement.item_id == item_id,
        Statement.person_id == person_id,
        Statement.kind == kind.value,
        Statement.withdrawn_at.is_(None),
    )
    return list(session.scalars(made))


def took_part(session: Session, item_id: int, person_id: int) -> Standing | None:
    """Where the person stands in deciding the item; None while it is undecided.  VOTE-8, VOTE-9.

    In several decisions on one item it is enough to have taken part in one.
    """
    found = [_in(session, decision, person_id) for decision in standing_on(session, item_id)]
    return next((one for one in found if one.took_part), found[0] if found else None)


def has_served(session: Session, meeting_id: int, person_id: int) -> bool:
    """In a seat, at any time during the meeting."""
    served = _seated(meeting_id, person_id)
    return session.scalar(served.limit(1)) is not None


def _in(session: Session, decision: Decision, person_id: int) -> Standing:
    if decision.vote_id is not None:
        return _in_vote(session.get_one(Vote, decision.vote_id), person_id)
    served = _seated(decision.meeting_id, person_id).where(
        Attendance.arrived_at <= decision.at,
        or_(Attendance.left_at.is_(None), Attendance.left_at > decision.at),
    )
    out = own(session, decision.item_id, person_id, StatementKind.NOT_TAKING_PART)
    return in_acclamation(
        present=session.scalar(served.limit(1)) is not None,
        declared_out=any(one.at <= decision.at for one in out),
    )


def _in_vote(vote: Vote, person_id: int) -> Standing:
    said = [row["choice"] for row in vote.answers or [] if row["person_id"] == person_id]
    return STANDINGS.get(said[0], Standing.DID_NOT_ANSWER) if said else Standing.ABSENT


def _seated(meeting_id: int, person_id: int) -> Select[int]:
    return select(Attendance.id).where(
        Attendance.meeting_id == meeting_id,
        Attendance.person_id == person_id,
        Attendance.seat.is_not(None),
    )
