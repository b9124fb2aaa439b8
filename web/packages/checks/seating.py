"""Warnings about who sat where.  They are given only for tables without errors.

Where votes and attendance disagree the vote list wins.  KL 5:20: a member who has stopped serving
for anything but a conflict of interest may not come back that day.
"""

from datetime import timedelta

from web.packages.presence import Presence, Stretch
from web.packages.schema import AttendanceRow, Package, Person, VoteRow
from web.packages.tables import Table

SHORT = timedelta(minutes=1)


def warn_of_seats(table: Table, package: Package) -> None:
    """Two in one seat, and members who are back after a substitute."""
    holders = {member.seat: member.person for member in package.members if member.seat}
    for seat, stretches in Presence(package.attendance).seats.items():
        _warn_of_two(table, seat, stretches)
        _warn_of_return(table, holders.get(seat), stretches)


def warn_of_voters(table: Table, package: Package) -> None:
    """Somebody who voted in a seat without sitting there by the attendance."""
    presence = Presence(package.attendance)
    questions = {question.key: question for question in package.questions}
    for vote in package.votes:
        if not presence.explains(vote, questions[vote.key]):
            _warn_of_voter(table, vote)


def _warn_of_two(table: Table, seat: int, stretches: list[Stretch]) -> None:
    longest: list[Stretch] = []  # so far: the two people who stay longest, last to leave first
    for stretch in stretches:
        other = next((one for one in longest if one.person != stretch.person), None)
        if other and _overlap(stretch, other) > SHORT:
            first, second = sorted((stretch.row, other.row), key=lambda row: row.line)
            _warn(
                table,
                second,
                "seat",
                "two_in_one_seat",
                str(seat),
                f"{second.person.name} och {first.person.name} (rad {first.line}) sitter på plats "
                f"{seat} samtidigt. Röstlistan får avgöra vem det var; rätta gärna tiderna.",
            )
        longest = _two_longest([*longest, stretch])


def _two_longest(stretches: list[Stretch]) -> list[Stretch]:
    ranked = sorted(stretches, key=lambda stretch: stretch.end, reverse=True)
    others = [stretch for stretch in ranked if stretch.person != ranked[0].person]
    return [ranked[0], *others[:1]]


def _overlap(one: Stretch, other: Stretch) -> timedelta:
    return max(min(one.end, other.end) - max(one.start, other.start), timedelta())


def _warn_of_return(table: Table, holder: Person | None, stretches: list[Stretch]) -> None:
    served = stood_in = None
    for stretch in stretches:
        if stretch.person != holder:
            stood_in = stretch if served and stretch.start > served.start else stood_in
            continue
        if stood_in and stretch.start > stood_in.start:
            _warn(
                table,
                stretch.row,
                "name",
                "back_after_substitute",
                stretch.person.name,
                f"{stretch.person.name} är tillbaka sedan {stood_in.person.name} har tjänstgjort. "
                "Det är tillåtet efter jäv, annars inte samma dag (5 kap. 20 § kommunallagen).",
            )
            stood_in = None
        served = stretch


def _warn_of_voter(table: Table, vote: VoteRow) -> None:
    name = vote.voter.name if vote.voter else ""
    table.report.warning(
        vote.line,
        table.heading("name"),
        "voter_not_in_seat",
        name,
        f"{name} röstade på plats {vote.seat} men satt inte där enligt närvaron. "
        "Röstlistan gäller, och bytet noteras före omröstningen.",
    )


def _warn(
    table: Table, row: AttendanceRow, column: str, code: str, value: str, message: str
) -> None:
    table.report.warning(row.line, table.heading(column), code, value, message)
