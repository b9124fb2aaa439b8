"""The result is declared, and the slips are put away.

Kommunallagen 5 kap. 53–56 §§, lag (2022:629) 16–22 §§ (MAJ-2, LPV-9–11, SB-10).  The gavel falls
afterwards, on the item; a mistake found later is mended by a new decision (INC-4).
"""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken
from meetings.policy import may_lead
from meetings.queries.people import named
from voting.actions.elections.steps import move_to
from voting.actions.paper import ground
from voting.queries.paper.telling import counted
from voting.rules.elections.states import ElectionState
from voting.rules.paper.states import Next


def declare(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """By the returning officer."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.DECLARE)
    ground.ruling(session, found, by)
    if found.result is None:
        raise MovedOn()
    if not found.result.elected:
        raise RuleBroken("Ingen sedel är giltig. Ingen är vald. Avbryt valet och gör om det.")
    officer = named(session, meeting_id, found.officer_id).name if found.officer_id else ""
    move_to(session, found.election, ElectionState.COUNTED, by=by)
    log.append(session, counted(found, found.result, officer), by=by)


def put_away(session: Session, meeting_id: int, election_id: int, place: str, *, by: Actor) -> None:
    """In an envelope, sealed and signed; `place`: where it is kept."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.ENVELOPE)
    tellers = [one.person_id for one in found.tellers]
    if not may_lead(session, meeting_id, by) and by.person_id not in (found.officer_id, *tellers):
        raise NotAllowed("Sekreteraren, valförrättaren eller en rösträknare lägger undan sedlarna.")
    row = ground.paper(session, found.election)
    row.kept_where, row.kept_at = place, clock.now()
    ground.moved(session)
