"""The council, its people and their parts, written in one act in an empty database."""

from itertools import count

from sqlalchemy.orm import Session

from core.actor import Actor
from councils.models import Council, Mandate, Party, Person, ProcedureInForce, Role, RoleHeld
from web.demo.names import PARTIES, SEATS, people
from web.demo.statement import published

SUBSTITUTES = 2  # of each party
PRESIDIUM = (("S", Role.CHAIR), ("M", Role.VICE_CHAIR_1), ("C", Role.VICE_CHAIR_2))


def found_council(session: Session, _register: int, *, by: Actor | None) -> int:
    """The council's number.  `by` is nobody: there is nobody yet."""
    council = Council(name="Lindmarka kommunfullmäktige", kind="municipality", seats=SEATS)
    council.electors, council.help_phone = 38_000, "010-123 45 67"
    council.term_from, council.term_to, council.rehearsal = "2026-10-15", "2030-10-14", True
    session.add(council)
    session.flush()
    names = iter(people(SEATS + SUBSTITUTES * len(PARTIES) + 12))
    seats = count(1)
    for place, of in enumerate(PARTIES, start=1):
        party = Party(council_id=council.id, letters=of.letters, name=of.name, place=place)
        party.colour = of.colour
        session.add(party)
        session.flush()
        for _ in range(of.seats):
            _member(session, council.id, party.id, next(names), seat=next(seats))
        for order in range(1, SUBSTITUTES + 1):
            _member(session, council.id, party.id, next(names), order=order)
        leader = _staff(session, council.id, next(names), Role.POLITICAL_SECRETARY, party.id)
        leader.email = f"{of.letters.lower()}@lindmarka.example"
    _staff(session, council.id, "Klara Sundin", Role.CLERK, None)
    _presidium(session, council.id)
    rules = ProcedureInForce(council_id=council.id, valid_from="2026-07-01")
    rules.settings = {
        "remote_allowed": True,
        "remote_decided_on": "2026-06-15",
        "remote_decision": "§ 71",
        "remote_request_days": 0,
        "remote_needs_request": False,  # whoever plays along chooses at the door
    }
    session.add_all([rules, published(council)])
    return council.id


def _member(
    session: Session,
    council_id: int,
    party_id: int,
    name: str,
    *,
    seat: int | None = None,
    order: int | None = None,
) -> None:
    person = _person(session, council_id, name, party_id)
    mandate = Mandate(council_id=council_id, person_id=person.id, seat=seat, calling_order=order)
    session.add(mandate)


def _staff(
    session: Session, council_id: int, name: str, role: Role, party_id: int | None
) -> Person:
    person = _person(session, council_id, name, party_id)
    session.add(RoleHeld(council_id=council_id, person_id=person.id, role=role))
    return person


def _person(session: Session, council_id: int, name: str, party_id: int | None) -> Person:
    person = Person(council_id=council_id, name=name, party_id=party_id)
    person.email = f"{name.lower().replace(' ', '.')}@lindmarka.example"
    session.add(person)
    session.flush()
    return person


def _presidium(session: Session, council_id: int) -> None:
    for letters, role in PRESIDIUM:
        party = session.query(Party).filter_by(council_id=council_id, letters=letters).one()
        first = (
            session.query(Mandate)
            .join(Person, Person.id == Mandate.person_id)
            .filter(Person.party_id == party.id, Mandate.seat.is_not(None))
            .order_by(Mandate.seat)
        )
        holder = session.scalars(first.statement).first()
        if holder is not None:
            session.add(RoleHeld(council_id=council_id, person_id=holder.person_id, role=role))
