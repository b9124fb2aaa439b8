"""Who is to be summoned, and who has been: each member and each substitute (KL 5:15, SUMM-1)."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from agenda.rules.deadlines import Latest, summons_check
from core import swedish
from councils.models import Letter, Mandate, Party, Person
from meetings.models import Meeting, Summons
from meetings.queries import state


@dataclass(frozen=True)
class Sent:
    """`failed`: the letter could not be sent, and is tried again.  `day` None: still waiting."""

    how: str
    day: date | None
    failed: bool
    is_letter: bool


@dataclass
class Recipient:
    person: Person
    party: str | None
    is_substitute: bool
    sent: list[Sent] = field(default_factory=list)
    is_late: bool = False

    @property
    def first(self) -> Sent | None:
        """What counts: the earliest that has left the house, else what waits."""
        gone = [each for each in self.sent if each.day is not None]
        return (
            min(gone, key=lambda each: each.day or date.max)
            if gone
            else next(iter(self.sent), None)
        )

    @property
    def day(self) -> date | None:
        return self.first.day if self.first else None


@dataclass(frozen=True)
class Called:
    recipients: list[Recipient]
    latest: Latest
    on_time: bool

    @property
    def by_hand(self) -> list[Recipient]:
        """Those of whom only a note tells; a mistake can be struck."""
        noted = [each for each in self.recipients if each.sent]
        return [each for each in noted if not any(one.is_letter for one in each.sent)]

    @property
    def missing(self) -> list[Recipient]:
        return [each for each in self.recipients if not each.sent]


def called(session: Session, meeting: Meeting) -> Called:
    """Everybody who is to be summoned, members first, in the order of the alphabet."""
    everybody = recipients(session, meeting)
    by_person = {each.person.id: each for each in everybody}
    for one, letter in _sent(session, meeting.id):
        if one.person_id in by_person:
            by_person[one.person_id].sent.append(_told(one, letter))
    found = summons_check(state.day(meeting), [(each.person.id, each.day) for each in everybody])
    for person in found.late:
        by_person[person].is_late = True
    return Called(everybody, found.latest, bool(found.on_time))


def recipients(session: Session, meeting: Meeting) -> list[Recipient]:
    """Those who hold a mandate on the day of the meeting."""
    held = (
        select(Person, Party.letters, Mandate.seat)
        .join(Mandate, Mandate.person_id == Person.id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(
            Mandate.council_id == meeting.council_id,
            or_(Mandate.since.is_(None), Mandate.since <= meeting.date),
            or_(Mandate.until.is_(None), Mandate.until > meeting.date),
        )
    )
    found = {
        person.id: Recipient(person, letters, seat is None)
        for person, letters, seat in session.execute(held.order_by(Mandate.seat.is_not(None)))
    }
    return sorted(
        found.values(), key=lambda each: (each.is_substitute, swedish.sort_key(each.person.name))
    )


def _sent(session: Session, meeting_id: int) -> list[tuple[Summons, Letter | None]]:
    rows = (
        select(Summons, Letter)
        .outerjoin(Letter, Letter.id == Summons.letter_id)
        .where(Summons.meeting_id == meeting_id)
        .order_by(Summons.id)
    )
    return [(one, letter) for one, letter in session.execute(rows)]


def _told(one: Summons, letter: Letter | None) -> Sent:
    if letter is None:
        return Sent(one.how, date.fromisoformat(one.day), failed=False, is_letter=False)
    day = swedish.local_day(letter.sent_at) if letter.sent_at else None
    failed = letter.sent_at is None and letter.failed is not None
    return Sent(one.how, day, failed=failed, is_letter=True)
