"""Who somebody is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.models import Party, Person, RoleHeld


def roles_of(session: Session, person_id: int) -> frozenset[str]:
    return frozenset(session.scalars(select(RoleHeld.role).where(RoleHeld.person_id == person_id)))


def has_role(session: Session, council_id: int, person_id: int, *roles: str) -> bool:
    held = select(RoleHeld.id).where(
        RoleHeld.council_id == council_id,
        RoleHeld.person_id == person_id,
        RoleHeld.role.in_(roles),
    )
    return session.scalar(held.limit(1)) is not None


def party_letters(session: Session, person_id: int) -> str | None:
    letters = select(Party.letters).join(Person, Person.party_id == Party.id)
    return session.scalar(letters.where(Person.id == person_id))
