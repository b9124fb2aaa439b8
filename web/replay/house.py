"""What the replay has to know of the house: numbers for names, and who sits where just now."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.db import Database
from councils.models import PRESIDIUM, Role, RoleHeld
from meetings.models import Line, Meeting, Seat
from meetings.policy import SPEAK_WITHOUT_SEAT
from meetings.queries.substitutes import calling_order
from web.replay.hands import Hands
from web.replay.lookups import items_in_order, people_of


class SeatNow(NamedTuple):
    seat: int
    member: int | None
    serving: int | None
    recused: int | None
    mode: str | None


class House:
    """`items` by their place on the agenda; `elected`: the presidium, the chair first."""

    def __init__(self, database: Database, hands: Hands) -> None:
        self.database, self.hands = database, hands
        self._seats: dict[int, SeatNow] | None = None
        self._presiding: int | None = None
        with self.reading() as session:
            meeting = session.get_one(Meeting, hands.meeting)
            self.clerk = meeting.clerk_id or 0
            self.items = [item.id for item in items_in_order(session, meeting.id)]
            self.people = people_of(session, meeting.council_id)
            held = select(RoleHeld.role, RoleHeld.person_id).where(
                RoleHeld.council_id == meeting.council_id
            )
            self._roles = [(Role(role), person) for role, person in session.execute(held)]

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """As it is when everything that waits has been carried out."""
        self.hands.flush()
        with self.database.reading() as session:
            yield session

    @cached_property
    def elected(self) -> list[int]:
        return [one for role in PRESIDIUM for held, one in self._roles if held is role]

    @cached_property
    def may_speak_without_seat(self) -> set[int]:
        return {person for role, person in self._roles if role in SPEAK_WITHOUT_SEAT}

    def seats(self) -> dict[int, SeatNow]:
        if self._seats is None:
            now = select(Seat.seat, Seat.member_id, Seat.serving_id, Seat.recused_id, Seat.mode)
            with self.reading() as session:
                rows = session.execute(now.where(Seat.meeting_id == self.hands.meeting))
                self._seats = {row[0]: SeatNow(*row) for row in rows}
        return self._seats

    def serving(self) -> dict[int, SeatNow]:
        """By person."""
        return {now.serving: now for now in self.seats().values() if now.serving is not None}

    def presiding(self) -> int:
        if self._presiding is None:
            with self.reading() as session:
                self._presiding = session.get_one(Meeting, self.hands.meeting).presiding_id
        return self._presiding or 0

    def forget(self) -> None:
        """Somebody has moved: look anew."""
        self._seats = self._presiding = None

    def has_lost_line(self, person: int) -> bool:
        with self.reading() as session:
            line = session.get(Line, (self.hands.meeting, person))
            return line is not None and line.state == "lost"

    def before_in_order(self, seat: int, person: int) -> tuple[int, ...]:
        """Who would be called to the seat before this one, so that they cannot have been there.

        All, where she would not be called to it at all.
        """
        with self.reading() as session:
            meeting = session.get_one(Meeting, self.hands.meeting)
            row = session.get_one(Seat, (self.hands.meeting, seat))
            order = calling_order(session, meeting, row).order
        return order[: order.index(person)] if person in order else order
