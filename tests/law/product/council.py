"""The council of the rule book's stories, 61 seats, in the product itself.

Its people are called as in the book: `S01` is a member of S, `Se1` a substitute.
"""

from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal
from core import clock, log
from councils.models import Council, Mandate, Party, Person, ProcedureInForce, Role, RoleHeld
from meetings.models import Meeting
from tests.databases import number_from_here

COUNCIL = 5
SEATS = 61
FIRST = 5000  # nobody has so high a number in the world that is there already
CLERK = "Sekreteraren"
OFFICES = {
    "chair": Role.CHAIR,
    "first_vice_chair": Role.VICE_CHAIR_1,
    "second_vice_chair": Role.VICE_CHAIR_2,
}
RULES = {
    "remote_allowed": True,
    "remote_decided_on": "2026-06-15",
    "remote_decision": "§ 80",
    "remote_needs_request": False,
}
Told = tuple[str, str, str | None, str | None]  # title, kind, case number, prepared by


class People(dict[str, int]):
    """By the name in the book: the number of the person."""

    @property
    def members(self) -> list[str]:
        return [name for name, number in self.items() if number - FIRST <= SEATS]

    def seat(self, member: str) -> int:
        return self[member] - FIRST


def settle(app: Flask, setting: dict[str, Any], **rules: Any) -> People:
    """The council with its members, substitutes, presidium and one clerk, under these rules."""
    with app.extensions["database"].writing() as session, session.begin():
        session.add(Council(id=COUNCIL, name="Kommunfullmäktige i boken", seats=setting["seats"]))
        session.flush()
        procedure = ProcedureInForce(council_id=COUNCIL, valid_from="2026-07-01")
        procedure.settings = RULES | rules
        session.add(procedure)
        people = _people(session, setting)
        for office, name in setting["presidium"].items():
            _give(session, people[name], OFFICES[office])
        _give(session, people[CLERK], Role.CLERK)
        session.flush()
        number_from_here(session)
    return people


def plan(app: Flask, date: str, told: list[Told]) -> tuple[int, list[int]]:
    """A meeting and its items.  Everything after is done by acts."""
    with app.extensions["database"].writing() as session, session.begin():
        meeting = Meeting(council_id=COUNCIL, title="Kommunfullmäktige", seats=SEATS, procedure={})
        meeting.date, meeting.starts, meeting.place = date, "18:00", "Stadshuset"
        session.add(meeting)
        session.flush()
        log.begin(session, meeting.id)
        return meeting.id, [add(session, meeting.id, n, one) for n, one in enumerate(told, start=1)]


def add(session: Session, meeting: int, position: int, told: Told) -> int:
    item = Item(meeting_id=meeting, position=position, number=position)
    item.title, item.kind, item.case_number, item.prepared_by = told
    session.add(item)
    session.flush()
    return int(item.id)


def propose(session: Session, item: int, kind: str, text: str, by: str, person: int | None) -> int:
    proposal = Proposal(item_id=item, kind=kind, text=text, made_at=clock.now())
    proposal.proposer, proposal.person_id = by, person
    session.add(proposal)
    session.flush()
    return int(proposal.id)


def _people(session: Session, setting: dict[str, Any]) -> People:
    people, seat = People(), 0
    for place, (letters, seats) in enumerate(setting["party_seats"].items(), start=1):
        party = Party(council_id=COUNCIL, letters=letters, name=f"Parti {letters}", place=place)
        party.colour = "#AF1E1E"
        session.add(party)
        session.flush()
        for number in range(1, seats + 1):
            seat += 1
            people[f"{letters}{number:02}"] = _person(session, FIRST + seat, party.id)
            session.flush()
            session.add(Mandate(council_id=COUNCIL, person_id=FIRST + seat, seat=seat))
        for order, name in enumerate(setting["substitutes_in_calling_order"][letters], start=1):
            people[name] = _person(session, FIRST + 100 + len(people), party.id)
            session.flush()
            waiting = Mandate(council_id=COUNCIL, person_id=people[name], calling_order=order)
            session.add(waiting)
    people[CLERK] = _person(session, FIRST + 999, None)
    session.flush()
    for name, number in people.items():
        session.get_one(Person, number).name = name
    return people


def _person(session: Session, number: int, party: int | None) -> int:
    session.add(Person(id=number, council_id=COUNCIL, name=str(number), party_id=party))
    return number


def _give(session: Session, person: int, role: Role) -> None:
    session.add(RoleHeld(council_id=COUNCIL, person_id=person, role=role))
