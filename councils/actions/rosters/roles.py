"""The tasks that people have, as the list says."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.actions.rosters.lists import Entry
from councils.models import PRESIDIUM, Role, RoleHeld

OF_THE_LIST = (*PRESIDIUM, Role.GROUP_LEADER, Role.TELLER, Role.COMMISSIONER)


def give_roles(session: Session, council_id: int, entries: Mapping[int, Entry]) -> None:
    """Elected tasks follow the list; those of staff are only added, never taken away by a list."""
    held = {
        (row.person_id, row.role): row
        for row in session.scalars(select(RoleHeld).where(RoleHeld.council_id == council_id))
    }
    wanted = {(person, role) for person, entry in entries.items() for role in entry.roles}
    for key, row in held.items():
        if key not in wanted and row.role in OF_THE_LIST:
            session.delete(row)
    session.flush()
    for person, role in sorted(wanted - held.keys()):
        session.add(RoleHeld(council_id=council_id, person_id=person, role=role))
    session.flush()
