"""What the support desk sees: the people of one group, or of all, and what they ask for."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from agenda.models import Document
from core import clock
from councils.models import Mandate, Party, Person, SignIn
from meetings.models import DocumentOffer, HelpCall, Line, Meeting, Mode, Seat
from meetings.queries import roll, state
from meetings.queries.roll import Presence, SeatRow
from meetings.rules.lifecycle import MeetingState


@dataclass(frozen=True)
class Call:
    """A call for help that is not done.  `answered_by` is who at the desk has taken it."""

    call_id: int
    person_id: int
    name: str
    party: str | None
    reason: str
    at: str
    answered_at: str | None
    answered_by: str | None


@dataclass(frozen=True)
class Offer:
    """A document held out and not answered yet."""

    offer_id: int
    person_id: int
    document_id: int
    title: str
    at: str


@dataclass(frozen=True)
class DeskRow:
    """One member or substitute.  `seat`: where she serves or has her own seat.

    `presence` is that of a member's own seat, None for a substitute who does not serve.  `line` is
    ok, lost or None (never joined).  `document` is what is open on the screen; `is_following`:
    the page goes where the chair goes.
    """

    person_id: int
    name: str
    party: str | None
    colour: str | None
    is_substitute: bool
    calling_order: int | None
    seat: int | None
    is_serving: bool
    presence: Presence | None
    mode: str | None
    is_identified: bool
    is_signed_in: bool
    line: str | None
    line_since: str | None
    document_id: int | None
    document: str | None
    is_following: bool
    calls: tuple[Call, ...]
    offers: tuple[Offer, ...]


def members(session: Session, meeting_id: int, group: str | None = None) -> list[DeskRow]:
    """Everybody with a mandate, of one party (in letters) or of all; eight statements."""
    meeting = state.meeting(session, meeting_id)
    people = _people(session, meeting, group)
    seats = _by_person(roll.roll(session, meeting_id))
    lines = _lines(session, meeting_id)
    inside = _signed_in(session, meeting)
    calls, offers = open_calls(session, meeting_id, group), open_offers(session, meeting_id)
    return [
        _row(
            *each,
            seats.get(each[0].id),
            *lines.get(each[0].id, (None, None)),
            is_signed_in=each[0].id in inside,
            calls=tuple(call for call in calls if call.person_id == each[0].id),
            offers=tuple(offer for offer in offers if offer.person_id == each[0].id),
        )
        for each in people
    ]


def open_calls(session: Session, meeting_id: int, group: str | None = None) -> list[Call]:
    """Oldest first; in one statement and a second for the names of those who answered."""
    found = (
        select(HelpCall, Person.name, Party.letters)
        .join(Person, Person.id == HelpCall.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(HelpCall.meeting_id == meeting_id, HelpCall.ended_at.is_(None), _in(group))
        .order_by(HelpCall.at, HelpCall.id)
    )
    rows = session.execute(found).all()
    names = _names(session, [call.answered_by for call, *_ in rows if call.answered_by])
    return [
        Call(
            call.id,
            call.person_id,
            name,
            letters,
            call.reason,
            call.at,
            call.answered_at,
            names.get(call.answered_by or 0),
        )
        for call, name, letters in rows
    ]


def open_offers(session: Session, meeting_id: int) -> list[Offer]:
    """Documents held out to somebody and not answered, oldest first."""
    rows = session.execute(
        select(DocumentOffer, Document.title)
        .join(Document, Document.id == DocumentOffer.document_id)
        .where(DocumentOffer.meeting_id == meeting_id, DocumentOffer.answer.is_(None))
        .order_by(DocumentOffer.id)
    )
    return [
        Offer(offer.id, offer.person_id, offer.document_id, title, offer.at)
        for offer, title in rows
    ]


def expected_lines(session: Session) -> list[tuple[int, int]]:
    """Whom the meetings that go on count on at a distance: (meeting, person)."""
    rows = session.execute(
        select(Meeting, Seat.serving_id)
        .join(Seat, Seat.meeting_id == Meeting.id)
        .where(
            Meeting.opened_at.is_not(None),
            Meeting.closed_at.is_(None),
            Seat.mode == Mode.REMOTE,
            Seat.serving_id.is_not(None),
        )
        .order_by(Meeting.id, Seat.seat)
    )
    going_on = (MeetingState.OPEN, MeetingState.ADJOURNED)
    return [
        (meeting.id, person)
        for meeting, person in rows
        if person is not None and state.state(meeting) in going_on
    ]


def _people(
    session: Session, meeting: Meeting, group: str | None
) -> list[tuple[Person, str | None, str | None, Mandate]]:
    """Members by seat, then substitutes in calling order; each person once."""
    found = (
        select(Person, Party.letters, Party.colour, Mandate)
        .join(Mandate, Mandate.person_id == Person.id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(
            Mandate.council_id == meeting.council_id,
            or_(Mandate.since.is_(None), Mandate.since <= meeting.date),
            or_(Mandate.until.is_(None), Mandate.until > meeting.date),
            _in(group),
        )
        .order_by(Mandate.seat.is_(None), Mandate.seat, Mandate.calling_order, Mandate.id)
    )
    rows: dict[int, tuple[Person, str | None, str | None, Mandate]] = {}
    for person, letters, colour, mandate in session.execute(found):
        rows.setdefault(person.id, (person, letters, colour, mandate))
    return list(rows.values())


def _in(group: str | None) -> ColumnElement[bool]:
    return true() if group is None else Party.letters == group


def _by_person(rows: list[SeatRow]) -> dict[int, SeatRow]:
    """Where each person serves; else the seat she is kept from or that is her own."""
    own = {row.member_id: row for row in rows if row.member_id is not None}
    aside = {row.recused_id: row for row in rows if row.recused_id is not None}
    serving = {row.person_id: row for row in rows if row.person_id is not None}
    return own | aside | serving


def _lines(session: Session, meeting_id: int) -> dict[int, tuple[Line, str | None]]:
    rows = session.execute(
        select(Line, Document.title)
        .outerjoin(Document, Document.id == Line.document_id)
        .where(Line.meeting_id == meeting_id)
    )
    return {line.person_id: (line, title) for line, title in rows}


def _signed_in(session: Session, meeting: Meeting) -> set[int]:
    """With at least one device that has not been signed out."""
    devices = (
        select(SignIn.person_id)
        .join(Person, Person.id == SignIn.person_id)
        .where(
            Person.council_id == meeting.council_id,
            SignIn.revoked_at.is_(None),
            SignIn.expires > clock.now(),
        )
    )
    return set(session.scalars(devices.distinct()))


def _names(session: Session, people: list[int]) -> dict[int, str]:
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    return dict(rows.all())


def _row(
    person: Person,
    letters: str | None,
    colour: str | None,
    mandate: Mandate,
    seat: SeatRow | None,
    line: Line | None,
    document: str | None,
    *,
    is_signed_in: bool,
    calls: tuple[Call, ...],
    offers: tuple[Offer, ...],
) -> DeskRow:
    is_serving = seat is not None and seat.person_id == person.id
    return DeskRow(
        person_id=person.id,
        name=person.name,
        party=letters,
        colour=colour,
        is_substitute=mandate.seat is None,
        calling_order=mandate.calling_order,
        seat=seat.seat if seat else None,
        is_serving=is_serving,
        presence=_presence(person.id, seat),
        mode=seat.mode if seat and is_serving else None,
        is_identified=is_serving and seat is not None and seat.is_identified,
        is_signed_in=is_signed_in,
        line=(line.state or None) if line else None,
        line_since=line.since if line else None,
        document_id=line.document_id if line else None,
        document=document,
        is_following=line.follows if line else True,
        calls=calls,
        offers=offers,
    )


def _presence(person_id: int, seat: SeatRow | None) -> Presence | None:
    """Of the person, not of the seat: a member whose seat a substitute has is absent."""
    if seat is None:
        return None
    if seat.recused_id == person_id:
        return Presence.RECUSED
    return seat.presence if seat.person_id == person_id else Presence.ABSENT
