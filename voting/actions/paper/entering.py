"""Two tellers write their figures, each without seeing the other's; only equal figures go on.

Lag (2022:629) 4 and 9 §§, kommunallagen 5 kap. 54 § (LPV-3, SB-12; PROTOCOL 24.3).
"""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed
from voting.actions.paper import ground
from voting.models import ElectionLot, PaperChoice, PaperEntry
from voting.policy import may_rule_on_slips
from voting.queries.paper import Standing
from voting.queries.paper.rows import SLIPS, SORTED, UNOPENED
from voting.queries.paper.standing import Entered
from voting.rules.paper.sheet import Figures, fault_in
from voting.rules.paper.states import TELLERS, Next

AGAIN = (Next.UNOPENED, Next.ANNUL, Next.SORTED, Next.RULINGS, Next.LOT, Next.DECLARE)


def enter_unopened(
    session: Session, meeting_id: int, election_id: int, slips: int, *, by: Actor
) -> None:
    """How many slips the urn held, counted before any is unfolded."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.UNOPENED)
    _enter(session, found, UNOPENED, found.unopened, {SLIPS: slips}, by)


def enter_sorted(
    session: Session, meeting_id: int, election_id: int, figures: Figures, *, by: Actor
) -> None:
    """How many slips each pile has, and how many marks each name."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.SORTED)
    if why := fault_in(found.sheet, figures, found.found or 0):
        raise BadInput(why)
    _enter(session, found, SORTED, found.sorted, figures, by)


def name_choice(
    session: Session,
    meeting_id: int,
    election_id: int,
    designation: str,
    names: tuple[str, ...],
    *,
    by: Actor,
) -> int:
    """A list or a name that was written on a slip, and now has a pile of its own."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.SORTED)
    ground.telling(session, found, by)
    _fits(found, designation, names)
    if any((one.designation, one.names) == (designation, names) for one in found.sheet.choices):
        raise MovedOn("Den högen finns redan.")
    number = max((one.number for one in found.sheet.choices), default=0) + 1
    row = PaperChoice(election_id=election_id, number=number, designation=designation)
    row.names = list(names)
    session.add(row)
    ground.moved(session)
    return number


def _fits(found: Standing, designation: str, names: tuple[str, ...]) -> None:
    """A list in a proportional election, else one name."""
    if found.sheet.is_proportional:
        if not designation or not names:
            raise BadInput("Skriv beteckning och namn, ett per rad.", "names")
    elif designation or len(names) != 1:
        raise BadInput("Skriv ett namn.", "names")


def count_again(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """From the unopened slips on.  What was written before stays, and counts no more."""
    found = ground.waiting_for(session, meeting_id, election_id, *AGAIN)
    tellers = [one.person_id for one in found.tellers]
    if not may_rule_on_slips(by, found.officer_id) and by.person_id not in tellers:
        raise NotAllowed("Valförrättaren eller en rösträknare räknar om.")
    ground.paper(session, found.election).attempt += 1
    void_lots(session, election_id)
    ground.moved(session)


def void_lots(session: Session, election_id: int) -> None:
    """They were drawn between those who stood equal by another count."""
    held = (ElectionLot.election_id == election_id, ElectionLot.void_at.is_(None))
    session.execute(update(ElectionLot).where(*held).values(void_at=clock.now()))


def _enter(
    session: Session, found: Standing, stage: str, entered: Entered, figures: Figures, by: Actor
) -> None:
    ground.telling(session, found, by)
    if by.person_id not in entered.by and len(entered.by) == TELLERS:
        raise MovedOn("Två rösträknare har redan skrivit in. De räknar om tillsammans.")
    entry = PaperEntry(election_id=found.election.id, attempt=found.attempt, stage=stage)
    entry.teller_id, entry.figures, entry.at = by.person_id, dict(figures), clock.now()
    session.add(entry)
    ground.moved(session)
