"""Two groups agree that two absences even out (KVITT-1).

A note for the groups alone: nobody is barred from anything by it, and it leaves no trace in the log
or the minutes.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed
from meetings import policy
from meetings.models import Pairing
from meetings.queries.pairings import paired
from meetings.queries.people import named

PULSE = "desk.pairing"


def note_pairing(
    session: Session, meeting_id: int, person_id: int, other_id: int, *, by: Actor
) -> int:
    """`person_id` is of the own group, for a political secretary; each is paired once."""
    if not policy.may_assist(session, meeting_id, person_id, by):
        raise NotAllowed("Stödplatsen hjälper bara ledamöter i den egna gruppen.")
    one, other = named(session, meeting_id, person_id), named(session, meeting_id, other_id)
    if one.party_id == other.party_id:
        raise BadInput("Kvittning görs med en ledamot i en annan grupp.", "other")
    if (taken := paired(session, meeting_id, (one.id, other.id))) is not None:
        name = one.name if taken == one.id else other.name
        raise BadInput("{name} är redan kvittad.", "other", name=name)
    pairing = Pairing(meeting_id=meeting_id, person_id=one.id, other_id=other.id)
    session.add(pairing)
    session.flush()
    log.pulse(session, PULSE)
    return pairing.id


def strike_pairing(session: Session, meeting_id: int, pairing_id: int, *, by: Actor) -> None:
    """By either group, or the office."""
    pairing = session.get(Pairing, pairing_id)
    if pairing is None or pairing.meeting_id != meeting_id:
        raise MovedOn("Kvittningen är redan struken.")
    both = (pairing.person_id, pairing.other_id)
    if not any(policy.may_assist(session, meeting_id, each, by) for each in both):
        raise NotAllowed("Stödplatsen hjälper bara ledamöter i den egna gruppen.")
    session.delete(pairing)
    log.pulse(session, PULSE)
