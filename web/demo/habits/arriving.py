"""Signing in, answering the roll call, and being recognised."""

from meetings.actions import lines, roll
from meetings.models import Mode
from meetings.queries.roll import SeatRow
from web.demo.crowd import Crowd
from web.demo.sight import Sight

AT_ONCE = 9  # in one second


def join(crowd: Crowd, seen: Sight) -> None:
    new = [row.member_id for row in seen.rows if row.member_id not in seen.lines]
    for person in [each for each in new if each is not None][:AT_ONCE]:
        crowd.attempt(lines.regain_line, person, by=person)


def answer_roll(crowd: Crowd, seen: Sight) -> None:
    """Also late.  Whoever practises as a member answers for herself; the chair is in her place."""
    silent = [row for row in seen.rows if row.member_id and not row.is_answered]
    for row in silent[:AT_ONCE]:
        person = row.member_id or 0
        if person == seen.chair or not crowd.is_a_person(person):
            crowd.attempt(roll.arrive, _mode(row, seen), None, by=person)


def be_identified(crowd: Crowd, seen: Sight) -> None:
    """By the simulated clerk, unless somebody practises as clerk."""
    clerk = seen.meeting.clerk_id or 0
    if crowd.is_a_person(clerk):
        return
    for row in [each for each in seen.remote if each.needs_identity][:AT_ONCE]:
        crowd.attempt(roll.identify, row.seat, "picture", by=clerk)


def _mode(row: SeatRow, seen: Sight) -> Mode:
    """Two of five sit at home, the presidium never (KL 5:16)."""
    is_home = row.seat % 5 in (1, 3) and row.member_id != seen.chair
    return Mode.REMOTE if is_home else Mode.HALL
