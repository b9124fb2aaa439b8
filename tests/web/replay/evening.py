"""An invented meeting, held again in an empty house, and what is seen of it afterwards."""

from typing import Any

from core import log, swedish
from core.db import Database
from meetings.queries.minutes import Minutes, draft
from tests.web.packages.builder import LEFT, RIGHT, Draft, package_of
from web.replay.replaying import replay

MEETING = 1
AGAIN = "Den som har slutat tjänstgöra får inte tjänstgöra igen samma dag (5 kap. 20 §)."
OTHERWISE = "Röstlistan visar någon annan på platsen."


def held(database: Database, written: Draft) -> dict[str, Any]:
    return replay(package_of(written.read()), database, "exempel")


def minutes(database: Database) -> Minutes:
    with database.reading() as session:
        return draft(session, MEETING)


def served(database: Database, seat: int) -> list[tuple[str, str, str, str | None, list[int]]]:
    """Name, from, to, for whom and under which §§, of everybody in one seat."""
    return [
        (one.name, _clock(one.since), _clock(one.until or ""), one.for_name, one.paragraphs)
        for one in minutes(database).services
        if one.seat == seat
    ]


def _clock(at: str) -> str:
    return f"{swedish.local(at):%H:%M}"


def happened(database: Database, *kinds: str) -> list[tuple[str, str]]:
    """Kind and local time, in the order of the log."""
    with database.reading() as session:
        entries = log.read(session, MEETING)
    return [(entry.kind, _clock(entry.at)) for entry in entries if entry.kind in kinds]


def outcomes(report: dict[str, Any]) -> list[tuple[int, str, int]]:
    return [(vote["item"], vote["outcome"], vote["present"]) for vote in report["votes"]]


def seat(written: Draft, number: int, *rows: tuple[str, str, str, str]) -> Draft:
    """Instead of the member all evening: name, arrived, left and mode."""
    written.drop_line("attendance", written.line_of("attendance", str(number)))
    party = LEFT if number <= 11 else RIGHT
    for name, arrived, left, mode in rows:
        written.add("attendance", str(number), name, party, arrived, left, mode, "", "list")
    return written


def voted(written: Draft, item: int, number: int, name: str, choice: str = "") -> Draft:
    line = written.line_of("votes", str(item), "1", str(number))
    if choice:
        written.put("votes", line, "choice", choice)
    return written.put("votes", line, "name", name)
