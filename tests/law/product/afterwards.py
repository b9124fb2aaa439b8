"""What becomes of an evening: its minutes are approved and announced, and the notice watched."""

from datetime import datetime

from meetings.models import BoardCheck, MinutesVersion, Notice
from meetings.queries.board import Standing, standing_of
from meetings.rules.board import EVERY
from tests.law.product.evening import VERIFIERS, Evening


def approve(evening: Evening, day: str | None = None, item: int | None = None) -> int:
    """By the chair and both verifiers, the whole or one item: the number of the text."""
    if day:
        evening.wall.set(f"{day}T09:00:00+00:00")
    number = evening.post(evening.clerk, "/minutes/versions", **({"item": item} if item else {}))
    with evening.database.reading() as session:
        digest = session.get_one(MinutesVersion, number).digest
    for person in (evening.chair, *(evening.people[name] for name in VERIFIERS)):
        assert evening.put(person, f"/minutes/versions/{number}/acceptance", digest=digest) == 200
    return number


def announce(evening: Evening, version: int, day: str) -> int:
    """The approval is put up on the notice board."""
    evening.wall.set(f"{day}T09:00:00+00:00")
    url = f"/minutes/versions/{version}/notices"
    return evening.post(evening.clerk, url, minutes_at="Kansliet")


def look_every_hour(
    evening: Evening, notice: int, until: str, missing: tuple[str, ...] = ()
) -> None:
    """As the lookout does; on the days that are missing it does not find the notice."""
    evening.wall.set(f"{until}T09:00:00+00:00")
    with evening.database.writing() as session, session.begin():
        at = datetime.fromisoformat(session.get_one(Notice, notice).posted_at)
        while (at := at + EVERY) < evening.wall.moment:
            moment = at.isoformat(timespec="milliseconds")
            is_up = at.date().isoformat() not in missing
            session.add(BoardCheck(notice_id=notice, at=moment, was_up=is_up, why=None))


def standing(evening: Evening, notice: int) -> Standing:
    """What the pages tell of the notice."""
    with evening.database.reading() as session:
        return standing_of(session, session.get_one(Notice, notice))


def text(evening: Evening, number: int) -> MinutesVersion:
    """What was approved, or waits to be."""
    with evening.database.reading() as session:
        found: MinutesVersion = session.get_one(MinutesVersion, number)
        return found
