"""Elections on ballots: which there are, who are nominated in them, and how they have gone."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.errors import NotFound
from councils.models import Mandate, Person, Role, RoleHeld
from voting.models import Election, ElectionStep, Nomination, Part
from voting.rules.elections import ElectionKind
from voting.rules.elections.eligibility import Nominee, warnings
from voting.rules.elections.states import ElectionState

STAFF = (Role.CLERK, Role.POLITICAL_SECRETARY)


@dataclass(frozen=True)
class Known:
    """What the register knows of somebody."""

    is_staff: bool
    sits: bool


def election_in(session: Session, meeting_id: int, election_id: int) -> Election:
    election = session.get(Election, election_id)
    if election is None or election.meeting_id != meeting_id:
        raise NotFound("Det finns inget sådant val i det här sammanträdet.")
    return election


def elections_on(session: Session, item_id: int) -> list[Election]:
    """Not abandoned, in the order they were planned."""
    planned = select(Election).where(
        Election.item_id == item_id, Election.state != ElectionState.ABANDONED
    )
    return list(session.scalars(planned.order_by(Election.id)))


def live_on(session: Session, item_id: int) -> list[Election]:
    """Neither counted nor abandoned."""
    return [one for one in elections_on(session, item_id) if not one.is_over]


def of_part(session: Session, item_id: int, part: Part) -> Election | None:
    """The one that holds, counted or not."""
    return next((one for one in elections_on(session, item_id) if one.part == part), None)


def running(session: Session, meeting_id: int) -> Election | None:
    """The one whose ballots are in the box just now, or waiting to be counted."""
    going = (ElectionState.OPEN, ElectionState.CLOSED, ElectionState.MIXED)
    found = select(Election).where(Election.meeting_id == meeting_id, Election.state.in_(going))
    return session.scalar(found.order_by(Election.id).limit(1))


def steps_of(session: Session, election_id: int) -> list[ElectionStep]:
    taken = select(ElectionStep).where(ElectionStep.election_id == election_id)
    return list(session.scalars(taken.order_by(ElectionStep.id)))


def nominated(session: Session, election_id: int) -> list[Nomination]:
    """Not withdrawn, in the order they were put forward."""
    standing = select(Nomination).where(
        Nomination.election_id == election_id, Nomination.withdrawn_at.is_(None)
    )
    return list(session.scalars(standing.order_by(Nomination.place)))


def next_place(session: Session, election_id: int) -> int:
    places = select(func.max(Nomination.place)).where(Nomination.election_id == election_id)
    return (session.scalar(places) or 0) + 1


def warnings_of(session: Session, election: Election, council_id: int) -> Sequence[str]:
    """What the chair should ask about those nominated."""
    names = [
        (name, one.person_id if len(one.names) == 1 else None)
        for one in nominated(session, election.id)
        for name in one.names
    ]
    register = _register(session, council_id)
    nominees = [_nominee(name, person, register) for name, person in names]
    return warnings(nominees, election.places, ElectionKind(election.election))


def _nominee(name: str, person: int | None, register: dict[str | int, Known]) -> Nominee:
    known = register.get(person) if person is not None else register.get(name)
    if known is None:
        return Nominee(name)
    return Nominee(name, is_known=True, is_staff=known.is_staff, sits=known.sits)


def _register(session: Session, council_id: int) -> dict[str | int, Known]:
    """By number, and by name."""
    people = session.execute(
        select(
            Person.id,
            Person.name,
            select(RoleHeld.id)
            .where(RoleHeld.person_id == Person.id, RoleHeld.role.in_(STAFF))
            .exists(),
            select(Mandate.id)
            .where(Mandate.person_id == Person.id, Mandate.until.is_(None))
            .exists(),
        ).where(Person.council_id == council_id)
    )
    found: dict[str | int, Known] = {}
    for number, name, is_staff, sits in people:
        found[number] = found[name] = Known(is_staff, sits)
    return found
