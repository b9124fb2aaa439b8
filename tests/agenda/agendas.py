"""The agenda as the tables have it, and the hands that change it, for the tests of this room."""

from typing import Any

from flask import Flask
from sqlalchemy import delete

from agenda.models import Item
from agenda.queries.items import standing
from core import clock, log
from meetings.models import Meeting, Notice
from tests.worlds import KLARA, PLANNED, Clients

Printed = list[tuple[int | None, str]]


def printed(app: Flask, meeting_id: int = PLANNED) -> Printed:
    """Number and title of every item, in order."""
    with app.extensions["database"].reading() as session:
        return [(item.number, item.title) for item in standing(session, meeting_id)]


def titles(app: Flask, meeting_id: int = PLANNED) -> list[str]:
    return [title for _, title in printed(app, meeting_id)]


def item(app: Flask, item_id: int) -> Item:
    with app.extensions["database"].reading() as session:
        return session.get_one(Item, item_id)


def kinds_of_facts(app: Flask, meeting_id: int = PLANNED) -> list[str]:
    with app.extensions["database"].reading() as session:
        entries = log.read(session, meeting_id)
    assert log.verify(entries)
    return [entry.kind for entry in entries]


def set_meeting(app: Flask, meeting_id: int = PLANNED, **values: Any) -> None:
    """As if the meeting had been convened, opened or closed."""
    with app.extensions["database"].writing() as session, session.begin():
        meeting = session.get_one(Meeting, meeting_id)
        for name, value in values.items():
            setattr(meeting, name, value)


def unannounced(app: Flask, meeting_id: int = PLANNED) -> None:
    """No notice has been posted yet."""
    with app.extensions["database"].writing() as session, session.begin():
        session.execute(delete(Notice).where(Notice.meeting_id == meeting_id))


def convene(app: Flask, meeting_id: int = PLANNED) -> None:
    set_meeting(app, meeting_id, convened_at=clock.now())


def write(clients: Clients, method: str, path: str = "", *, by: int = KLARA, **form: Any) -> Any:
    """One act on the agenda of the planned meeting."""
    return clients.act(by, method, f"/meetings/{PLANNED}/agenda{path}", **form)
