"""From the names of a package to the rows that the import wrote."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import standing
from councils.models import Party, Person
from web.packages.schema import Person as Named


def people_of(session: Session, council_id: int) -> dict[Named, int]:
    people = (
        select(Person.name, Party.letters, Person.id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Person.council_id == council_id)
    )
    return {Named(name, letters or ""): number for name, letters, number in session.execute(people)}


def items_in_order(session: Session, meeting_id: int) -> Sequence[Item]:
    return standing(session, meeting_id)
