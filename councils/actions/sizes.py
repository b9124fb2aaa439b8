"""The council decides on another number of seats; the office enters it.  KL 5:5, 5:7 (SIZE-2)."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn
from core.swedish import local_day
from councils import facts
from councils.actions.councils import check_holders, check_size, described, kept_by
from councils.models import Council, SizeChange
from councils.queries.sizes import most_seats
from councils.rules.size import applies_from, is_election_year


def decide_size(
    session: Session,
    _register: int,
    council_id: int,
    seats: int,
    decided_on: date,
    reference: str,
    election: int,
    *,
    by: Actor,
) -> None:
    """From the term that begins after the `election` of that year; entered anew it is corrected."""
    council = kept_by(session, council_id, by)
    check_size(replace(described(council), seats=seats))
    if decided_on > local_day(clock.now()):
        raise BadInput(
            "Dagen har inte varit än. Skriv in beslutet när det är fattat.", "decided_on"
        )
    begins = _term(decided_on, election)
    change = session.get(SizeChange, (council_id, begins.isoformat()))
    if change is None:
        change = SizeChange(council_id=council_id, applies_from=begins.isoformat())
        session.add(change)
    change.seats, change.reference = seats, reference
    change.decided_on = decided_on.isoformat()
    _check_holders(session, council)
    told = (council_id, seats, change.decided_on, reference, change.applies_from)
    log.append(session, facts.SizeDecided(*told), by=by)


def strike_size(
    session: Session, _register: int, council_id: int, begins: str, *, by: Actor
) -> None:
    """What was entered by mistake, before its term has begun."""
    council = kept_by(session, council_id, by)
    change = session.get(SizeChange, (council_id, begins))
    if change is None:
        raise MovedOn("Beslutet är redan struket.")
    if change.applies_from <= local_day(clock.now()).isoformat():
        raise BadInput("Mandatperioden har börjat. Antalet ligger fast.", "applies_from")
    session.delete(change)
    _check_holders(session, council)
    log.append(session, facts.SizeStruck(council_id, change.seats, begins), by=by)


def _check_holders(session: Session, council: Council) -> None:
    """Who has been entered for the coming term keeps a seat."""
    session.flush()
    check_holders(session, council.id, most_seats(session, council))


def _term(decided: date, election: int) -> date:
    if not is_election_year(election):
        raise BadInput("Välj ett år med allmänna val.", "election")
    if (begins := applies_from(decided, election)) is None:
        raise BadInput(
            "Beslutet är för sent för valet {election}: det ska fattas före utgången av februari "
            "valåret (5 kap. 7 §). Det kan gälla från valet {later}.",
            "election",
            election=election,
            later=election + 4,
        )
    return begins
