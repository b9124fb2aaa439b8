"""Who somebody is, as the log will name them."""

from dataclasses import dataclass

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from councils.models import Party, Person, RoleHeld
from meetings.models import Meeting


@dataclass(frozen=True)
class Named:
    """A person of the meeting's council; `party` in letters (None: outside the parties)."""

    id: int
    name: str
    party: str | None
    party_id: int | None


_SERVES = exists().where(RoleHeld.person_id == Person.id, RoleHeld.council_id == Meeting.council_id)
_NAMED = (  # made once: every act asks for it
    select(Person.id, Person.name, Party.letters, Person.party_id)
    .select_from(Person)
    .join(Meeting, Meeting.id == bindparam("meeting"))
    .outerjoin(Party, Party.id == Person.party_id)
    .where(Person.id == bindparam("person"), or_(Person.council_id == Meeting.council_id, _SERVES))
)


def named(session: Session, meeting_id: int, person_id: int) -> Named:
    """By key; people of other councils are not to be found here, unless they hold a role in it.

    One office may serve several councils.
    """
    row = session.execute(_NAMED, {"meeting": meeting_id, "person": person_id}).first()
    if row is None:
        raise NotFound("Personen finns inte i det här fullmäktige.")
    return Named(*row)
