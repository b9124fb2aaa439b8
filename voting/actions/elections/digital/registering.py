"""A member's device registers under the public half of the credential that it has made.

PROTOCOL 9.2–4 (SB-1, SB-2).  Here it is only noted that she takes part: the credential itself waits
in the lobby (`voting.backends.lobby`) and never comes near a row, an act or a receipt of hers.
"""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed
from voting.backends.lobby import Welcome
from voting.ballot.election import read_election
from voting.ballot.reasons import Fault
from voting.ballot.register import read_credential
from voting.models import Election, Participation
from voting.policy import may_vote_secretly
from voting.queries.elections.digital import digital_of, participation
from voting.queries.elections.standing import election_in
from voting.rules.elections.states import ElectionState

URN = "urn"  # a pulse: a number on the screens


def round_for(session: Session, meeting_id: int, election_id: int, public: str, by: Actor) -> str:
    """Asked before the lobby opens: the uuid of the round that the credential is for."""
    election = _gathering(session, meeting_id, election_id, by)
    digital = digital_of(session, election.id)
    try:
        read_credential(read_election(digital.election_text).group, public)
    except Fault:
        raise BadInput("Enhetens nyckel duger inte. Läs in sidan igen.", "public") from None
    return digital.uuid


def take_part(
    session: Session, meeting_id: int, election_id: int, uuid: str, welcome: Welcome, *, by: Actor
) -> None:
    """Sent again by the same device it changes nothing.  After a restart all come again."""
    election = _gathering(session, meeting_id, election_id, by)
    if digital_of(session, election.id).uuid != uuid:
        raise MovedOn("En ny omgång har börjat.")
    if welcome.is_first:
        session.execute(delete(Participation).where(Participation.election_id == election.id))
    takes_part = participation(session, election.id, by.person_id) is not None
    if takes_part and welcome.is_new:
        raise MovedOn("Du är redan ansluten med en annan enhet. Be ordföranden om en ny omgång.")
    if takes_part:
        return
    if not welcome.is_new:
        raise BadInput("Någon annan har anslutit samma nyckel. Läs in sidan igen.", "public")
    own = Participation(election_id=election.id, person_id=by.person_id)
    own.has_receipt = own.objects = False
    session.add(own)
    log.pulse(session, URN)


def object_to_register(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """Her device has not found itself in the roll, or another number than the wall shows."""
    election = election_in(session, meeting_id, election_id)
    own = _own(session, election, by)
    if election.state not in (ElectionState.FROZEN, ElectionState.OPEN):
        raise MovedOn()
    own.objects = True
    log.pulse(session, URN)


def confirm_receipt(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """Her device has a receipt.  Carries neither tracker nor credential."""
    election = election_in(session, meeting_id, election_id)
    own = _own(session, election, by)
    if election.state not in (ElectionState.OPEN, ElectionState.CLOSED):
        raise MovedOn()
    own.has_receipt = True
    log.pulse(session, URN)


def report_finding(
    session: Session, meeting_id: int, election_id: int, found: bool, *, by: Actor
) -> None:
    """Her device has looked for its ballot on the board."""
    election = election_in(session, meeting_id, election_id)
    own = _own(session, election, by)
    if election.state != ElectionState.CLOSED:
        raise MovedOn()
    own.found = found
    log.pulse(session, URN)


def _gathering(session: Session, meeting_id: int, election_id: int, by: Actor) -> Election:
    election = election_in(session, meeting_id, election_id)
    if not may_vote_secretly(session, meeting_id, by, election.item_id):
        raise NotAllowed("Bara den som tjänstgör och deltar i beslutet röstar i valet.")
    if election.state != ElectionState.PREPARED:
        raise MovedOn("Röstlängden är fryst.")
    return election


def _own(session: Session, election: Election, by: Actor) -> Participation:
    own = participation(session, election.id, by.person_id)
    if own is None or by.helping is not None:
        raise NotAllowed("Du står inte i röstlängden för valet.")
    return own
