"""What people have been elected or employed to do, and in what order substitutes are called."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import NotFound, RuleBroken
from councils import facts
from councils.actions.councils import kept_by
from councils.models import PRESIDIUM, Mandate, Person, Role, RoleHeld
from councils.queries.register import holder_of_role, mandate_of, substitutes_of


def give_role(session: Session, _register: int, person_id: int, role: Role, *, by: Actor) -> None:
    person = _found(session, person_id)
    kept_by(session, person.council_id, by)
    if _held(session, person, role):
        return
    _check(session, person, role)
    session.add(RoleHeld(council_id=person.council_id, person_id=person_id, role=role))
    told = (person.council_id, person.id, person.name, role)
    log.append(session, facts.RoleGiven(*told), by=by)


def take_role(session: Session, _register: int, person_id: int, role: Role, *, by: Actor) -> None:
    person = _found(session, person_id)
    kept_by(session, person.council_id, by)
    held = _held(session, person, role)
    if held is None:
        return
    if role is Role.CLERK and _clerks(session, person.council_id) == 1:
        raise RuleBroken("Det måste finnas minst en sekreterare. Utse en ny först.")
    session.delete(held)
    told = (person.council_id, person.id, person.name, role)
    log.append(session, facts.RoleTaken(*told), by=by)


def move_substitute(
    session: Session, _register: int, person_id: int, place: int, *, by: Actor
) -> None:
    """To this place, counted from 1, among the substitutes on the same list."""
    person = _found(session, person_id)
    kept_by(session, person.council_id, by)
    lists = substitutes_of(session, person.council_id).items()
    for (letters, *_), people in lists:
        own = next((one for one in people if one.person.id == person_id), None)
        if own is None:
            continue
        people.remove(own)
        people.insert(max(0, min(place - 1, len(people))), own)
        _number([one.mandate for one in people])
        names = tuple(one.person.name for one in people)
        told = facts.SubstitutesReordered(person.council_id, letters, names)
        log.append(session, told, by=by)
        return
    raise NotFound("{name} är inte ersättare.", name=person.name)


def _found(session: Session, person_id: int) -> Person:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte i registret.")
    return person


def _held(session: Session, person: Person, role: Role) -> RoleHeld | None:
    return session.scalar(
        select(RoleHeld).where(
            RoleHeld.council_id == person.council_id,
            RoleHeld.person_id == person.id,
            RoleHeld.role == role,
        )
    )


def _check(session: Session, person: Person, role: Role) -> None:
    if role in PRESIDIUM:
        mandate = mandate_of(session, person.id)
        if mandate is None or mandate.seat is None:
            raise RuleBroken("Presidiet väljs bland ledamöterna (5 kap. 11 §).")
        if other := holder_of_role(session, person.council_id, role):
            raise RuleBroken(
                "{name} har uppdraget. Ta bort det från {name} först.", name=other.name
            )
    if role in (Role.POLITICAL_SECRETARY, Role.GROUP_LEADER) and person.party_id is None:
        raise RuleBroken("Välj först vilket parti personen hör till.")


def _clerks(session: Session, council_id: int) -> int:
    clerks = select(func.count()).where(
        RoleHeld.council_id == council_id, RoleHeld.role == Role.CLERK
    )
    return session.scalar(clerks) or 0


def _number(mandates: list[Mandate | None]) -> None:
    for place, mandate in enumerate(mandates, start=1):
        if mandate:
            mandate.calling_order = place
