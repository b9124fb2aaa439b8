"""The moment as everybody's greyed buttons see it: a fixed number of questions for all."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.models import Role, RoleHeld
from meetings.models import Meeting
from meetings.queries import floor, items, state
from meetings.queries.items import Current
from meetings.queries.roll import roll
from meetings.rules.steps import ItemStep
from voting.queries.acclamations import open_on
from voting.queries.votes import running
from web.screens.member.lawful import Moment

SPEAK = {Role.COMMISSIONER, Role.CLERK}  # without a seat (KL 5:39–41)
PROPOSE = {Role.COMMISSIONER}


def moment(session: Session, meeting_id: int) -> Moment:
    meeting, current = state.meeting(session, meeting_id), items.current(session, meeting_id)
    rows = roll(session, meeting_id)
    serving = frozenset(row.person_id for row in rows if row.person_id is not None)
    item_id = current.item.id if current else None
    return Moment(
        meeting=meeting,
        procedure=state.procedure(meeting),
        current=current,
        is_put=current is not None and _is_put(session, meeting_id, current),
        speeches=floor.speeches_in(session, meeting_id, item_id) if item_id else [],
        waiting=[floor.in_law(one) for one in floor.waiting_requests(session, meeting_id)],
        serving=serving,
        recused=frozenset(row.recused_id for row in rows if row.recused_id is not None),
        speaking=serving | _holders(session, meeting, SPEAK),
        proposing=serving | _holders(session, meeting, PROPOSE),
    )


def _is_put(session: Session, meeting_id: int, current: Current) -> bool:
    going = running(session, meeting_id) or open_on(session, current.item.id)
    return going is not None or current.step is ItemStep.DECISION


def _holders(session: Session, meeting: Meeting, roles: set[Role]) -> set[int]:
    held = select(RoleHeld.person_id).where(
        RoleHeld.council_id == meeting.council_id, RoleHeld.role.in_(roles)
    )
    return set(session.scalars(held))
