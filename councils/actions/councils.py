"""A council is founded and described by the office."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NotAllowed
from core.swedish import local_day
from councils import facts, policy
from councils.models import Council, Person, Role, RoleHeld
from councils.queries.register import council_named, highest_seat
from councils.queries.sizes import has_met, seats_on
from councils.rules.size import Body, SizeFault, council_size

LONGEST = 120  # characters in a name


@dataclass(frozen=True)
class Described:
    """Dates are ISO text.  `electors`: those entitled to vote, None where not yet known."""

    name: str
    kind: Body
    seats: int
    electors: int | None = None
    term_from: str | None = None
    term_to: str | None = None
    help_phone: str | None = None
    email: str | None = None


def found_council(session: Session, _register: int, described: Described, *, by: Actor) -> int:
    """Whoever founds it is its first clerk."""
    if not _is_clerk_somewhere(session, by):
        raise NotAllowed("Bara kansliet kan lägga upp ett fullmäktige.")
    check(session, described, None)
    council = Council(**vars(described), rehearsal=_is_practice(session, by))
    session.add(council)
    session.flush()
    session.add(RoleHeld(council_id=council.id, person_id=by.person_id, role=Role.CLERK))
    log.append(session, facts.CouncilFounded(council.id, council.name, council.seats), by=by)
    return council.id


def change_council(
    session: Session, _register: int, council_id: int, described: Described, *, by: Actor
) -> None:
    council = kept_by(session, council_id, by)
    check(session, described, council)
    check_holders(session, council_id, described.seats)
    _check_number(session, council, described.seats)
    changed = dict(vars(described))
    if all(getattr(council, name) == value for name, value in changed.items()):
        return
    for name, value in changed.items():
        setattr(council, name, value)
    told = (council.name, council.seats, council.electors, council.term_from, council.term_to)
    log.append(session, facts.CouncilChanged(council.id, *told), by=by)


def described(council: Council) -> Described:
    """As it stands."""
    return Described(**{name: getattr(council, name) for name in Described.__dataclass_fields__})


def kept_by(session: Session, council_id: int, by: Actor) -> Council:
    """The council, for the office that keeps its register."""
    council = session.get(Council, council_id)
    if council is None or not policy.may_keep_register(session, council_id, by):
        raise NotAllowed("Bara kansliet för detta fullmäktige kan ändra registret.")
    return council


def _is_practice(session: Session, by: Actor) -> bool:
    """What is founded from within a rehearsal is one too, and so are its meetings."""
    own = session.get_one(Person, by.person_id).council_id
    council = session.get(Council, own) if own else None
    return council is not None and council.rehearsal


def _is_clerk_somewhere(session: Session, by: Actor) -> bool:
    held = select(RoleHeld.id).where(
        RoleHeld.person_id == by.person_id, RoleHeld.role == Role.CLERK
    )
    return by.helping is None and session.scalar(held.limit(1)) is not None


def check_holders(session: Session, council_id: int, seats: int) -> None:
    """Nobody sits in a seat beyond these."""
    if (highest := highest_seat(session, council_id)) > seats:
        raise BadInput(
            "Plats {highest} är besatt. Flytta ledamoten först.", "seats", highest=highest
        )


def check(session: Session, described: Described, own: Council | None) -> None:
    if not described.name or len(described.name) > LONGEST:
        raise BadInput("Skriv ett namn på högst {most} tecken.", "name", most=LONGEST)
    other = council_named(session, described.name)
    if other is not None and other is not own:
        raise BadInput("Det finns redan ett fullmäktige med det namnet.", "name")
    if described.seats < 1 or (described.electors or 0) < 0:
        raise BadInput("Antalet kan inte vara negativt.", "seats")
    check_size(described)
    _check_term(described)


def _check_number(session: Session, council: Council, seats: int) -> None:
    """KL 5:7: once the council has met, another number comes with the next election."""
    now = seats_on(session, council, local_day(clock.now()).isoformat())
    if seats != now and has_met(session, council.id):
        raise BadInput(
            "Ett nytt antal platser gäller från nästa val (5 kap. 7 §). Skriv in beslutet under "
            "Nytt antal platser.",
            "seats",
        )


def check_size(described: Described) -> None:
    """KL 5:5; the least number of all where the electors are not known."""
    size = council_size(described.kind, described.electors or 0, described.seats)
    if SizeFault.EVEN in size.faults:
        raise BadInput("Antalet platser ska vara udda (5 kap. 5 §).", "seats")
    if SizeFault.BELOW_MINIMUM in size.faults:
        raise BadInput(
            "Antalet platser ska vara minst {least} (5 kap. 5 §).", "seats", least=size.minimum
        )


def _check_term(described: Described) -> None:
    for name in ("term_from", "term_to"):
        try:
            date.fromisoformat(getattr(described, name) or "2026-10-15")
        except ValueError:
            raise BadInput("Skriv dagen som 2026-10-15.", name) from None
    if described.term_from and described.term_to and described.term_to <= described.term_from:
        raise BadInput("Mandatperioden slutar innan den börjar.", "term_to")
