"""The very first council and its clerk, in a house where nobody is yet."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, RuleBroken
from councils import facts
from councils.actions.councils import Described, check
from councils.models import Council, Person, Role, RoleHeld


def begin(
    session: Session,
    _register: int,
    described: Described,
    clerk: str,
    email: str,
    *,
    by: Actor | None,
) -> int:
    """The clerk's number.  Only by whoever runs the machine, and only once: then there is a clerk.

    `by` is nobody, for nobody is known yet.
    """
    if session.scalar(select(Council.id).limit(1)) is not None:
        raise RuleBroken("Det finns redan ett fullmäktige. Kansliet lägger upp fler på webbsidan.")
    if not clerk.strip() or "@" not in email:
        raise BadInput("Ange sekreterarens namn och e-post.", "clerk")
    check(session, described, None)
    council = Council(**vars(described))
    session.add(council)
    session.flush()
    person = Person(council_id=council.id, name=clerk.strip(), email=email.strip())
    session.add(person)
    session.flush()
    session.add(RoleHeld(council_id=council.id, person_id=person.id, role=Role.CLERK))
    log.append(session, facts.CouncilFounded(council.id, council.name, council.seats), by=by)
    return person.id
