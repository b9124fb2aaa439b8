"""Asking to take part at a distance: the member's own page, and the list of whoever decides.

Reasons are personal: each member reads her own, the chair and the office read them all.
"""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.access import actor, database, signed_in
from core.words import Sentence
from councils.models import Mandate, Person, Role
from councils.queries.people import has_role
from councils.rules.procedure import Procedure
from meetings import policy
from meetings.models import Meeting, RemoteRequest
from meetings.queries import distance, state
from meetings.rules.distance import Answer, RequestFault, Standing, is_late
from meetings.rules.lifecycle import MeetingState
from meetings.rules.remote import (
    RemoteRefusal,
    may_be_remote,
    must_be_in_the_hall,
    request_by,
)
from web.screens.places import entrance

blueprint = Blueprint("remote", __name__)


@dataclass(frozen=True)
class Asking:
    """What holds for requests in one meeting.  `is_late`: the last day has passed.

    `answer`: what whoever reads has been told, where that is known.
    """

    rules: Procedure
    last_day: str
    is_late: bool
    is_open: bool
    closed_because: Sentence | None
    answer: Answer | None = None


@blueprint.get("/meetings/<int:meeting_id>/remote")
@signed_in
def requests(meeting_id: int) -> str:
    person = int(current_user.id)
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        if meeting.convened_at is None or not _belongs(session, meeting, person):
            abort(404)
        reads = policy.may_read_requests(session, meeting_id, actor())
        told: dict[str, Any] = {
            "meeting": meeting,
            "asking": asking(meeting),
            "own": session.get(RemoteRequest, (meeting_id, person)),
            "standing": distance.standing_of(session, meeting, person),
            "is_elected": _is_elected(session, person),
            "in_hall": _in_hall(session, meeting, person),
            "asked": distance.requests_of(session, meeting_id) if reads else [],
            "reads": reads,
            "decides": policy.may_decide_on_distance(session, meeting_id, actor()),
            "writes": policy.may_clerk(session, meeting_id, actor()),
        }
        told["people"] = _elected(session, meeting) if reads else []
    onward = entrance(current_user, meeting)
    return render_template("screens/distance.html", Standing=Standing, onward=onward, **told)


def asking(meeting: Meeting) -> Asking:
    """May it be asked for now, until when, and if not: why."""
    rules, day = state.procedure(meeting), state.day(meeting)
    because = _closed(meeting, rules)
    return Asking(
        rules=rules,
        last_day=request_by(day, rules).isoformat(),
        is_late=is_late(state.today(), day, rules),
        is_open=because is None,
        closed_because=because,
    )


def answer_of(session: Session, meeting: Meeting, person: int) -> Answer | None:
    row = session.get(RemoteRequest, (meeting.id, person))
    return Answer(row.answer) if row is not None and row.answer else None


def _closed(meeting: Meeting, rules: Procedure) -> Sentence | None:
    if state.state(meeting) is MeetingState.CLOSED:
        return Sentence("Sammanträdet är avslutat.")
    if not meeting.remote:
        return Sentence("Det här sammanträdet hålls i salen. Det går inte att delta på distans.")
    refusal = may_be_remote(state.day(meeting), rules, presides=False)
    if refusal:
        return refusal.text
    return None if rules.remote_needs_request else RequestFault.NOT_ASKED_FOR.text


def _in_hall(session: Session, meeting: Meeting, person: int) -> bool:
    """One of those whom the law keeps in the hall at this meeting (REM-2)."""
    rules, day = state.procedure(meeting), state.day(meeting)
    held = must_be_in_the_hall(
        rules,
        is_chair=has_role(session, meeting.council_id, person, Role.CHAIR),
        is_vice=policy.is_in_presidium(session, meeting.id, person),
        presides=meeting.presiding_id == person,
    )
    refusal = may_be_remote(day, rules, presides=held)
    return refusal is RemoteRefusal.REMOTE_PRESIDIUM_FORBIDDEN


def _belongs(session: Session, meeting: Meeting, person: int) -> bool:
    own = session.get_one(Person, person).council_id == meeting.council_id
    return own or has_role(session, meeting.council_id, person, Role.CLERK)


def _is_elected(session: Session, person: int) -> bool:
    found = select(Mandate.id).where(Mandate.person_id == person).limit(1)
    return session.scalar(found) is not None


def _elected(session: Session, meeting: Meeting) -> list[tuple[int, str]]:
    """Members and substitutes, for the office that hands in a request on somebody's behalf."""
    found = (
        select(Person.id, Person.name)
        .join(Mandate, Mandate.person_id == Person.id)
        .where(Mandate.council_id == meeting.council_id)
        .order_by(Person.name)
    )
    return [(person, name) for person, name in session.execute(found.distinct())]
