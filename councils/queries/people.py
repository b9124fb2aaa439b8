"""Who somebody is."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from councils.models import Party, Person, RoleHeld, SignIn

WHO_IS_IN = (
    select(
        SignIn.method,
        SignIn.expires,
        SignIn.revoked_at,
        Person.id,
        Person.name,
        Person.council_id,
        Person.party_id,
        Party.letters,
        RoleHeld.role,
    )
    .join(Person, Person.id == SignIn.person_id)
    .outerjoin(Party, Party.id == Person.party_id)
    .outerjoin(RoleHeld, RoleHeld.person_id == Person.id)
    .where(SignIn.digest == bindparam("digest"))
)
"""The door's question on every request: one row for each role held, or one without any."""


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
