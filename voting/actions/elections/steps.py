"""An election goes from one state to the next; each state is a row with who and when."""

from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.errors import MovedOn
from councils.rules.procedure import ElectionMethod
from voting.models import Election, ElectionStep
from voting.rules.elections.states import ElectionState, may_go


def begin(session: Session, election: Election, *, by: Actor) -> None:
    """As a draft; nothing but nominations can be done in it yet."""
    election.state = ElectionState.DRAFT.value
    session.add(election)
    session.flush()
    _note(session, election, by, None)


def move_to(
    session: Session,
    election: Election,
    state: ElectionState,
    *,
    by: Actor | None,
    reason: str | None = None,
) -> None:
    """Raises MovedOn where the election has gone on, or has not come so far."""
    if not may_go(ElectionMethod(election.method), ElectionState(election.state), state):
        raise MovedOn()
    election.state = state.value
    _note(session, election, by, reason)


def _note(session: Session, election: Election, by: Actor | None, reason: str | None) -> None:
    step = ElectionStep(election_id=election.id, state=election.state, at=clock.now())
    step.person_id, step.reason = by.person_id if by else None, reason
    session.add(step)
