"""People are imported: all of them in one act, or nobody."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from core import clock, log, swedish
from core.actor import Actor
from core.errors import BadInput, MovedOn
from councils import facts
from councils.actions.councils import kept_by
from councils.actions.looks import looks_of
from councils.actions.people import end_mandate
from councils.models import Constituency, Council, Mandate, Party, Person, RoleHeld
from councils.queries.register import (
    constituencies_of,
    known_people,
    mandate_of,
    parties_of,
)
from councils.queries.sizes import most_seats
from councils.rules.register import Listed, Plan, Step, plan


def import_people(
    session: Session,
    _register: int,
    council_id: int,
    rows: tuple[Listed, ...],
    fingerprint: str,
    *,
    by: Actor,
) -> None:
    """`fingerprint` is that of the plan that was shown; if the register has changed, show again."""
    council = kept_by(session, council_id, by)
    _check_seats(session, council, rows)
    found = plan(known_people(session, council_id), rows)
    if found.fingerprint != fingerprint:
        raise MovedOn("Registret har ändrats sedan förhandsgranskningen. Granska igen.")
    for named in carry_out(session, council, found):
        log.append(session, named, by=by)
    if found.added or found.changed or found.vacated:
        log.append(session, _told(council_id, found), by=by)


def carry_out(session: Session, council: Council, found: Plan) -> list[log.Fact]:
    """Those who lose something first, so that no seat has two holders on the way.

    The parties and constituencies that came with them are handed back, to be told.
    """
    new = _add_names(session, council, found)
    parties = {party.letters: party.id for party in parties_of(session, council.id)}
    circles = {one.name: one.id for one in constituencies_of(session, council.id)}
    steps = (*found.vacated, *found.steps)
    freed = {_end_if_other(session, step) for step in steps}
    session.flush()
    for step in steps:
        if step.changes or step.person_id is None:
            person = _write(session, council, step.listed, step.person_id, parties)
            _place(session, person, step.listed, circles, freed)
            _give_roles(session, person, step.listed)
    return new


def _check_seats(session: Session, council: Council, rows: tuple[Listed, ...]) -> None:
    most = most_seats(session, council)
    if over := [row.seat for row in rows if row.seat and row.seat > most]:
        raise BadInput(
            "Plats {seat} finns inte: {council} har {seats} platser.",
            seat=over[0],
            council=council.name,
            seats=most,
        )


def _add_names(session: Session, council: Council, found: Plan) -> list[log.Fact]:
    """Parties and constituencies that the file names and the register lacks."""
    new = list[log.Fact]()
    have = parties_of(session, council.id)
    letters = {party.letters for party in have}
    for step in found.steps:
        if step.listed.party and step.listed.party not in letters:
            letters.add(step.listed.party)
            new.append(_add_party(session, council, step.listed.party))
    circles = {one.name for one in constituencies_of(session, council.id)}
    for name in sorted({step.listed.constituency for step in found.steps} - circles - {""}):
        session.add(Constituency(council_id=council.id, name=name))
        new.append(facts.ConstituencyChanged(council.id, "added", name))
    session.flush()
    return new


def _add_party(session: Session, council: Council, letters: str) -> facts.PartyChanged:
    party = Party(council_id=council.id, letters=letters, **vars(looks_of(letters)))
    session.add(party)
    session.flush()
    told = (party.id, "added", party.letters, party.name, party.colour)
    return facts.PartyChanged(council.id, *told)


def _end_if_other(session: Session, step: Step) -> int | None:
    """A mandate ends when its seat, or being a substitute, does.  The seat that became free."""
    mandate = mandate_of(session, step.person_id) if step.person_id else None
    if mandate is None:
        return None
    is_same = mandate.seat == step.listed.seat and (
        mandate.seat is not None or step.listed.is_substitute
    )
    if is_same:
        return None
    end_mandate(mandate)
    return mandate.seat


def _write(
    session: Session,
    council: Council,
    row: Listed,
    person_id: int | None,
    parties: dict[str, int],
) -> Person:
    person = session.get(Person, person_id) if person_id else None
    if person is None:
        person = Person(council_id=council.id)
        session.add(person)
    person.name, person.party_id = row.name, parties.get(row.party)
    person.email, person.external_id = row.email or None, row.external_id or None
    session.flush()
    return person


def _place(
    session: Session,
    person: Person,
    row: Listed,
    circles: dict[str, int],
    freed: set[int | None],
) -> None:
    """Whoever takes over a seat has it from today; a first holder has always had it."""
    if row.seat is None and not row.is_substitute:
        return
    mandate = mandate_of(session, person.id)
    if mandate is None:
        mandate = Mandate(council_id=person.council_id, person_id=person.id)
        if row.seat in freed - {None}:
            mandate.since = swedish.local_day(clock.now()).isoformat()
        session.add(mandate)
    mandate.seat, mandate.calling_order = row.seat, row.order
    mandate.constituency_id = circles.get(row.constituency)
    mandate.list_name = row.list_name or None
    session.flush()


def _give_roles(session: Session, person: Person, row: Listed) -> None:
    held = delete(RoleHeld).where(
        RoleHeld.council_id == person.council_id, RoleHeld.person_id == person.id
    )
    session.execute(held)
    session.add_all(
        RoleHeld(council_id=person.council_id, person_id=person.id, role=role) for role in row.roles
    )


def _told(council_id: int, found: Plan) -> facts.PeopleImported:
    groups = (found.added, found.changed, found.vacated)
    names = [tuple(step.listed.name for step in group) for group in groups]
    return facts.PeopleImported(council_id, *names)
