"""Whoever raises an item has the right to (INIT-1), and is known by number where it is a member."""

from dataclasses import replace

from sqlalchemy.orm import Session

from agenda.queries.meetings import MeetingNow
from agenda.queries.people import raiser, raisers
from agenda.rules.raising import (
    Raiser,
    is_raised_by_member,
    why_no_citizens_proposal,
    why_not_raised,
)
from agenda.rules.wording import Wording
from core.errors import BadInput
from councils.queries.procedures import in_force


def raised(session: Session, meeting: MeetingNow, wording: Wording) -> Wording:
    """The same, with the number of the member who raises it.  KL 5:22, 8:1."""
    allowed = in_force(session, meeting.council_id, meeting.day).citizens_proposals
    if why := why_no_citizens_proposal(wording.kind, allowed=allowed):
        raise BadInput(why, "kind")
    named = _named(session, meeting, wording)
    if why := why_not_raised(wording.kind, wording.proposer, named):
        raise BadInput(why, "proposer")
    return replace(wording, proposer_id=named[0].person_id) if named else wording


def _named(session: Session, meeting: MeetingNow, wording: Wording) -> list[Raiser]:
    if not is_raised_by_member(wording.kind):
        return []
    if wording.proposer:
        return raisers(session, meeting, wording.proposer)
    if wording.proposer_id is not None:
        return [raiser(session, meeting, wording.proposer_id)]
    return []
