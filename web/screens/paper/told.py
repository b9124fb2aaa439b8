"""An election on paper as it is shown: how it stands, and what whoever looks may do in it."""

from dataclasses import dataclass

from flask import abort
from flask_login import current_user
from sqlalchemy.orm import Session

from core.access import actor
from councils.rules.procedure import ElectionMethod
from meetings.models import Meeting
from meetings.policy import may_lead, may_preside
from meetings.queries import state
from meetings.queries.people import named
from voting.facts import ElectionPaperCounted
from voting.policy import may_rule_on_slips
from voting.queries.elections.standing import election_in
from voting.queries.paper import Standing, standing
from voting.queries.paper.telling import counted


@dataclass(frozen=True)
class Hands:
    """What whoever looks may do."""

    leads: bool
    presides: bool
    is_officer: bool
    is_teller: bool

    @property
    def anything(self) -> bool:
        return self.leads or self.presides or self.is_officer or self.is_teller


@dataclass(frozen=True)
class Told:
    meeting: Meeting
    now: Standing
    officer: str
    hands: Hands
    result: ElectionPaperCounted | None

    @property
    def base(self) -> str:
        return f"/meetings/{self.meeting.id}/elections/{self.now.election.id}"


def told(session: Session, meeting_id: int, election_id: int) -> Told:
    election = election_in(session, meeting_id, election_id)
    if election.method != ElectionMethod.PAPER:
        abort(404)
    now = standing(session, election)
    officer = named(session, meeting_id, now.officer_id).name if now.officer_id else ""
    result = counted(now, now.result, officer) if now.result else None
    meeting = state.meeting(session, meeting_id)
    return Told(meeting, now, officer, hands(session, meeting_id, now), result)


def hands(session: Session, meeting_id: int, now: Standing) -> Hands:
    by = actor()
    return Hands(
        leads=may_lead(session, meeting_id, by),
        presides=may_preside(session, meeting_id, by),
        is_officer=may_rule_on_slips(by, now.officer_id),
        is_teller=int(current_user.id) in [one.person_id for one in now.tellers],
    )
