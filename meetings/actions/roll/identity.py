"""Who is it at the other end?  The chair or the clerk says so (REM-3)."""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking
from meetings.facts import MemberIdentified
from meetings.models import Mode
from meetings.queries.people import named
from meetings.queries.roll import unidentified
from meetings.rules.lifecycle import Step


class Method(StrEnum):
    """How the chair or the clerk knew."""

    PICTURE = "picture"
    KNOWN = "known"
    DOCUMENT = "document"


def identify(
    session: Session,
    meeting_id: int,
    seat: int,
    method: str,
    person_id: int | None = None,
    *,
    by: Actor,
) -> None:
    """Confirm who sits at a distance; `person_id` is whom the button named."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.CHECK_IN)
    row = asking.seat_of(session, meeting_id, seat)
    if row.serving_id is None or row.mode != Mode.REMOTE:
        raise RuleBroken("Identiteten bekräftas för den som deltar på distans.")
    if person_id not in (None, row.serving_id):
        raise MovedOn("Någon annan sitter på platsen nu.")
    row.identified_at, row.identified_by = clock.now(), by.person_id
    who = named(session, meeting_id, row.serving_id)
    log.append(session, MemberIdentified(seat, who.id, who.name, Method(method)), by=by)


def identify_all(
    session: Session, meeting_id: int, seats: Collection[int], method: str, *, by: Actor
) -> None:
    """All those that the button named, who still need it: one press before a vote."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.CHECK_IN)
    waiting = [row for row in unidentified(session, meeting_id) if row.seat in seats]
    if not waiting:
        raise MovedOn()
    for row in waiting:
        identify(session, meeting_id, row.seat, method, row.person_id, by=by)
