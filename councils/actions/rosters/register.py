"""A list of the whole council is taken into the register, at once or not at all."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import NotAllowed, RuleBroken
from councils import policy
from councils.actions.rosters.lists import Roster
from councils.actions.rosters.mandates import Places
from councils.actions.rosters.people import Known
from councils.actions.rosters.roles import give_roles
from councils.facts import CouncilFounded, PeopleImported
from councils.models import Council, Mandate


def take_in(session: Session, _register: int, roster: Roster, *, by: Actor | None) -> int:
    """The number of the council.  Without `by` it is done at the machine itself.

    People are known again by the list's own key, else by name and party; nobody is removed.  A
    member who is not on the list leaves the seat the day it begins to hold.
    """
    council = session.scalar(select(Council).where(Council.name == roster.council))
    if by is not None and not (council and policy.may_keep_register(session, council.id, by)):
        raise NotAllowed("Bara kansliet ändrar i registret.")
    is_new = council is None
    if council is None:
        council = _found(session, roster, by)
    _check_order(session, council, roster)
    council.seats = roster.seats
    known = Known(session, council.id, roster)
    people = {entry: known.person(entry) for entry in roster.entries}
    places = Places(session, council.id, roster.day, holds_from_start=is_new)
    for entry, person in people.items():
        if entry.holds_mandate:
            places.give(person, entry, known.constituency(entry))
    places.vacate_the_rest()
    give_roles(session, council.id, {person.id: entry for entry, person in people.items()})
    changed = {*known.changed, *places.placed} - {*known.added}
    told = (tuple(known.added), tuple(sorted(changed)), tuple(places.vacated))
    if any(told):
        log.append(session, PeopleImported(council.id, *told), by=by)
    return council.id


def _found(session: Session, roster: Roster, by: Actor | None) -> Council:
    council = Council(name=roster.council, seats=roster.seats)
    session.add(council)
    session.flush()
    log.append(session, CouncilFounded(council.id, council.name, council.seats), by=by)
    return council


def _check_order(session: Session, council: Council, roster: Roster) -> None:
    """An older list would undo what has happened since."""
    newest = select(Mandate.since).where(
        Mandate.council_id == council.id, Mandate.since > roster.day
    )
    if (day := session.scalar(newest.order_by(Mandate.since.desc()).limit(1))) is not None:
        raise RuleBroken(
            f"Registret för {council.name} gäller från {day}. Läs in det som är äldre först."
        )
