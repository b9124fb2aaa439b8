"""A small named world: Lillköping, 21 seats, one open meeting and one that is planned.

Anna chairs from the hall, Bo is a member at a distance, Siv a substitute of Bo's party, Klara the
clerk, Pia political secretary of S, and Dan somebody from another council.
"""

from datetime import date, datetime
from functools import cache
from itertools import count
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table, create_engine, inspect
from sqlalchemy.orm import Session

from agenda.models import Item, ItemKind
from agenda.rules.wording import needs_preparation
from core import clock, log
from core.db import Base, Database
from councils.models import (
    Council,
    Mandate,
    Party,
    Person,
    ProcedureInForce,
    Role,
    RoleHeld,
    SignIn,
)
from meetings.models import Attendance, Handling, Meeting, Notice, Seat
from meetings.queries.board import wording
from tests.databases import number_from_here
from web.auth.user import digest

ANNA, BEA, BO = 1, 2, 3  # chair, vice chair (both in the hall), a member at a distance
SIV, SAM, KLARA, PIA, DAN = 101, 102, 201, 202, 999
OPEN, PLANNED = 1, 2
THEN = "1999-12-31T23:00:00.000+00:00"  # stands for the time when a world is made
YEAR = 400 * 86_400  # seconds that a test may let pass without signing in again
REMOTE = {
    "remote_allowed": True,
    "remote_decided_on": "2026-06-15",
    "remote_decision": "§ 80",
    "remote_needs_request": False,
}
PARTIES = ("S", "M", "V", "C", "L")
ITEMS = (
    ("Upprop", "formality"),
    ("Val av justerare", "election"),
    ("Ny simhall i Östra parken", "decision"),
    ("Motion om fria bussar", "private_members_motion"),
    ("Interpellation om skolmaten", "interpellation"),
    ("Anmälningsärenden", "notice"),
)


def new_world(database: Database, seats: int = 21) -> None:
    """Told once, row by row; after that the rows are laid down as they are, at today's time."""
    if not inspect(database.writer_engine).has_table(Council.__tablename__):
        Base.metadata.create_all(database.writer_engine)
    now = clock.now()
    with database.writing() as session, session.begin():
        for table, rows in _told(seats):
            laid = [{name: now if it == THEN else it for name, it in row.items()} for row in rows]
            session.connection().execute(table.insert(), laid)
        if session.get(log.Head, log.REGISTER) is None:
            log.begin(session, log.REGISTER)
        session.flush()
        number_from_here(session, frozenset(table.name for table, _ in _told(seats)))


@cache
def _told(seats: int) -> list[tuple[Table, list[dict[str, Any]]]]:
    database = create_engine("sqlite://")
    Base.metadata.create_all(database)
    with Session(database) as session, clock.set_to(lambda: datetime.fromisoformat(THEN)):
        _council(session, seats)
        _staff(session)
        _meeting(session, OPEN, seats, opened=True)
        _meeting(session, PLANNED, seats, opened=False)
        session.flush()
        tables = Base.metadata.sorted_tables
        told = [
            (it, [dict(row) for row in session.execute(it.select()).mappings()]) for it in tables
        ]
    database.dispose()
    return [(table, rows) for table, rows in told if rows]


def party_of(seat: int) -> int:
    """Seats are dealt round the parties, so S has 1, 6, 11 … and Bo (3) is V."""
    return (seat - 1) % len(PARTIES) + 1


def member_in(seat: int) -> int:
    """Who is elected to the seat: the person of the same number, as long as the seats are few."""
    return seat if seat < SIV else 1000 + seat


def _council(session: Session, seats: int) -> None:
    session.add(Council(id=1, name="Lillköpings kommunfullmäktige", seats=seats))
    session.add(Council(id=2, name="Grannby kommunfullmäktige", seats=21))
    session.flush()
    rules = ProcedureInForce(council_id=1, valid_from="2026-07-01", settings=REMOTE)
    session.add(rules)
    for place, letters in enumerate(PARTIES, start=1):
        party = Party(id=place, council_id=1, letters=letters, name=f"Parti {letters}", place=place)
        party.colour = "#AF1E1E"
        session.add(party)
    session.flush()
    named = {1: "Anna Ask", 2: "Bea Björk", 3: "Bo Bok"}
    for seat in range(1, seats + 1):
        _person(session, member_in(seat), named.get(seat, f"Ledamot {seat}"), party_of(seat))
    session.flush()
    for seat in range(1, seats + 1):
        session.add(Mandate(council_id=1, person_id=member_in(seat), seat=seat))
    session.add(RoleHeld(council_id=1, person_id=ANNA, role=Role.CHAIR))
    session.add(RoleHeld(council_id=1, person_id=BEA, role=Role.VICE_CHAIR_1))


def _staff(session: Session) -> None:
    _person(session, SIV, "Siv Sälg", party_of(BO))
    _person(session, SAM, "Sam Sten", party_of(BO))
    _person(session, KLARA, "Klara Klerk", None)
    _person(session, PIA, "Pia Penna", 1)
    session.add(Person(id=DAN, council_id=2, name="Dan Dal"))
    session.flush()
    for order, number in enumerate((SIV, SAM), start=1):
        session.add(Mandate(council_id=1, person_id=number, calling_order=order))
    session.add(RoleHeld(council_id=1, person_id=KLARA, role=Role.CLERK))
    session.add(RoleHeld(council_id=1, person_id=PIA, role=Role.POLITICAL_SECRETARY))
    session.flush()


def _person(session: Session, number: int, name: str, party: int | None) -> None:
    session.add(Person(id=number, council_id=1, name=name, party_id=party, email="x@example.se"))


def _meeting(session: Session, meeting_id: int, seats: int, *, opened: bool) -> None:
    now = clock.now()
    meeting = Meeting(id=meeting_id, council_id=1, title="Kommunfullmäktige", seats=seats)
    meeting.date, meeting.starts, meeting.procedure = "2026-12-14", "18:00", REMOTE
    meeting.clerk_id, meeting.place = KLARA, "Stadshuset"
    if opened:
        meeting.presiding_id = ANNA
        meeting.convened_at = meeting.opened_at = meeting.roll_called_at = now
    session.add(meeting)
    log.begin(session, meeting_id)
    session.flush()
    first = (meeting_id - 1) * len(ITEMS)
    for number, (title, kind) in enumerate(ITEMS, start=1):
        item = Item(id=first + number, meeting_id=meeting_id, position=number, number=number)
        item.title, item.kind = title, kind
        item.prepared_by = "kommunstyrelsen" if needs_preparation(ItemKind(kind)) else None
        session.add(item)
    session.flush()
    _notice(session, meeting, first)
    if opened:
        _roll(session, meeting_id, seats, now)
        handling = Handling(meeting_id=meeting_id, item_id=first + 3, paragraph=3, step="debate")
        handling.opened_at = now
        session.add(handling)


def _notice(session: Session, meeting: Meeting, first: int) -> None:
    """In time, on the old board in the entrance: so it holds whatever day the tests are run."""
    notice = Notice(council_id=1, meeting_id=meeting.id, kind="meeting", date=meeting.date)
    day = date.fromisoformat(meeting.date)
    notice.title = wording.meeting_title(meeting.title, day)
    notice.text = wording.text_of("Lillköpings kommunfullmäktige", meeting, day)
    notice.posted_on, notice.elsewhere = "2026-12-01", "tavlan i Stadshusets entré"
    notice.posted_at, notice.posted_by = clock.now(), KLARA
    notice.items = [
        {"item_id": first + number, "number": number, "title": title}
        for number, (title, _) in enumerate(ITEMS, start=1)
    ]
    session.add(notice)
    session.flush()


def _roll(session: Session, meeting_id: int, seats: int, now: str) -> None:
    for seat in range(1, seats + 1):
        mode, person = "remote" if seat % 3 == 0 else "hall", member_in(seat)
        row = Seat(meeting_id=meeting_id, seat=seat, member_id=person, party_id=party_of(seat))
        row.serving_id, row.mode, row.answered_at, row.identified_at = person, mode, now, now
        here = Attendance(meeting_id=meeting_id, seat=seat, person_id=person, mode=mode)
        here.arrived_at = now
        session.add_all([row, here])


class Clients:
    """Somebody's browser: sends every act with a fresh key, unless told to send one again."""

    def __init__(self, app: Flask) -> None:
        self.app, self._keys = app, count()
        self._cookies: dict[int, str] = {}

    def sign_in(self, person: int) -> FlaskClient:
        client = self.app.test_client()
        client.set_cookie(self.app.config["SESSION_COOKIE_NAME"], self._cookie(person))
        return client

    def act(
        self, person: int, method: str, url: str, /, *, key: str | None = None, **data: Any
    ) -> Any:
        headers = {
            "Idempotency-Key": key or f"key-{next(self._keys)}",
            "Accept": "application/json",
        }
        client = self.sign_in(person)
        answer = client.open(url, method=method, data=data, headers=headers, buffered=True)
        answer.request.environ["wsgi.input"].close()  # the body that was sent lies in a file
        return answer

    def _cookie(self, person: int) -> str:
        if person not in self._cookies:
            serializer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
            kept = {"_user_id": self._token(person), "_fresh": True}
            self._cookies[person] = serializer.dumps(kept)
        return self._cookies[person]

    def _token(self, person: int) -> str:
        token = f"token of {person}"
        sign_in = SignIn(digest=digest(token), person_id=person, method="link")
        sign_in.at, sign_in.expires = clock.now(), clock.later(YEAR)
        with self.app.extensions["database"].writing() as session, session.begin():
            session.add(sign_in)
        return token
