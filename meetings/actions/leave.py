"""The council says whether an interpellation or a question may be put (KL 5:59–64)."""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking
from meetings.facts import LeaveGiven
from meetings.queries import leave
from meetings.queries.items import Current
from meetings.rules.leave import needs_leave, why_no_debate
from meetings.rules.lifecycle import Step


def record_leave(
    session: Session, meeting_id: int, item_id: int, given: bool, *, by: Actor
) -> None:
    """By acclamation, or as the division just held came out.  Without debate, and once."""
    asking.leader(session, meeting_id, by)
    asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.open_item(session, meeting_id, item_id)
    asking.no_vote_going_on(now)
    if not needs_leave(now.kind):
        raise RuleBroken("Det gäller bara interpellationer och frågor.")
    if leave.leave(session, now) is not None:
        raise MovedOn("Fullmäktige har redan sagt om den får ställas.")
    now.handling.leave = given
    told = LeaveGiven(item_id, now.item.number, now.item.title, now.kind.value, given)
    log.append(session, told, by=by)


def check_leave(session: Session, now: Current) -> None:
    """Asked before somebody gets the floor."""
    refusal = why_no_debate(now.kind, leave.leave(session, now)) if needs_leave(now.kind) else None
    if refusal is not None:
        raise RuleBroken(refusal)
