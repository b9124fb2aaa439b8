"""Who is accountable in an item, or close to one who is (JAV-3)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Accountable
from councils.models import Person


def accountable_in(session: Session, item_id: int) -> list[Person]:
    listed = select(Person).join(Accountable, Accountable.person_id == Person.id)
    return list(session.scalars(listed.where(Accountable.item_id == item_id).order_by(Person.id)))


def is_accountable(session: Session, item_id: int, person_id: int) -> bool:
    return session.get(Accountable, (item_id, person_id)) is not None
