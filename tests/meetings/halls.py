"""A meeting driven over HTTP, as the screens do, and looked at through the tables and the log."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from core import clock, log
from meetings.models import Attendance, Meeting, Seat
from tests.worlds import KLARA, OPEN, Clients

Said = tuple[int, str]  # status, and what was said when it was refused


class Hall:
    def __init__(self, app: Flask, clients: Clients, meeting: int = OPEN) -> None:
        self.app, self.clients, self.meeting = app, clients, meeting
        self.database = app.extensions["database"]

    def act(self, by: int, method: str, path: str, /, **form: Any) -> Any:
        return self.clients.act(by, method, f"/meetings/{self.meeting}{path}", **form)

    def put(self, by: int, path: str, /, **form: Any) -> int:
        return int(self.act(by, "PUT", path, **form).status_code)

    def post(self, by: int, path: str, /, **form: Any) -> int:
        """What was made; the act must succeed."""
        answer = self.act(by, "POST", path, **form)
        assert answer.status_code == 200, answer.json
        return int(answer.json["made"])

    def delete(self, by: int, path: str, /, **form: Any) -> int:
        return int(self.act(by, "DELETE", path, **form).status_code)

    def said(self, by: int, method: str, path: str, /, **form: Any) -> Said:
        answer = self.act(by, method, path, **form)
        return answer.status_code, answer.json.get("error", "")

    def kind(self, by: int, method: str, path: str, /, **form: Any) -> str:
        """The kind of refusal."""
        return str(self.act(by, method, path, **form).json.get("kind", "done"))

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries()]

    def last(self) -> dict[str, Any]:
        return dict(self.entries()[-1].payload)

    def entries(self) -> list[log.Entry]:
        with self.database.reading() as session:
            return log.read(session, self.meeting)

    def row(self) -> Meeting:
        with self.database.reading() as session:
            found: Meeting = session.get_one(Meeting, self.meeting)
            return found

    def seat(self, number: int) -> Seat:
        with self.database.reading() as session:
            found: Seat = session.get_one(Seat, (self.meeting, number))
            return found

    def stretches(self, person: int) -> list[tuple[int | None, str, str | None]]:
        """Seat, mode and why it ended, for each stretch of service."""
        with self.database.reading() as session:
            mine = select(Attendance).where(
                Attendance.meeting_id == self.meeting, Attendance.person_id == person
            )
            rows = session.scalars(mine.order_by(Attendance.id))
            return [(row.seat, row.mode, row.why_left) for row in rows]

    def change(self, model: type[Any], key: Any, **values: Any) -> None:
        """Puts something in place that no act of this room does."""
        with self.database.writing() as session, session.begin():
            row = session.get_one(model, key)
            for name, value in values.items():
                setattr(row, name, value)

    def convene_and_open(self) -> None:
        assert self.put(KLARA, "/convening") == 200
        assert self.put(KLARA, "/opening") == 200

    def answer_all(self, seats: int = 21) -> None:
        """Every third at a distance, as in the open meeting."""
        for seat in range(1, seats + 1):
            mode = "remote" if seat % 3 == 0 else "hall"
            assert self.put(KLARA, f"/seats/{seat}/answer", answer=mode) == 200


class Wall:
    """A clock on the wall that moves when told to."""

    def __init__(self, at: str = "2026-12-14T17:00:00+00:00") -> None:
        self.moment = datetime.fromisoformat(at).astimezone(UTC)

    def __call__(self) -> datetime:
        return self.moment

    def said(self) -> str:
        return clock.written(self.moment)

    def set(self, at: str) -> None:
        self.moment = datetime.fromisoformat(at).astimezone(UTC)

    def later(self, **time: float) -> None:
        self.moment += timedelta(**time)


__all__ = ["Hall", "Said", "Wall", "clock"]
