"""The register twice: folded from its log alone, and read from the tables.

An import tells only whose lines were added, changed and emptied; so the places are told of those
whom nobody has read in from a file.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import Entry
from councils.models import (
    AccessibilityStatement,
    Constituency,
    Council,
    Mandate,
    Party,
    PartyVotes,
    Person,
    ProcedureInForce,
    RoleHeld,
    SizeChange,
)

Payload = dict[str, Any]


@dataclass(frozen=True)
class Somebody:
    name: str
    party: str | None = None
    seat: int | None = None
    order: int | None = None
    list_name: str | None = None


@dataclass
class Register:
    councils: dict[int, tuple[str, int]] = field(default_factory=dict)
    parties: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    constituencies: set[tuple[int, str]] = field(default_factory=set)
    votes: dict[tuple[int, str], dict[str, int]] = field(default_factory=dict)
    people: dict[int, Somebody] = field(default_factory=dict)
    read_in: set[str] = field(default_factory=set)
    roles: set[tuple[int, int, str]] = field(default_factory=set)
    procedures: dict[tuple[int, str], tuple[str | None, Payload]] = field(default_factory=dict)
    statements: dict[int, str] = field(default_factory=dict)
    sizes: dict[tuple[int, str], int] = field(default_factory=dict)


def fold(before: Register, entries: list[Entry]) -> Register:
    now = replace(
        before,
        councils=dict(before.councils),
        parties=dict(before.parties),
        people=dict(before.people),
        roles=set(before.roles),
        constituencies=set(before.constituencies),
        votes=dict(before.votes),
        procedures=dict(before.procedures),
        read_in=set(),
        statements={},
        sizes={},
    )
    for entry in entries:
        for follow in (_council, _party, _person, _role):
            follow(now, entry.kind, entry.payload, entry.actor_id)
    return now


def _council(now: Register, kind: str, told: Payload, by: int | None) -> None:
    match kind:
        case "register.council_founded":
            now.councils[told["council_id"]] = (told["name"], told["seats"])
            now.roles.add((told["council_id"], by or 0, "clerk"))
        case "register.council_changed":
            now.councils[told["council_id"]] = (told["name"], told["seats"])
        case "register.procedure_adopted":
            adopted = (told["reference"], told["settings"])
            now.procedures[told["council_id"], told["valid_from"]] = adopted
        case "register.size_decided":
            now.sizes[told["council_id"], told["applies_from"]] = told["seats"]
        case "register.size_struck":
            del now.sizes[told["council_id"], told["applies_from"]]
        case "register.statement_published":
            now.statements[told["council_id"]] = told["updated_on"]


def _party(now: Register, kind: str, told: Payload, _by: int | None) -> None:
    match kind:
        case "register.party_changed" if told["how"] == "removed":
            del now.parties[told["party_id"]]
            _count(now, told["letters"], None)
        case "register.party_changed":
            _rename(now, now.parties.get(told["party_id"], ("",))[0], told["letters"])
            now.parties[told["party_id"]] = (told["letters"], told["name"], told["colour"])
        case "register.constituency_changed" if told["how"] == "removed":
            now.constituencies.discard((told["council_id"], told["name"]))
            now.votes.pop((told["council_id"], told["name"]), None)
        case "register.constituency_changed":
            now.constituencies.add((told["council_id"], told["name"]))
        case "register.party_votes_entered":
            circle = (told["council_id"], told["constituency"])
            now.votes[circle] = told["votes"]


def _rename(now: Register, before: str, after: str) -> None:
    for person, one in now.people.items():
        if one.party == before:
            now.people[person] = replace(one, party=after)
    _count(now, before, after)


def _count(now: Register, before: str, after: str | None) -> None:
    """The votes go with the party when its letters change, or with it when it is removed."""
    for circle, votes in now.votes.items():
        named = {after if one == before else one: count for one, count in votes.items()}
        now.votes[circle] = {one: count for one, count in named.items() if one is not None}


def _person(now: Register, kind: str, told: Payload, _by: int | None) -> None:
    match kind:
        case "register.person_changed":
            place = (told["seat"], told["calling_order"], told["list_name"])
            now.people[told["person_id"]] = Somebody(told["name"], told["party"], *place)
        case "register.people_imported":
            now.read_in |= set(told["added"])
            for person, one in now.people.items():
                if one.name in told["vacated"]:
                    now.people[person] = replace(one, seat=None, order=None, list_name=None)
                    now.roles = {held for held in now.roles if not _leads(held, person)}
        case "register.substitutes_reordered":
            for place, name in enumerate(told["order"], start=1):
                _number(now, name, place)


def _leads(held: tuple[int, int, str], person: int) -> bool:
    return held[1] == person and "chair" in held[2]


def _number(now: Register, name: str, place: int) -> None:
    for person, one in now.people.items():
        if one.name == name and one.order is not None:
            now.people[person] = replace(one, order=place)


def _role(now: Register, kind: str, told: Payload, _by: int | None) -> None:
    match kind:
        case "register.role_given":
            now.roles.add((told["council_id"], told["person_id"], told["role"]))
        case "register.role_taken":
            now.roles.discard((told["council_id"], told["person_id"], told["role"]))


def tables(session: Session, read_in: set[str]) -> Register:
    places = {
        one.person_id: (one.seat, one.calling_order, one.list_name)
        for one in session.scalars(select(Mandate).where(Mandate.until.is_(None)))
    }
    letters = {party.id: party.letters for party in session.scalars(select(Party))}
    circles = list(session.scalars(select(Constituency)))
    given = list(session.scalars(select(RoleHeld)))
    everybody = list(session.scalars(select(Person)))
    counted = defaultdict[tuple[int, str], dict[str, int]](dict)
    for party_votes, circle in session.execute(select(PartyVotes, Constituency).join(Constituency)):
        counted[circle.council_id, circle.name][letters[party_votes.party_id]] = party_votes.votes
    published = select(AccessibilityStatement).where(AccessibilityStatement.published_at != "")
    return Register(
        councils={one.id: (one.name, one.seats) for one in session.scalars(select(Council))},
        parties={
            one.id: (one.letters, one.name, one.colour) for one in session.scalars(select(Party))
        },
        constituencies={(one.council_id, one.name) for one in circles},
        votes=dict(counted),
        people={
            one.id: Somebody(one.name, letters.get(one.party_id or 0), *places.get(one.id, ()))
            for one in everybody
            if one.name not in read_in
        },
        read_in={one.name for one in everybody} & read_in,
        roles={(held.council_id, held.person_id, held.role) for held in given},
        procedures={
            (one.council_id, one.valid_from): (one.reference, one.settings)
            for one in session.scalars(select(ProcedureInForce))
        },
        sizes={
            (one.council_id, one.applies_from): one.seats
            for one in session.scalars(select(SizeChange))
        },
        statements={one.council_id: one.updated_on for one in session.scalars(published)},
    )
