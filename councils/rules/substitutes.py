"""In what order substitutes are called for a member of the council who is away.

Kommunallagen 5 kap. 18, 21 §§ (SUBST-2, SUBST-5).  First the member's own list; then, in
municipalities, the lists of the party's seats in the constituency, first seat first; then the
party's other constituencies, most votes first.  One who has begun to serve keeps precedence.
Regions stop at the own list and the chair is asked (U17).
"""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from councils.rules.size import Body

P = TypeVar("P", bound=Hashable)  # whatever the caller uses to tell people apart


class CallStep(StrEnum):
    OWN_LIST = "OWN_LIST"
    SAME_CONSTITUENCY = "SAME_CONSTITUENCY"
    OTHER_CONSTITUENCY = "OTHER_CONSTITUENCY"


@dataclass(frozen=True)
class Mandate(Generic[P]):
    """A member's seat: the party's n-th in the constituency, with its list of substitutes."""

    id: P
    party: str
    constituency: str
    seat: int
    substitutes: tuple[P, ...] = ()


@dataclass(frozen=True)
class Calling(Generic[P]):
    """Whom to call now (None: nobody is free), from whose list, and all who are free in order."""

    called: P | None
    step: CallStep | None
    via: P | None
    order: tuple[P, ...]


@dataclass(frozen=True)
class _Place(Generic[P]):
    person: P
    step: CallStep
    via: P


def substitute_order(
    absent: P,
    members: Sequence[Mandate[P]],
    *,
    body: Body = Body.MUNICIPALITY,
    party_votes: Mapping[str, Mapping[str, int]] | None = None,
    unavailable: Collection[P] = (),
    serving: Collection[P] = (),
    begun: Collection[P] = (),
) -> Calling[P]:
    """Who is called for `absent`?  KL 5:18, 5:21.

    `party_votes` is {party: {constituency: votes}}, needed when the party sits in two or more other
    constituencies.  `unavailable`: not here, recused or done for the day.  `serving`: in a seat
    now.  `begun`: have served earlier in the meeting and are free again; they go before all others.
    """
    away = _find(absent, members)
    busy = {*unavailable, *serving}
    listed = _once(_places(away, members, body, party_votes or {}))
    free = [place for place in listed if place.person not in busy]
    free.sort(key=lambda place: place.person not in begun)  # stable: the order stands within each
    if not free:
        return Calling(None, None, None, ())
    first = free[0]
    return Calling(first.person, first.step, first.via, tuple(place.person for place in free))


def _find(absent: P, members: Sequence[Mandate[P]]) -> Mandate[P]:
    found = {member.id: member for member in members}
    if len(found) < len(members):
        raise ValueError("Samma ledamot finns två gånger.")
    if absent not in found:
        raise ValueError("Den frånvarande finns inte bland ledamöterna.")
    return found[absent]


def _places(
    away: Mandate[P],
    members: Sequence[Mandate[P]],
    body: Body,
    party_votes: Mapping[str, Mapping[str, int]],
) -> Iterator[_Place[P]]:
    yield from _on_list(away, CallStep.OWN_LIST)
    if body is Body.REGION:
        return
    party = sorted((m for m in members if m.party == away.party), key=lambda m: m.seat)
    for member in party:
        if member.constituency == away.constituency:
            yield from _on_list(member, CallStep.SAME_CONSTITUENCY)
    for constituency in _other_constituencies(away, party, party_votes.get(away.party, {})):
        for member in party:
            if member.constituency == constituency:
                yield from _on_list(member, CallStep.OTHER_CONSTITUENCY)


def _on_list(member: Mandate[P], step: CallStep) -> Iterator[_Place[P]]:
    return (_Place(person, step, member.id) for person in member.substitutes)


def _other_constituencies(
    away: Mandate[P], party: Sequence[Mandate[P]], votes: Mapping[str, int]
) -> list[str]:
    """Most votes for the party first; equal votes by name."""
    others = sorted({m.constituency for m in party} - {away.constituency})
    if len(others) > 1 and not votes.keys() >= set(others):
        raise ValueError(f"Partiets röster i varje valkrets saknas för {away.party}.")
    return sorted(others, key=lambda constituency: -votes.get(constituency, 0))


def _once(places: Iterable[_Place[P]]) -> list[_Place[P]]:
    """A substitute on several lists is called where she comes first."""
    first: dict[P, _Place[P]] = {}
    for place in places:
        first.setdefault(place.person, place)
    return list(first.values())
