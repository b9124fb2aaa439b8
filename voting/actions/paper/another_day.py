"""The count is put off to another day, and the seal is looked at before it goes on.

Lag (2022:629) 11–13 §§ (LPV-7).
"""

from datetime import datetime

from sqlalchemy.orm import Session

from core import clock, swedish
from core.actor import Actor
from core.errors import BadInput, NotAllowed
from core.words import Sentence
from meetings.queries.people import named
from voting.actions import ground as room
from voting.actions.paper import ground
from voting.queries.paper import Standing
from voting.rules.paper.another_day import PutOff, fault_in
from voting.rules.paper.states import Next


def put_off_count(
    session: Session,
    meeting_id: int,
    election_id: int,
    at: datetime,
    place: str,
    witnesses: tuple[str, ...],
    is_sealed: bool,
    *,
    by: Actor,
) -> None:
    """Announced at once, and the urn sealed before the witnesses.  `at` is in local time."""
    room.presiding(session, meeting_id, by, Sentence("skjuter upp räkningen"))
    found = ground.waiting_for(session, meeting_id, election_id, Next.UNOPENED)
    told = PutOff(
        at.replace(tzinfo=swedish.STOCKHOLM), place, witnesses, _counting(session, found), is_sealed
    )
    if why := fault_in(told, swedish.local(clock.now())):
        raise BadInput(why)
    row = ground.paper(session, found.election)
    row.counted_at, row.counted_where = at.isoformat(timespec="minutes"), place
    row.witnesses, row.unsealed_at = list(witnesses), None
    ground.moved(session)


def look_at_seal(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """Whole; a broken one means that the election is abandoned and held again."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.UNSEAL)
    tellers = [one.person_id for one in found.tellers]
    if by.helping is not None or by.person_id not in (found.officer_id, *tellers):
        raise NotAllowed("Valförrättaren eller en rösträknare ser på förseglingen.")
    row = ground.paper(session, found.election)
    row.unsealed_at, row.unsealed_by = clock.now(), by.person_id
    ground.moved(session)


def _counting(session: Session, found: Standing) -> list[str]:
    names = [one.name for one in found.tellers]
    if found.officer_id is not None:
        names.append(named(session, found.election.meeting_id, found.officer_id).name)
    return names
