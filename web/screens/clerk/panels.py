"""The pieces of the clerk's desk."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from agenda.queries.meetings import meeting_now
from core.actor import Audience, Onlooker
from core.live import Panel
from meetings.facts import VerifiersChosen
from meetings.queries import approval, roll
from meetings.queries.roll import SeatRow
from voting.queries.statements import standing_statements
from web.screens import follow
from web.screens.chair.scene import scene_of
from web.screens.chair.script import script
from web.screens.deadlines import deadline

CLERK = frozenset({Audience.CLERK})


@dataclass(frozen=True)
class Counted:
    """How the roll call goes."""

    answered: int
    seats: int


def _now(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene_of(session, meeting_id)
    chosen = len(approval.verifiers(session, meeting_id))
    return {
        "scene": now,
        "script": script(now),
        "deadline": deadline(session, meeting_now(session, meeting_id)),
        "verifiers_missing": chosen < now.procedure.minutes_verifiers,
    }


def _roll(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    rows = roll.roll(session, meeting_id)
    held = [row for row in rows if row.member_id is not None]
    return {
        "scene": scene_of(session, meeting_id),
        "rows": rows,
        "counted": Counted(sum(row.is_answered for row in held), len(held)),
        "empty": [row for row in held if _is_empty(row)],
    }


def _is_empty(row: SeatRow) -> bool:
    return row.is_answered and row.person_id is None


def _proposals(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene_of(session, meeting_id)
    seated = [row for row in roll.roll(session, meeting_id) if row.person_id]
    people = [(row.person_id, f"{row.name} ({row.party})") for row in seated]
    return {"scene": now, "people": people}


def _statements(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    names = {row.person_id: row.name for row in roll.roll(session, meeting_id)}
    told = [(one, names.get(one.person_id)) for one in standing_statements(session, meeting_id)]
    return {"scene": scene_of(session, meeting_id), "statements": told}


MOMENT = (
    follow.STEPS | follow.FLOOR | follow.ROLL | follow.PROPOSALS | follow.BALLOTS | follow.REMINDED
)
CHOSEN = frozenset({VerifiersChosen.kind})
SEATED = follow.ROLL | follow.MEETING | follow.LINES
PANELS = [
    Panel("now", "screens/clerk/_now.html", MOMENT | follow.AGENDA | CHOSEN, _now, CLERK),
    Panel("roll", "screens/clerk/_roll.html", SEATED, _roll, CLERK),
    Panel(
        "proposals",
        "screens/clerk/_proposals.html",
        follow.PROPOSALS | follow.STEPS | follow.ROLL,
        _proposals,
        CLERK,
    ),
    Panel("statements", "screens/clerk/_statements.html", follow.STEPS, _statements, CLERK),
]
