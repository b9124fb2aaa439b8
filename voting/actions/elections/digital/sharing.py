"""A teller releases her share of opening the box.  PROTOCOL 12 (SB-3).

A worker has checked it; a false one never comes here, and never onto the board.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed
from voting.actions.elections.digital.registering import URN
from voting.models import PartialDecryption
from voting.queries.elections.boards import encrypted_tally
from voting.queries.elections.digital import digital_of
from voting.queries.elections.standing import election_in
from voting.queries.tellers import seat_of
from voting.rules.elections.states import ElectionState


def release_share(
    session: Session, meeting_id: int, election_id: int, seat: int, partial: str, *, by: Actor
) -> None:
    """Sent again it changes nothing."""
    election = election_in(session, meeting_id, election_id)
    if seat_at(session, meeting_id, election_id, by) != seat:
        raise NotAllowed("Bara valets rösträknare öppnar urnan.")
    if election.state != ElectionState.CLOSED or encrypted_tally(session, election_id) is None:
        raise MovedOn("Urnan ska inte räknas nu.")
    if session.get(PartialDecryption, (election_id, seat)) is None:
        session.add(PartialDecryption(election_id=election_id, seat=seat, text=partial))
        log.pulse(session, URN)


def seat_at(session: Session, meeting_id: int, election_id: int, by: Actor) -> int | None:
    """The seat of whoever acts in the ceremony of this election."""
    election_in(session, meeting_id, election_id)
    digital = digital_of(session, election_id)
    found = seat_of(session, digital.ceremony_id, by.person_id)
    return found.seat if found is not None and by.helping is None else None
