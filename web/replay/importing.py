"""A package becomes a council, its people and a planned meeting with its agenda: in one act."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.actions.items import add_items
from agenda.rules.wording import Wording, faults, needs_preparation
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, RuleBroken
from councils.actions.procedures import adopt_procedure
from councils.actions.register import carry_out
from councils.facts import CouncilFounded, PeopleImported
from councils.models import Council, Person, Role, RoleHeld
from councils.queries.register import council_named, holder_of_role, known_people
from councils.rules.register import plan
from meetings.actions.planning import plan_meeting
from meetings.models import Meeting
from web.packages import kinds
from web.packages.schema import Package, Roster
from web.packages.schema import Person as Named
from web.replay.lookups import items_in_order, people_of
from web.replay.words import ITEM_KINDS
from web.screens.rosters import listed

OFFICE = "Fullmäktiges kansli"
STARTS = "18:00"  # where the package has no time of opening
ONE_PERSON = re.compile(r"([^,()]+) \(([^,()]+)\)")


@dataclass(frozen=True)
class Rules:
    """Rules of procedure to hold the meeting under: the settings, and where they come from.

    `prepared_by`: who is taken to have prepared the items, where a package does not tell.
    """

    settings: dict[str, Any]
    reference: str
    prepared_by: str | None = None


def import_meeting(
    session: Session,
    register: int,
    package: Package,
    rules: Rules | None = None,
    *,
    by: Actor | None,
) -> int:
    """The number of the meeting.  At the machine itself `by` is None."""
    _refuse_twice(session, package)
    council = _council(session, package, by)
    _people(session, council, package, by)
    clerk = Actor(_clerk(session, council))
    if rules is not None:
        day = package.meeting.date.isoformat()
        adopted = (council.id, day, rules.settings, rules.reference)
        adopt_procedure(session, register, *adopted, by=clerk)
    meeting = plan_meeting(session, register, council.id, *_plan(package), by=clerk)
    if package.agenda:
        with log.of_new_meeting(session, meeting):
            rows = _agenda(session, council, package, rules.prepared_by if rules else None)
            add_items(session, meeting, rows, True, by=clerk)
    for item, row in zip(items_in_order(session, meeting), package.agenda, strict=True):
        item.paragraph = row.paragraph
    return meeting


def _refuse_twice(session: Session, package: Package) -> None:
    name, day = package.meeting.council, package.meeting.date.isoformat()
    same = select(Meeting.id).join(Council).where(Council.name == name, Meeting.date == day)
    if session.scalar(same.limit(1)) is not None:
        raise RuleBroken(
            "{name} har redan ett sammanträde den {day}. Inget är inläst.", name=name, day=day
        )


def _council(session: Session, package: Package, by: Actor | None) -> Council:
    name, seats = package.meeting.council, package.meeting.seats
    council = council_named(session, name)
    if council is None:
        council = Council(name=name, seats=seats)
        session.add(council)
        session.flush()
        log.append(session, CouncilFounded(council.id, name, seats), by=by)
    elif council.seats != seats:
        raise RuleBroken(
            "{name} har {here} platser i registret men {seats} i paketet. "
            "Ändra det som är fel. Inget är inläst.",
            name=name,
            here=council.seats,
            seats=seats,
        )
    return council


def _people(session: Session, council: Council, package: Package, by: Actor | None) -> None:
    """Whoever has another place now than in the register has it from the day of the meeting."""
    rows = listed(Roster(package.meeting, council.seats, package.members))
    found = plan(known_people(session, council.id), rows)
    noon = datetime.combine(package.meeting.date, time(12), UTC)
    with clock.set_to(lambda: noon):
        carry_out(session, council, found)
    groups = (found.added, found.changed, found.vacated)
    if any(groups):
        names = [tuple(step.listed.name for step in group) for group in groups]
        log.append(session, PeopleImported(council.id, *names), by=by)


def _clerk(session: Session, council: Council) -> int:
    """Somebody has to be able to prepare the meeting: the package's clerk, else the office."""
    known = holder_of_role(session, council.id, Role.CLERK)
    if known is not None:
        return known.id
    office = Person(council_id=council.id, name=OFFICE)
    session.add(office)
    session.flush()
    session.add(RoleHeld(council_id=council.id, person_id=office.id, role=Role.CLERK))
    session.flush()
    return office.id


def _plan(package: Package) -> tuple[str, str, str, str | None, bool, int]:
    facts = package.meeting
    modes = {row.mode for row in package.attendance}
    starts = f"{facts.opened:%H:%M}" if facts.opened else STARTS
    first = facts.first_paragraph or next((row.paragraph for row in package.agenda), None) or 1
    title = facts.council.split()[-1].capitalize()
    remote = kinds.Mode.REMOTE in modes or modes <= {None}
    return title, facts.date.isoformat(), starts, facts.place or None, remote, first


def _agenda(
    session: Session, council: Council, package: Package, prepared_by: str | None
) -> tuple[Wording, ...]:
    people = people_of(session, council.id)
    wordings = []
    for row in package.agenda:
        wording = Wording(
            title=row.title,
            kind=ITEM_KINDS[row.kind],
            numbered=row.number is not None,
            number=row.number,
            proposer=row.proposer or None,
            proposer_id=_one_person(row.proposer, people),
            case_number=row.case or None,
            prepared_by=prepared_by if needs_preparation(ITEM_KINDS[row.kind]) else None,
        )
        for field, words in faults(wording).items():
            raise BadInput(
                "Dagordningen, rad {line}: {words} Inget är inläst.",
                field,
                line=row.line,
                words=words,
            )
        wordings.append(wording)
    return tuple(wordings)


def _one_person(proposer: str, people: dict[Named, int]) -> int | None:
    """Whose motion or question it is, if it is one person's."""
    named = ONE_PERSON.fullmatch(proposer)
    return people.get(Named(*named.groups())) if named else None
