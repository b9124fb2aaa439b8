"""What the tellers have contributed to opening the box.  PROTOCOL 12."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from voting.models import DigitalElection, KeyCeremony, PartialDecryption


def shares(session: Session, election_id: int) -> dict[int, str]:
    """By owner: the server is the first, the tellers come after it in the order of their seats."""
    given = select(PartialDecryption).where(PartialDecryption.election_id == election_id)
    rows = session.scalars(given.order_by(PartialDecryption.seat))
    return {owner(row.seat): row.text for row in rows}


def enough(session: Session, election_id: int) -> bool:
    """As many as decrypt."""
    digital = session.get_one(DigitalElection, election_id)
    ceremony = session.get_one(KeyCeremony, digital.ceremony_id)
    return len(shares(session, election_id)) >= ceremony.threshold


def owner(seat: int) -> int:
    return seat + 1
