"""`klubba count proportional`: from the ballots on the table to places and calling order (LPV)."""

from collections.abc import Sequence
from enum import StrEnum

from voting.rules.counted import ANNULLED, CountStatus, urn_fault
from voting.rules.lists import Ballots, Group, Ignored, Sorting, sort_ballots
from voting.rules.proportional import Allotment, Tie, allot
from voting.rules.service import ServiceOrder, service_order
from web.counting.fields import Case, Designation, Name, Natural, Plain, Positive, about
from web.counting.lots import GroupsDrawn, urn


class Elects(StrEnum):
    MEMBERS = "members"
    SUBSTITUTES = "substitutes"


class Reason(StrEnum):
    """What the returning officer may rule."""

    NOT_ELIGIBLE = "not_eligible"
    STRUCK = "struck"
    UNCLEAR_PERSON = "unclear_person"
    UNCLEAR_ORDER = "unclear_order"


class RuledOut(Case, frozen=True):
    name: Name
    reason: Reason


class Entry(Case, frozen=True):
    designation: Designation
    names: list[Name]
    count: Positive
    ignored: tuple[RuledOut, ...] = ()

    def ballots(self) -> Ballots:
        ruled = tuple((each.name, Ignored(each.reason.value)) for each in self.ignored)
        return Ballots(self.designation, tuple(self.names), self.count, ruled)


class Invalid(Case, frozen=True):
    not_closed: Natural = 0
    not_uniform: Natural = 0
    no_designation: Natural = 0


class Proportional(Case, frozen=True):
    voters_present: Positive
    places: Positive
    ballots: list[Entry]
    kind: Elects = Elects.MEMBERS
    invalid: Invalid = Invalid()
    eligible: list[Name] | None = None
    voted: Natural | None = None
    lots: GroupsDrawn | None = None
    office: str | None = None


def count(given: Proportional) -> Plain:
    eligible = None if given.eligible is None else frozenset(given.eligible)
    with about("ballots.ignored"):
        ballots = [entry.ballots() for entry in given.ballots]
    sorting = sort_ballots(ballots, given.places, eligible)
    told = _ballots(given.invalid, sorting)
    with about("voted"):
        cast, present = told["cast"], given.voters_present
        fault = urn_fault(cast, told["valid"], voters_present=present, voted=given.voted)
    if fault in ANNULLED:
        sorting = Sorting((), (), 0)
    made, service = _allotted(given, sorting.groups)
    return {
        "status": fault or _status(made, service),
        "ballots": told,
        "groups": [_group(group) for group in sorting.groups],
        "ignored_names": [
            {"ballot": each.entry, "name": each.name, "reason": each.reason, "count": each.count}
            for each in sorting.ignored
        ],
        **_places(made, service),
    }


def _allotted(
    given: Proportional, groups: Sequence[Group]
) -> tuple[Allotment, ServiceOrder | None]:
    draws, service = urn(given.lots), None
    with about("lots"):
        made = allot(groups, given.places, draws)
        if given.kind is Elects.SUBSTITUTES and groups and made.next_tie is None:
            service = service_order(groups, made, draws)
        draws.close()
    return made, service


def _ballots(invalid: Invalid, sorting: Sorting) -> Plain:
    by = {
        "not_closed": invalid.not_closed,
        "not_uniform": invalid.not_uniform,
        "no_designation": invalid.no_designation + sorting.without_designation,
    }
    faulty = sum(by.values())
    told = {"cast": sorting.valid + faulty, "valid": sorting.valid, "invalid": faulty}
    return {**told, "invalid_by": by}


def _status(made: Allotment, service: ServiceOrder | None) -> CountStatus:
    waits = made.next_tie or (service and service.next_tie)
    return CountStatus.LOT_NEEDED if waits else CountStatus.DONE


def _group(group: Group) -> Plain:
    told = {"group": group.number, "designation": group.designation, "votes": group.votes}
    return {**told, "names": list(group.names)}


def _places(made: Allotment, service: ServiceOrder | None) -> Plain:
    ties = [*made.ties, *(service.ties if service else ())]
    waits = made.next_tie or (service.next_tie if service else None)
    orders = service.orders if service else None
    return {
        "places": [
            {
                "round": row.round,
                "place": row.place,
                "person": row.person,
                "group": row.group,
                "quotient": str(row.quotient),
                "by_lot": row.by_lot,
            }
            for row in made.rows
        ],
        "elected": made.elected,
        "ties": [{**_tie(tie), "winner": tie.winner} for tie in ties],
        "next_tie": waits and _tie(waits),
        "unfilled": made.unfilled,
        "service_order": orders
        and [{"designation": each.designation, "order": list(each.order)} for each in orders],
    }


def _tie(tie: Tie) -> Plain:
    told = {"stage": tie.stage, "round": tie.round, "quotient": str(tie.quotient)}
    return {**told, "tied": list(tie.tied)}
