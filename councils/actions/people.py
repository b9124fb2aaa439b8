"""People and their places in the council: a seat, a place among the substitutes, or neither."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import clock, log, swedish
from core.actor import Actor
from core.errors import BadInput, NotFound
from councils import facts
from councils.actions.councils import kept_by
from councils.models import PRESIDIUM, Constituency, Council, Mandate, Party, Person
from councils.queries.people import has_role
from councils.queries.register import holder_of, mandate_of
from councils.queries.sizes import most_seats

LONGEST = 120


class Standing(StrEnum):
    SEATED = "seated"
    SUBSTITUTE = "substitute"
    NEITHER = "neither"


@dataclass(frozen=True)
class Entered:
    """What the office writes of one person.  `seat` and `party_seat` count only for the seated.

    `party_seat`: which of the party's seats in the constituency, 1 = first.
    """

    name: str
    party_id: int | None = None
    email: str | None = None
    phone: str | None = None
    external_id: str | None = None
    standing: Standing = Standing.NEITHER
    seat: int | None = None
    constituency_id: int | None = None
    list_name: str | None = None
    party_seat: int | None = None


def add_person(
    session: Session, _register: int, council_id: int, entered: Entered, *, by: Actor
) -> int:
    council = kept_by(session, council_id, by)
    _check(session, council, entered, None)
    person = Person(council_id=council_id, **_own(entered))
    session.add(person)
    session.flush()
    _place(session, person, entered)
    _tell(session, person, "added", by)
    return person.id


def change_person(
    session: Session, _register: int, person_id: int, entered: Entered, *, by: Actor
) -> None:
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte i registret.")
    council = kept_by(session, person.council_id, by)
    _check(session, council, entered, person)
    for name, value in _own(entered).items():
        setattr(person, name, value)
    _place(session, person, entered)
    _tell(session, person, "changed", by)


def end_mandate(mandate: Mandate) -> None:
    """Kept for the record: who sat there until today."""
    mandate.until = swedish.local_day(clock.now()).isoformat()


def last_in_calling_order(session: Session, council_id: int, party_id: int | None) -> int:
    lasts = (
        select(func.max(Mandate.calling_order))
        .join(Person, Person.id == Mandate.person_id)
        .where(
            Mandate.council_id == council_id,
            Mandate.until.is_(None),
            Person.party_id.is_(None) if party_id is None else Person.party_id == party_id,
        )
    )
    return session.scalar(lasts) or 0


def _own(entered: Entered) -> dict[str, str | int | None]:
    names = ("name", "party_id", "email", "phone", "external_id")
    return {name: getattr(entered, name) for name in names}


def _check(session: Session, council: Council, entered: Entered, own: Person | None) -> None:
    if not entered.name or len(entered.name) > LONGEST:
        raise BadInput("Skriv personens namn.", "name")
    if entered.email and ("@" not in entered.email or any(map(str.isspace, entered.email))):
        raise BadInput("Skriv en adress med @, till exempel namn@kommun.se.", "email")
    if entered.phone and sum(map(str.isdigit, entered.phone)) < 7:  # noqa: PLR2004
        raise BadInput("Skriv hela telefonnumret.", "phone")
    _check_chosen(session, council, entered)
    if entered.standing is not Standing.NEITHER and entered.party_id is None:
        raise BadInput("Välj parti för den som har en plats eller är ersättare.", "party_id")
    if entered.party_seat == 0:
        raise BadInput("Skriv ett nummer från 1.", "party_seat")
    if entered.standing is Standing.SEATED:
        _check_seat(session, council, entered.seat, own)
    elif own is not None and has_role(session, council.id, own.id, *PRESIDIUM):
        raise BadInput(
            "{name} sitter i presidiet, som väljs bland ledamöterna (5 kap. 11 §). Ta bort det "
            "uppdraget först.",
            "standing",
            name=own.name,
        )


def _check_chosen(session: Session, council: Council, entered: Entered) -> None:
    """Nobody is put into the party or the constituency of another council."""
    if entered.party_id is not None:
        party = session.get(Party, entered.party_id)
        if party is None or party.council_id != council.id:
            raise BadInput("Välj ett parti i listan.", "party_id")
    if entered.constituency_id is not None:
        circle = session.get(Constituency, entered.constituency_id)
        if circle is None or circle.council_id != council.id:
            raise BadInput("Välj en valkrets i listan.", "constituency_id")


def _check_seat(session: Session, council: Council, seat: int | None, own: Person | None) -> None:
    most = most_seats(session, council)
    if seat is None or not 1 <= seat <= most:
        raise BadInput("Skriv ett platsnummer från 1 till {seats}.", "seat", seats=most)
    holder = holder_of(session, council.id, seat)
    if holder is not None and (own is None or holder != own.id):
        name = session.get_one(Person, holder).name
        raise BadInput("Plats {seat} innehas av {name}.", "seat", seat=seat, name=name)


def _place(session: Session, person: Person, entered: Entered) -> None:
    mandate = mandate_of(session, person.id)
    is_seated = entered.standing is Standing.SEATED
    if mandate and (entered.standing is Standing.NEITHER or is_seated != bool(mandate.seat)):
        end_mandate(mandate)
        mandate = None
    if entered.standing is Standing.NEITHER:
        return
    if mandate is None:
        mandate = Mandate(council_id=person.council_id, person_id=person.id)
        mandate.since = swedish.local_day(clock.now()).isoformat()
        if not is_seated:
            last = last_in_calling_order(session, person.council_id, person.party_id)
            mandate.calling_order = last + 1
        session.add(mandate)
    if is_seated:
        mandate.calling_order = entered.party_seat
    mandate.seat = entered.seat if is_seated else None
    mandate.constituency_id = entered.constituency_id
    mandate.list_name = entered.list_name


def _tell(session: Session, person: Person, how: str, by: Actor) -> None:
    party = session.get(Party, person.party_id) if person.party_id else None
    mandate = mandate_of(session, person.id)
    told = (how, person.id, person.name, party.letters if party else None)
    place = (mandate.seat, mandate.calling_order, mandate.list_name) if mandate else (None, None)
    log.append(session, facts.PersonChanged(person.council_id, *told, *place), by=by)
