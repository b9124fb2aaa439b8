"""A lot is drawn in the hall between those who stand equal; the program never breaks a tie.

Kommunallagen 5 kap. 56 §, lag (2022:629) 16–17 §§ (MAJ-5, LPV-9).
"""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn
from voting.actions.paper import ground
from voting.facts import ElectionLotDrawn
from voting.models import ElectionLot
from voting.queries.paper.words import told_as
from voting.rules.paper.states import Next


def draw_lot(
    session: Session,
    meeting_id: int,
    election_id: int,
    winner: str,
    how: str,
    drawn_by: str,
    *,
    by: Actor,
) -> int:
    """`winner`: a name, or the number of a group.  `how`: slips in a bowl, for example."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.LOT)
    ground.ruling(session, found, by)
    tie = found.result.next_tie if found.result else None
    if tie is None:
        raise MovedOn()
    if winner not in tie.tied:
        raise BadInput("Lotten faller på någon av dem som står lika.", "winner")
    lot = ElectionLot(election_id=election_id, stage=tie.stage.value, round=tie.round)
    lot.figure, lot.tied, lot.winner = str(tie.figure), list(tie.tied), winner
    lot.how, lot.drawn_by, lot.at = how, drawn_by, clock.now()
    session.add(lot)
    session.flush()
    names = told_as(found)
    told = ElectionLotDrawn(
        lot_id=lot.id,
        election_id=election_id,
        item_id=found.election.item_id,
        title=found.election.title,
        stage=lot.stage,
        round=lot.round,
        figure=lot.figure,
        tied=tuple(names(each) for each in tie.tied),
        winner=names(winner),
        how=how,
        drawn_by=drawn_by,
    )
    log.append(session, told, by=by)
    return lot.id
