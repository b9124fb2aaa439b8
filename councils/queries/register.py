"""The register of a council: its parties, constituencies and people as they are now."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from councils.models import (
    Constituency,
    Council,
    Mandate,
    Party,
    PartyVotes,
    Person,
    ProcedureInForce,
    Role,
    RoleHeld,
)
from councils.rules.register import Known, Listed


@dataclass
class Registered:
    """One person with everything the register holds of her."""

    person: Person
    party: Party | None
    mandate: Mandate | None = None
    constituency: str = ""
    roles: list[str] = field(default_factory=list)

    @property
    def seat(self) -> int | None:
        return self.mandate.seat if self.mandate else None

    @property
    def is_substitute(self) -> bool:
        return self.mandate is not None and self.mandate.seat is None

    @property
    def list_name(self) -> str:
        return (self.mandate.list_name if self.mandate else None) or ""

    @property
    def letters(self) -> str:
        return self.party.letters if self.party else ""

    def as_listed(self) -> Listed:
        return Listed(
            name=self.person.name,
            party=self.letters,
            seat=self.seat,
            is_substitute=self.is_substitute,
            order=self.mandate.calling_order if self.mandate else None,
            constituency=self.constituency,
            list_name=self.list_name,
            roles=tuple(sorted(self.roles)),
            email=self.person.email or "",
            external_id=self.person.external_id or "",
        )


def parties_of(session: Session, council_id: int) -> list[Party]:
    parties = select(Party).where(Party.council_id == council_id)
    return list(session.scalars(parties.order_by(Party.place, Party.id)))


def constituencies_of(session: Session, council_id: int) -> list[Constituency]:
    found = select(Constituency).where(Constituency.council_id == council_id)
    return list(session.scalars(found.order_by(Constituency.name)))


def party_votes_of(session: Session, council_id: int) -> dict[tuple[int, int], int]:
    """By party and constituency, where they are known."""
    found = (
        select(PartyVotes)
        .join(Party, Party.id == PartyVotes.party_id)
        .where(Party.council_id == council_id)
    )
    return {(one.party_id, one.constituency_id): one.votes for one in session.scalars(found)}


def people_of(session: Session, council_id: int) -> list[Registered]:
    """Four questions, however many people."""
    people = (
        select(Person, Party)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Person.council_id == council_id)
        .order_by(Person.id)
    )
    found = {person.id: Registered(person, party) for person, party in session.execute(people)}
    names = {one.id: one.name for one in constituencies_of(session, council_id)}
    for mandate in session.scalars(_mandates(council_id)):
        if mandate.person_id in found:
            found[mandate.person_id].mandate = mandate
            found[mandate.person_id].constituency = names.get(mandate.constituency_id or 0, "")
    roles = select(RoleHeld).where(RoleHeld.council_id == council_id)
    for held in session.scalars(roles.order_by(RoleHeld.id)):
        if held.person_id in found:
            found[held.person_id].roles.append(held.role)
    return list(found.values())


def known_people(session: Session, council_id: int) -> list[Known]:
    return [Known(one.person.id, one.as_listed()) for one in people_of(session, council_id)]


def one_person(session: Session, person_id: int) -> Registered | None:
    person = session.get(Person, person_id)
    if person is None:
        return None
    party = session.get(Party, person.party_id) if person.party_id else None
    mandate = mandate_of(session, person_id)
    held = select(RoleHeld.role).where(
        RoleHeld.person_id == person_id, RoleHeld.council_id == person.council_id
    )
    found = Registered(person, party, mandate, roles=list(session.scalars(held)))
    if mandate and mandate.constituency_id:
        found.constituency = session.get_one(Constituency, mandate.constituency_id).name
    return found


def mandate_of(session: Session, person_id: int) -> Mandate | None:
    """The one that has not ended."""
    mandates = select(Mandate).where(Mandate.person_id == person_id, Mandate.until.is_(None))
    return session.scalar(mandates.order_by(Mandate.id.desc()).limit(1))


def holder_of(session: Session, council_id: int, seat: int) -> int | None:
    holders = _mandates(council_id).where(Mandate.seat == seat)
    mandate = session.scalar(holders.limit(1))
    return mandate.person_id if mandate else None


def highest_seat(session: Session, council_id: int) -> int:
    return max((mandate.seat or 0 for mandate in session.scalars(_mandates(council_id))), default=0)


def substitutes_of(
    session: Session, council_id: int
) -> dict[tuple[str, str, str], list[Registered]]:
    """By party, constituency and list, in the order they are called."""
    lists: dict[tuple[str, str, str], list[Registered]] = defaultdict(list)
    for one in people_of(session, council_id):
        if one.is_substitute:
            lists[(one.letters, one.constituency, one.list_name)].append(one)
    for people in lists.values():
        people.sort(key=lambda one: (one.mandate.calling_order or 0) if one.mandate else 0)
    return dict(sorted(lists.items()))


def lists_of_nobody(session: Session, council_id: int) -> set[tuple[str, str, str]]:
    """Lists by name that no member stands on, so that nobody is called from them (KL 5:21)."""
    people = [one for one in people_of(session, council_id) if one.list_name]
    seated = [one for one in people if one.seat]
    held = {(one.letters, circle, one.list_name) for one in seated for circle in _within(one)}
    waiting = {(one.letters, one.constituency, one.list_name) for one in people if not one.seat}
    return waiting - held


def _within(one: Registered) -> set[str]:
    """A substitute without a constituency stands in wherever the list does."""
    return {one.constituency, ""}


def holder_of_role(session: Session, council_id: int, role: Role) -> Person | None:
    held = select(Person).join(RoleHeld, RoleHeld.person_id == Person.id)
    held = held.where(RoleHeld.council_id == council_id, RoleHeld.role == role)
    return session.scalar(held.limit(1))


def procedures_of(session: Session, council_id: int) -> list[ProcedureInForce]:
    """The latest first."""
    found = select(ProcedureInForce).where(ProcedureInForce.council_id == council_id)
    return list(session.scalars(found.order_by(ProcedureInForce.valid_from.desc())))


def council_named(session: Session, name: str) -> Council | None:
    return session.scalar(select(Council).where(Council.name == name))


def _mandates(council_id: int) -> Select[Mandate]:
    return select(Mandate).where(Mandate.council_id == council_id, Mandate.until.is_(None))
