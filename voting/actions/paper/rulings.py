"""The returning officer rules on each doubtful slip, alone.

Lag (2022:629) 4 and 9–10 §§ (LPV-3, LPV-5, LPV-6); in other elections the rules of procedure
(MAJ-3).  A ruling can be changed until the result is declared; every one stays.
"""

from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.errors import BadInput
from voting.actions.paper import ground
from voting.actions.paper.entering import void_lots
from voting.models import PaperRuling
from voting.rules.paper.rulings import Ruled, fault_in
from voting.rules.paper.states import Next

UNTIL_DECLARED = (Next.RULINGS, Next.LOT, Next.DECLARE)


def rule_on_slip(
    session: Session, meeting_id: int, election_id: int, slip: int, ruled: Ruled, *, by: Actor
) -> int:
    """`slip`: from 1, in the order in which they lie in the pile."""
    found = ground.waiting_for(session, meeting_id, election_id, *UNTIL_DECLARED)
    ground.ruling(session, found, by)
    if not 1 <= slip <= found.doubtful:
        raise BadInput("Det finns {n} tveksamma sedlar.", "slip", n=found.doubtful)
    if why := fault_in(found.sheet, ruled):
        raise BadInput(why)
    row = PaperRuling(election_id=election_id, attempt=found.attempt, slip=slip)
    row.ruling, row.ground = ruled.ruling.value, ruled.ground and ruled.ground.value
    row.designation, row.names = ruled.designation, list(ruled.names)
    row.ruled_out = [[name, reason.value] for name, reason in ruled.ruled_out]
    row.ruled_by, row.at = by.person_id, clock.now()
    session.add(row)
    void_lots(session, election_id)
    session.flush()
    ground.moved(session)
    return row.id
