"""From the rows of a file to the rows of the register."""

from core.workers import Workers
from councils.models import Role
from councils.rules.register import Listed
from web.packages.desk import Reading
from web.packages.kinds import Role as Word
from web.packages.kinds import Task
from web.packages.read import read_members
from web.packages.schema import MemberRow, Roster

Files = dict[str, bytes]
LARGE = 300_000  # bytes: more is read by another process, so that the meeting does not wait
ROLES = {
    Word.CHAIR: Role.CHAIR,
    Word.FIRST_VICE_CHAIR: Role.VICE_CHAIR_1,
    Word.SECOND_VICE_CHAIR: Role.VICE_CHAIR_2,
    Word.THIRD_VICE_CHAIR: Role.VICE_CHAIR_3,
    Word.COMMISSIONER: Role.COMMISSIONER,
    Word.CLERK: Role.CLERK,
    Word.POLITICAL_SECRETARY: Role.POLITICAL_SECRETARY,
    Word.OTHER: Role.OTHER,
}
TASKS = {Task.GROUP_LEADER: Role.GROUP_LEADER, Task.TELLER: Role.TELLER}


def roster_in(workers: Workers, files: Files, seats: int) -> Reading[Roster]:
    if sum(map(len, files.values())) <= LARGE:
        return read_members(files, seats=seats)
    return workers.run(read_members, files, seats=seats)


def people_in(workers: Workers, files: Files, seats: int) -> tuple[Listed, ...] | None:
    """None where the file has an error."""
    reading = roster_in(workers, files, seats)
    return listed(reading.package) if reading.package else None


def listed(roster: Roster) -> tuple[Listed, ...]:
    return tuple(map(_listed, roster.members))


def _listed(row: MemberRow) -> Listed:
    """A reviser (justerare) is chosen for one meeting, so that task is left to the meeting."""
    roles = {ROLES[row.role]} if row.role in ROLES else set()
    roles |= {TASKS[task] for task in row.also if task in TASKS}
    return Listed(
        name=row.name,
        party=row.party,
        seat=row.seat,
        is_substitute=row.role is Word.SUBSTITUTE,
        order=row.order,
        constituency=row.constituency,
        list_name=row.list,
        roles=tuple(sorted(str(role) for role in roles)),
        email=row.email,
        external_id=row.id,
    )
