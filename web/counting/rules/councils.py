"""The size of the council, and who is called for whom (KL 5:5, 5:18, 5:21; LPV 22)."""

from typing import ClassVar

import msgspec

from councils.rules import size
from councils.rules import substitutes as calling
from voting.rules.committees import Bench, call_for_committee
from web.counting.fields import Case, Designation, Name, Natural, Plain, Positive, tidy_keys
from web.counting.lots import GroupsDrawn, urn


class CouncilSize(Case, frozen=True):
    concerns: ClassVar[str] = "electors, seats"
    body: size.Body
    electors: Natural
    seats: Natural | None = None


def council_size(given: CouncilSize) -> Plain:
    found = size.council_size(given.body, given.electors, given.seats)
    valid = None if given.seats is None else not found.faults
    return {"minimum": found.minimum, "valid": valid, "faults": list(found.faults)}


class Member(Case, frozen=True):
    id: Name
    party: Name
    constituency: Name
    seat: Positive
    substitutes: list[Name]


class InCouncil(Case, tag_field="kind", tag="council", frozen=True):
    concerns: ClassVar[str] = "absent, members, party_votes"
    absent: Name
    members: list[Member]
    body: size.Body = size.Body.MUNICIPALITY
    party_votes: dict[str, dict[str, Natural]] = msgspec.field(default_factory=dict)
    unavailable: tuple[Name, ...] = ()
    serving: tuple[Name, ...] = ()


class Elected(Case, frozen=True):
    designation: Designation
    votes: Positive
    substitutes: list[Name]


class InCommittee(Case, tag_field="kind", tag="committee", frozen=True):
    concerns: ClassVar[str] = "lots"
    absent_designation: Designation
    groups: list[Elected]
    unavailable: tuple[Name, ...] = ()
    serving: tuple[Name, ...] = ()
    lots: GroupsDrawn | None = None


SubstituteOrder = InCouncil | InCommittee


def substitute_order(given: InCouncil | InCommittee) -> Plain:
    return _in_council(given) if isinstance(given, InCouncil) else _in_committee(given)


def _in_council(given: InCouncil) -> Plain:
    votes = {party: tidy_keys(places) for party, places in tidy_keys(given.party_votes).items()}
    members = [
        calling.Mandate(each.id, each.party, each.constituency, each.seat, tuple(each.substitutes))
        for each in given.members
    ]
    found = calling.substitute_order(
        given.absent,
        members,
        body=given.body,
        party_votes=votes,
        unavailable=given.unavailable,
        serving=given.serving,
    )
    return {
        "status": "NONE" if found.called is None else "CALLED",
        "called": found.called,
        "step": found.step,
        "via": found.via,
        "order": list(found.order),
    }


def _in_committee(given: InCommittee) -> Plain:
    benches = [
        Bench(number, each.designation, each.votes, tuple(each.substitutes))
        for number, each in enumerate(given.groups, start=1)
    ]
    taken, draws = {*given.unavailable, *given.serving}, urn(given.lots)
    found = call_for_committee(given.absent_designation, benches, taken, draws)
    draws.close()
    status = "LOT_NEEDED" if found.tied else "NONE" if found.called is None else "CALLED"
    return {
        "status": status,
        "called": found.called,
        "step": found.step,
        "group": found.group,
        "next_tie": {"votes": found.votes, "tied": list(found.tied)} if found.tied else None,
    }
