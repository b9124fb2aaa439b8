"""A member's device registers the public half of the credential that it has made.

PROTOCOL 9.2–4 (SB-1, SB-2).  Nothing that is stored joins the two: the credential goes into one
sorted row with all the others, and the member's row says only that she takes part.  The act leaves
no receipt that could tell.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed
from voting.ballot.election import read_election
from voting.ballot.reasons import Fault
from voting.ballot.register import read_credential
from voting.models import Election, Participation, Registration
from voting.policy import may_vote_secretly
from voting.queries.elections.digital import digital_of, participation
from voting.queries.elections.standing import election_in
from voting.rules.elections.states import ElectionState

URN = "urn"  # a pulse: a number on the screens


def register_credential(
    session: Session, meeting_id: int, election_id: int, public: str, *, by: Actor
) -> None:
    """Sent again by the same device it changes nothing."""
    election = election_in(session, meeting_id, election_id)
    if not may_vote_secretly(session, meeting_id, by, election.item_id):
        raise NotAllowed("Bara den som tjänstgör och deltar i beslutet röstar i valet.")
    if election.state != ElectionState.PREPARED:
        raise MovedOn("Röstlängden är fryst.")
    if _add(session, election, public, by):
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


def _add(session: Session, election: Election, public: str, by: Actor) -> bool:
    """Is it new?"""
    roll = session.get_one(Registration, election.id)
    takes_part = participation(session, election.id, by.person_id) is not None
    if takes_part and public in roll.credentials:
        return False
    if takes_part:
        raise MovedOn("Du är redan ansluten med en annan enhet. Be ordföranden om en ny omgång.")
    _check(session, election, public)
    if public in roll.credentials:
        raise BadInput("Någon annan har anslutit samma nyckel. Läs in sidan igen.", "public")
    roll.credentials = sorted([*roll.credentials, public])
    own = Participation(election_id=election.id, person_id=by.person_id)
    own.has_receipt = own.objects = False
    session.add(own)
    return True


def _check(session: Session, election: Election, public: str) -> None:
    group = read_election(digital_of(session, election.id).election_text).group
    try:
        read_credential(group, public)
    except Fault:
        raise BadInput("Enhetens nyckel duger inte. Läs in sidan igen.", "public") from None


def _own(session: Session, election: Election, by: Actor) -> Participation:
    own = participation(session, election.id, by.person_id)
    if own is None or by.helping is not None:
        raise NotAllowed("Du står inte i röstlängden för valet.")
    return own
