"""Reads a package to the end and says all that is wrong with it.  Nothing is written here.

A package with an error gives no values, so nothing half can be imported by mistake.
"""

from pathlib import Path

from web.packages.checks import agenda, attendance, meeting, members, questions, speeches, votes
from web.packages.checks.seating import warn_of_seats, warn_of_voters
from web.packages.checks.substitutes import warn_of_surplus
from web.packages.columns import LAYOUTS, MEETING, MEMBERS
from web.packages.desk import Desk, Reading, unopened
from web.packages.limits import NotAPackageError
from web.packages.schema import Package, Roster
from web.packages.sources import Upload, opened

REQUIRED = ("meeting", "members", "agenda")


def read(where: Path | Upload) -> Reading[Package]:
    """The whole meeting, from a folder, a .zip, an .xlsx workbook or uploaded files by name."""
    try:
        desk = Desk(opened(where), LAYOUTS)
    except NotAPackageError as fault:
        return unopened(where, fault)
    desk.demand(REQUIRED)
    desk.mention_unknown()
    return desk.reading(_package(desk))


def read_members(where: Path | Upload, *, seats: int | None = None) -> Reading[Roster]:
    """`meeting` and `members` alone: what a clerk imports when a council is set up.

    With `seats` given, the file of members is enough, and a single .csv may have any name.
    Other tables are passed over.
    """
    try:
        desk = Desk(opened(where, None if seats is None else MEMBERS), (MEETING, MEMBERS))
    except NotAPackageError as fault:
        return unopened(where, fault)
    desk.demand(("meeting", "members") if seats is None else ("members",))
    return desk.reading(_roster(desk, seats))


def _package(desk: Desk) -> Package | None:
    """Every table is checked to the end; the values count only if none has an error."""
    usable = desk.usable
    about = meeting.check(table) if (table := usable("meeting")) else meeting.Meeting()
    seats, clock = about.seats, about.clock
    council = members.check(table, seats) if (table := usable("members")) else members.Members()
    people = council.people
    items = agenda.check(table) if (table := usable("agenda")) else agenda.Agenda()
    asked = (
        questions.check(table, items, clock)
        if (table := usable("questions"))
        else questions.Questions()
    )
    ballots = votes.check(table, asked, people, seats) if (table := usable("votes")) else []
    present = (
        attendance.check(table, people, seats, clock) if (table := usable("attendance")) else []
    )
    spoken = speeches.check(table, items, people, clock) if (table := usable("speeches")) else []
    if about.facts is None or desk.has_errors:
        return None
    package = Package(
        about.facts,
        tuple(council.rows),
        tuple(items.rows),
        tuple(asked.rows),
        tuple(ballots),
        tuple(present),
        tuple(spoken),
    )
    _warn(desk, package)
    return package


def _warn(desk: Desk, package: Package) -> None:
    council = desk.usable("members")
    present, ballots = desk.usable("attendance"), desk.usable("votes")
    if council:
        warn_of_surplus(council, package.members)
    if present:
        warn_of_seats(present, package)
    if present and ballots:
        warn_of_voters(ballots, package)


def _roster(desk: Desk, seats: int | None) -> Roster | None:
    table = desk.usable("meeting")
    about = meeting.check(table) if table else meeting.Meeting(seats=seats)
    table = desk.usable("members")
    council = members.check(table, about.seats) if table else members.Members()
    if about.seats is None or desk.has_errors:
        return None
    return Roster(about.facts, about.seats, tuple(council.rows))
