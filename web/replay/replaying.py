"""A package is imported into an empty database, and its meeting is held again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from core import clock, log
from core.db import Database
from core.errors import RuleBroken
from core.writer import Writer
from councils.models import Council
from web.packages.schema import Package, QuestionRow
from web.replay.hands import Hands, MeetingClock
from web.replay.house import House
from web.replay.importing import Rules, import_meeting
from web.replay.report import Held, Json, Key, chain, held_votes, report, speeches
from web.replay.run import Run, opening
from web.replay.temporary import empty_database
from web.replay.voting import CastingVoteMissing

SUMMONED = timedelta(days=14)


@dataclass(frozen=True)
class Replayed:
    """`standstill`: the even vote at which the meeting stands still for want of a casting vote."""

    meeting: int
    run: Run
    held: dict[Key, Held]
    standstill: QuestionRow | None


def replay(package: Package, database: Database, name: str) -> Json:
    """Raises `RuleBroken` where the meeting cannot be held as the package tells it."""
    first = hold(package, database)
    with database.reading() as session:
        held = {"speeches": speeches(session, first.meeting), "log": chain(session, first.meeting)}
    seating, speaking = first.run.seating, first.run.speaking
    return report(package, _all_held(package, first), name) | {
        "corrections": seating.corrections.total(),
        "correction_reasons": dict(seating.corrections.most_common()),
        "recusals": seating.recusals,
        "lines_lost": seating.lost_lines,
        "held_otherwise": dict((speaking.otherwise + seating.otherwise).most_common()),
        "standstill": first.standstill.key if first.standstill else None,
        "replayed": held,
    }


def hold(package: Package, database: Database) -> Replayed:
    writer = Writer(database, lambda _meeting, _news: None)
    time = MeetingClock(opening(package) - SUMMONED)
    standstill = None
    with clock.set_to(time):
        _must_be_empty(database)
        made = writer.submit(log.REGISTER, import_meeting, package, rules(package), by=None).made
        meeting = made or 0
        run = Run(package, House(database, Hands(writer, time, meeting)))
        try:
            run.all()
        except CastingVoteMissing as missing:
            standstill = missing.question
    with database.reading() as session:
        held = held_votes(session, meeting, run.voting.held)
    return Replayed(meeting, run, held, standstill)


def rules(package: Package) -> Rules:
    """No package tells the rules of procedure: those that allow what the law allows.

    Substitutes step in and out at once, replies are not counted, and answers may be given without
    a quorum; at a distance if anybody was.
    """
    settings: dict[str, Any] = {
        "substitute_swap": "at_once",
        "rejoinders_max": 999,
        "rejoinder_needs_part": False,
        "answers_below_quorum": True,
    }
    if any(row.mode for row in package.attendance):
        settings["remote_allowed"] = True
        settings["remote_decided_on"] = package.meeting.date.isoformat()
        settings["remote_decision"] = "–"
        settings["remote_needs_request"] = False  # the minutes tell who took part, not who asked
    return Rules(settings, "Antas gälla vid återgivningen", "Antas ha beretts")


def _must_be_empty(database: Database) -> None:
    with database.reading() as session:
        if session.scalar(select(Council.id).limit(1)) is not None:
            raise RuleBroken("Databasen är inte tom. Ange en tom med --database, eller ingen alls.")


def _all_held(package: Package, first: Replayed) -> dict[Key, Held]:
    """What stands after an even vote is held without that vote, in a database of its own."""
    held, left, standstill = dict(first.held), package, first.standstill
    while standstill is not None:
        left = _without(left, standstill.key)
        with empty_database() as elsewhere:
            more = hold(left, elsewhere)
        held, standstill = more.held | held, more.standstill
    return held


def _without(package: Package, key: Key) -> Package:
    def others(rows: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(row for row in rows if row.key != key)

    return replace(package, questions=others(package.questions), votes=others(package.votes))
