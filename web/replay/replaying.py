"""A package is imported into an empty database and its meeting held again."""

from datetime import timedelta
from typing import Any

from core import clock, log
from core.db import Database
from core.writer import Writer
from web.packages.schema import Package
from web.replay.hands import Hands, MeetingClock
from web.replay.house import House
from web.replay.importing import Rules, import_meeting
from web.replay.report import held_votes, report
from web.replay.run import Run, opening

SUMMONED = timedelta(days=14)


def replay(package: Package, database: Database, name: str) -> dict[str, Any]:
    writer = Writer(database, lambda _meeting, _news: None)
    time = MeetingClock(opening(package) - SUMMONED)
    with clock.set_to(time):
        made = writer.submit(log.REGISTER, import_meeting, package, rules(package), by=None).made
        meeting = made or 0
        run = Run(package, House(database, Hands(writer, time, meeting)))
        run.all()
    with database.reading() as session:
        held = held_votes(session, meeting, package, run.voting.held)
        told = report(session, meeting, package, held, name)
    return told | {
        "corrections": sum(run.seating.corrections.values()),
        "correction_reasons": dict(run.seating.corrections),
        "recusals": run.seating.recusals,
        "speeches_otherwise": dict(run.speaking.otherwise),
    }


def rules(package: Package) -> Rules:
    """No package tells the rules of procedure: those that allow what the law allows.

    Substitutes step in and out at once, replies are not counted, and answers may be given without
    a quorum; at a distance if anybody was.
    """
    day = package.meeting.date.isoformat()
    settings: dict[str, Any] = {
        "substitute_swap": "at_once",
        "rejoinders_max": 999,
        "rejoinder_needs_part": False,
        "answers_below_quorum": True,
    }
    if any(row.mode for row in package.attendance):
        settings |= {"remote_allowed": True, "remote_decided_on": day, "remote_decision": "–"}
    return Rules(settings, "Antas gälla vid återgivningen")
