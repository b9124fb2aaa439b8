"""What the register tells of a party's lists of substitutes: kommunallagen 5 kap. 21 §."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from councils.models import Constituency, Mandate, Party, PartyVotes, Person
from councils.rules.substitutes import Mandate as Place
from meetings.models import Meeting, Seat

Lists = Mapping[tuple[str, str], Sequence[int]]  # by constituency and list
ANY = ""  # the one constituency, or the one list, of a register that tells of no more
LAST = 1_000_000  # without a number: after those who have one


def places(session: Session, meeting: Meeting, party_id: int | None) -> list[Place[int]]:
    """The party's members, each with her own list of substitutes, first seat first."""
    rows = session.execute(
        select(Mandate, Party.letters, Constituency.name)
        .join(Person, Person.id == Mandate.person_id)
        .join(Party, Party.id == Person.party_id)
        .outerjoin(Constituency, Constituency.id == Mandate.constituency_id)
        .where(Party.id == party_id, *in_force(meeting))
    ).all()
    held = [(mandate, letters, circle or ANY) for mandate, letters, circle in rows]
    held.sort(key=lambda one: (one[0].calling_order or LAST, one[0].seat or 0, one[0].id))
    lists = _lists((mandate, circle) for mandate, _, circle in held if mandate.seat is None)
    seated = [one for one in held if one[0].seat is not None]
    return [
        Place(mandate.person_id, letters, circle, number, _own_list(mandate, circle, lists))
        for number, (mandate, letters, circle) in enumerate(seated, start=1)
    ]


def place_of(seat: Seat, places: Iterable[Place[int]]) -> Place[int] | None:
    """None for a vacant seat, which is nobody's."""
    return next((place for place in places if place.id == seat.member_id), None)


def votes(
    session: Session, party_id: int | None, absent: Place[int], places: Iterable[Place[int]]
) -> dict[str, int] | None:
    """The party's votes in each constituency; None where they are needed and some are missing."""
    others = {place.constituency for place in places} - {absent.constituency}
    if len(others) <= 1:
        return {}
    rows = session.execute(
        select(Constituency.name, PartyVotes.votes)
        .join(Constituency, Constituency.id == PartyVotes.constituency_id)
        .where(PartyVotes.party_id == party_id)
    )
    known = dict(rows.all())
    return known if known.keys() >= others else None


def in_force(meeting: Meeting) -> tuple[ColumnElement[bool], ...]:
    """On the day of the meeting."""
    return (
        Mandate.council_id == meeting.council_id,
        or_(Mandate.since.is_(None), Mandate.since <= meeting.date),
        or_(Mandate.until.is_(None), Mandate.until > meeting.date),
    )


def _lists(waiting: Iterable[tuple[Mandate, str]]) -> Lists:
    lists: dict[tuple[str, str], list[int]] = defaultdict(list)
    for mandate, circle in waiting:
        lists[circle, mandate.list_name or ANY].append(mandate.person_id)
    return lists


def _own_list(mandate: Mandate, circle: str, lists: Lists) -> tuple[int, ...]:
    """Whoever stands on no list in particular, or in no constituency, stands in for all.

    Those of the member's own come before them.
    """
    own = mandate.list_name or ANY
    ways = dict.fromkeys([(circle, own), (circle, ANY), (ANY, own), (ANY, ANY)])
    return tuple(person for way in ways for person in lists.get(way, ()))
