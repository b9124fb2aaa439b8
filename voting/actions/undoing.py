"""A gavel is taken back: the question stands open again, and so does what was demanded."""

from sqlalchemy import Update, update
from sqlalchemy.orm import Session

from core import clock
from meetings.queries.items import Current
from voting.actions.acclamation_ends import start_levels
from voting.models import Acclamation, Decision, DivisionDemand, How


def take_back(session: Session, current: Current, decision: Decision) -> None:
    decision.undone_at = clock.now()
    current.handling.rests_until = None
    if decision.acclamation_id is not None:
        acclamation = session.get_one(Acclamation, decision.acclamation_id)
        acclamation.closed_at = None
        start_levels(session, acclamation)
    if decision.how == How.BALLOT:
        met_then = _demands(decision.item_id).where(DivisionDemand.met_at == decision.at)
        session.execute(met_then.values(met_at=None))


def meet_by_ballot(session: Session, item_id: int, at: str) -> None:
    """In an election a demanded division is held on ballot papers (KL 5:54)."""
    unmet = _demands(item_id).where(DivisionDemand.met_at.is_(None))
    session.execute(unmet.values(met_at=at))


def _demands(item_id: int) -> Update:
    return update(DivisionDemand).where(
        DivisionDemand.item_id == item_id, DivisionDemand.vote_id.is_(None)
    )
