"""The floor: who speaks, who waits and why there, and how the time has been shared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, aliased

from core import clock
from councils.models import Party, Person
from meetings.models import Line, Meeting, Mode, Request, RequestKind, Seat, Speech
from meetings.rules import floor as law
from meetings.rules import rejoinders
from meetings.rules.floor import FloorKind

IN_LAW = {
    RequestKind.SPEECH: FloorKind.SPEECH,
    RequestKind.REPLY: FloorKind.REJOINDER,
    RequestKind.POINT_OF_ORDER: FloorKind.POINT_OF_ORDER,
}
OUTSIDE = "–"  # those who belong to no party


@dataclass(frozen=True)
class Speaking:
    """The speech that is going on.  `seconds` is its limit, None where there is none."""

    speech_id: int
    person_id: int
    name: str
    party: str | None
    colour: str | None
    kind: RequestKind
    mode: str
    started_at: str
    seconds: int | None
    answers: str | None  # whose speech a reply answers


@dataclass(frozen=True)
class Waiting:
    """One place on the list.  `reason` is why it is this one, for the member to read."""

    place: int
    request_id: int
    person_id: int
    name: str
    party: str | None
    colour: str | None
    kind: RequestKind
    mode: str | None
    line: str | None
    is_on_behalf: bool
    reply_to: int | None
    answers: str | None
    requested_at: str
    reason: str


@dataclass(frozen=True)
class Share:
    speeches: int
    seconds: int


@dataclass(frozen=True)
class Statistics:
    """Finished and running speeches alike; party in letters, "–" outside the parties."""

    by_party: dict[str, Share]
    by_mode: dict[str, Share]
    total: Share


def speaking(session: Session, meeting_id: int) -> Speaking | None:
    """Who has the floor, in one statement."""
    answered, other = aliased(Speech), aliased(Person)
    row = session.execute(
        select(Speech, Person.name, Party.letters, Party.colour, other.name)
        .join(Person, Person.id == Speech.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .outerjoin(answered, answered.id == Speech.reply_to)
        .outerjoin(other, other.id == answered.person_id)
        .where(Speech.meeting_id == meeting_id, Speech.ended_at.is_(None))
    ).first()
    if row is None:
        return None
    speech, name, letters, colour, answers = row
    return Speaking(
        speech.id,
        speech.person_id,
        name,
        letters,
        colour,
        RequestKind(speech.kind),
        speech.mode,
        speech.started_at,
        speech.seconds,
        answers,
    )


def waiting(session: Session, meeting_id: int) -> list[Waiting]:
    """Everybody on the list in the order they will speak, in one statement."""
    answered, other = aliased(Speech), aliased(Person)
    rows = session.execute(
        select(Request, Person.name, Party.letters, Party.colour, Seat.mode, Line.state, other.name)
        .join(Person, Person.id == Request.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .outerjoin(Seat, (Seat.meeting_id == meeting_id) & (Seat.serving_id == Request.person_id))
        .outerjoin(Line, (Line.meeting_id == meeting_id) & (Line.person_id == Request.person_id))
        .outerjoin(answered, answered.id == Request.reply_to)
        .outerjoin(other, other.id == answered.person_id)
        .where(Request.meeting_id == meeting_id, Request.ended_at.is_(None))
    ).all()
    found = {row[0].id: row for row in rows}
    ordered = law.in_order(in_law(row[0]) for row in rows)
    return [
        _waiting(place, *found[request.id], reason=_reason(request, ordered))
        for place, request in enumerate(ordered, start=1)
    ]


_WAITING = (
    select(Request)
    .where(Request.meeting_id == bindparam("meeting"), Request.ended_at.is_(None))
    .order_by(Request.rank, Request.id)
)


def waiting_requests(session: Session, meeting_id: int) -> Sequence[Request]:
    """The bare rows that still wait, as they were asked for."""
    return session.scalars(_WAITING, {"meeting": meeting_id}).all()


def count_waiting(session: Session, meeting_id: int) -> int:
    here = select(func.count()).where(Request.meeting_id == meeting_id, Request.ended_at.is_(None))
    return session.scalar(here) or 0


_SPEECHES = (
    select(Speech.id, Speech.person_id, Speech.kind, Speech.reply_to, Speech.request_id)
    .add_columns(Meeting.presiding_id)
    .join(Meeting, Meeting.id == Speech.meeting_id)
    .where(Speech.meeting_id == bindparam("meeting"), Speech.item_id == bindparam("item"))
    .order_by(Speech.id)
)


def speeches_in(session: Session, meeting_id: int, item_id: int) -> list[rejoinders.Speech]:
    """The speeches of one item in their order, as the rules of procedure see them.

    What is said in leading the meeting is no part of the debate: it gets no rejoinder.
    """
    held = session.execute(_SPEECHES, {"meeting": meeting_id, "item": item_id})
    return [
        rejoinders.Speech(number, person, _kind(kind, request, person == leads), answers)
        for number, person, kind, answers, request, leads in held
    ]


def statistics(session: Session, meeting_id: int) -> Statistics:
    """How the floor has been shared, by party and by hall or distance; one statement."""
    now = clock.now()
    rows = session.execute(
        select(Party.letters, Speech.mode, Speech.started_at, Speech.ended_at)
        .join(Person, Person.id == Speech.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Speech.meeting_id == meeting_id)
    )
    held = [
        (letters or OUTSIDE, mode, clock.seconds_between(start, end or now))
        for letters, mode, start, end in rows
    ]
    return Statistics(
        by_party=_shares((party, seconds) for party, _, seconds in held),
        by_mode={mode.value: Share(0, 0) for mode in Mode}
        | _shares((mode, seconds) for _, mode, seconds in held),
        total=Share(len(held), round(sum(seconds for *_, seconds in held))),
    )


def in_law(request: Request) -> law.Request:
    return law.Request(
        request.id,
        request.person_id,
        IN_LAW[RequestKind(request.kind)],
        request.rank,
        request.reply_to,
        request.moved_by is not None,
    )


def reason_of(request: Request, waiting: Sequence[Request]) -> tuple[int, str]:
    """The place of one request on the list, and why."""
    ordered = law.in_order(in_law(one) for one in waiting)
    mine = in_law(request)
    return ordered.index(mine) + 1, _reason(mine, ordered)


def _kind(kind: str, request: int | None, leads: bool) -> FloorKind:
    from_the_chair = request is None and leads
    return FloorKind.POINT_OF_ORDER if from_the_chair else IN_LAW[RequestKind(kind)]


def _reason(request: law.Request, ordered: Sequence[law.Request]) -> str:
    """The law answers for a person's first request; this one is made the only one she has."""
    alone = [one for one in ordered if one.person != request.person or one.id == request.id]
    place = law.place(alone, request.person)
    return place.reason if place else ""


def _waiting(
    place: int,
    request: Request,
    name: str,
    letters: str | None,
    colour: str | None,
    mode: str | None,
    line: str | None,
    answers: str | None,
    *,
    reason: str,
) -> Waiting:
    return Waiting(
        place=place,
        request_id=request.id,
        person_id=request.person_id,
        name=name,
        party=letters,
        colour=colour,
        kind=RequestKind(request.kind),
        mode=mode,
        line=line,
        is_on_behalf=request.added_by is not None,
        reply_to=request.reply_to,
        answers=answers,
        requested_at=request.requested_at,
        reason=reason,
    )


def _shares(held: Iterable[tuple[str, float]]) -> dict[str, Share]:
    lengths: dict[str, list[float]] = {}
    for key, seconds in held:
        lengths.setdefault(key, []).append(seconds)
    return {key: Share(len(each), round(sum(each))) for key, each in sorted(lengths.items())}
