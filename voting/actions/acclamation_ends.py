"""What is heard from a distance during an acclamation, and that it is forgotten (SCREENS 3.6)."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from core import clock
from voting.models import Acclamation, AcclamationLevel
from voting.queries.acclamations import open_on

NO = 0  # in place of a proposal: no to the only one put


def start_levels(session: Session, acclamation: Acclamation) -> None:
    put = acclamation.proposals
    for each in put if len(put) > 1 else [*put, NO]:
        level = AcclamationLevel(acclamation_id=acclamation.id, proposal_id=each, answers=0)
        session.add(level)


def close_acclamation(session: Session, item_id: int) -> None:
    going = open_on(session, item_id)
    if going is None:
        return
    going.closed_at = clock.now()
    session.execute(delete(AcclamationLevel).where(AcclamationLevel.acclamation_id == going.id))
