"""Who counts, how far their key has come, and whether they can open an urn just now."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import NotFound
from councils.models import Party, Person
from voting.ballot.group import BELENIOS_2048
from voting.ballot.rounds import Round, Table
from voting.models import KeyCeremony, Teller, TellerMessage, TrusteeSeat
from voting.rules.tellers import Light, Stopped, light


@dataclass(frozen=True)
class Chosen:
    seat: int
    person_id: int
    name: str
    party: str | None


@dataclass(frozen=True)
class Place:
    """One teller in a ceremony.  `rounds`: how many she has been through."""

    who: Chosen
    row: TrusteeSeat
    rounds: int

    @property
    def answers(self) -> bool:
        return self.rounds > 0 and self.row.silent_since is None and self.row.deleted_at is None


@dataclass(frozen=True)
class Sitting:
    """A ceremony as everybody may see it.  `words` as soon as the certificates are shown."""

    ceremony: KeyCeremony
    places: Sequence[Place]
    words: tuple[str, ...] | None

    @property
    def through(self) -> int:
        """How many tellers have been through all rounds."""
        return sum(place.rounds == len(Round) for place in self.places)

    @property
    def agreed(self) -> int:
        return sum(place.row.agreed_at is not None for place in self.places)

    @property
    def deleted(self) -> int:
        return sum(place.row.deleted_at is not None for place in self.places)

    @property
    def stopped(self) -> Stopped | None:
        why = self.ceremony.stopped_why
        return Stopped(why) if why else None

    @property
    def light(self) -> Light:
        answering = sum(place.answers for place in self.places)
        return light(answering, len(self.places), self.ceremony.threshold)


def chosen(session: Session, meeting_id: int) -> list[Chosen]:
    """In the order in which the council named them."""
    found = (
        select(Teller.seat, Person.id, Person.name, Party.letters)
        .join(Person, Person.id == Teller.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Teller.meeting_id == meeting_id)
        .order_by(Teller.seat)
    )
    return [Chosen(*row) for row in session.execute(found)]


def tellers_of(session: Session, meeting_id: int) -> list[int]:
    """Person numbers, in the order in which the council named them."""
    return [teller.person_id for teller in chosen(session, meeting_id)]


def latest(
    session: Session, meeting_id: int, group: str = BELENIOS_2048.name
) -> KeyCeremony | None:
    """The ceremony that goes on, or that is over; also one that was stopped."""
    of_meeting = (KeyCeremony.meeting_id == meeting_id, KeyCeremony.group_name == group)
    found = select(KeyCeremony).where(*of_meeting).order_by(KeyCeremony.id.desc())
    return session.scalar(found.limit(1))


def ready(session: Session, meeting_id: int, group: str = BELENIOS_2048.name) -> KeyCeremony | None:
    """The key for an election that is prepared now: the latest, if it was made to the end."""
    found = latest(session, meeting_id, group)
    return found if found is not None and found.is_usable else None


def ceremony_in(session: Session, meeting_id: int, ceremony_id: int) -> KeyCeremony:
    found = session.get(KeyCeremony, ceremony_id)
    if found is None or found.meeting_id != meeting_id:
        raise NotFound("Det finns ingen sådan nyckel i det här sammanträdet.")
    return found


def seats(session: Session, ceremony_id: int) -> list[TrusteeSeat]:
    of_ceremony = TrusteeSeat.ceremony_id == ceremony_id
    return list(session.scalars(select(TrusteeSeat).where(of_ceremony).order_by(TrusteeSeat.seat)))


def seat_of(session: Session, ceremony_id: int, person_id: int) -> TrusteeSeat | None:
    return session.scalar(
        select(TrusteeSeat).where(
            TrusteeSeat.ceremony_id == ceremony_id, TrusteeSeat.person_id == person_id
        )
    )


def messages(session: Session, ceremony_id: int) -> dict[tuple[int, int], str]:
    """By round and seat."""
    found = select(TellerMessage).where(TellerMessage.ceremony_id == ceremony_id)
    return {(one.round, one.seat): one.text for one in session.scalars(found)}


def table(session: Session, ceremony: KeyCeremony) -> Table:
    """What lies on the table: the rounds that are over."""
    said, count = messages(session, ceremony.id), len(seats(session, ceremony.id))
    over: list[tuple[str, ...]] = []
    for now in Round:
        texts = [said[now, seat] for seat in range(1, count + 1) if (now, seat) in said]
        if len(texts) < count:
            break
        over.append(tuple(texts))
    return Table(ceremony.group_name, ceremony.threshold, count, tuple(over))


def sitting(session: Session, ceremony: KeyCeremony) -> Sitting:
    said = messages(session, ceremony.id)
    rows = (
        select(TrusteeSeat, Person.name, Party.letters)
        .join(Person, Person.id == TrusteeSeat.person_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(TrusteeSeat.ceremony_id == ceremony.id)
        .order_by(TrusteeSeat.seat)
    )
    places = [
        Place(
            Chosen(row.seat, row.person_id, name, party),
            row,
            sum(seat == row.seat for _round, seat in said),
        )
        for row, name, party in session.execute(rows)
    ]
    return Sitting(ceremony, places, table(session, ceremony).words)
