"""What every act in an election on paper stands on: the right election, the right hand, the right
moment.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken
from councils.rules.procedure import ElectionMethod
from voting.models import Election, PaperElection
from voting.policy import may_rule_on_slips
from voting.queries.elections.standing import election_in
from voting.queries.paper import Standing, standing
from voting.queries.paper.rows import paper_of
from voting.rules.paper.states import Next

MOVED = "election.moved"  # a pulse


def on_paper(session: Session, meeting_id: int, election_id: int) -> Election:
    election = election_in(session, meeting_id, election_id)
    if election.method != ElectionMethod.PAPER:
        raise RuleBroken("Valet hålls inte på papper.")
    return election


def paper(session: Session, election: Election) -> PaperElection:
    """What is noted of it; begun here the first time."""
    found = paper_of(session, election.id)
    if found is None:
        found = PaperElection(election_id=election.id, attempt=1)
        session.add(found)
        session.flush()
    return found


def waiting_for(session: Session, meeting_id: int, election_id: int, *steps: Next) -> Standing:
    """How it stands, where one of these is what comes next."""
    found = standing(session, on_paper(session, meeting_id, election_id))
    if found.next not in steps:
        raise MovedOn()
    return found


def telling(session: Session, found: Standing, by: Actor) -> None:
    """A teller, for herself."""
    if by.helping is not None or by.person_id not in [one.person_id for one in found.tellers]:
        raise NotAllowed("Bara rösträknarna skriver in siffror.")


def ruling(session: Session, found: Standing, by: Actor) -> None:
    """LPV 4: the returning officer alone."""
    if not may_rule_on_slips(by, found.officer_id):
        raise NotAllowed("Bara valförrättaren avgör det (4 § lagen 2022:629).")


def moved(session: Session) -> None:
    """The screens are drawn again; nothing of it stands in the log."""
    log.pulse(session, MOVED)
