"""Before a deliberation behind closed doors everybody at a distance attests to being alone.

Kommunallagen 5 kap. 42 § and the council's own rules (OPEN-3).  Whoever has not is counted as
present, and is not in the deliberation.
"""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken
from meetings import policy
from meetings.actions import asking
from meetings.facts import MemberAttested
from meetings.models import Attestation, Mode
from meetings.queries import privacy
from meetings.queries.people import named
from meetings.queries.roll import who_may_vote
from meetings.rules.lifecycle import Step


def attest_private(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> None:
    """In one's own name only: nobody else knows who is in the room."""
    if not policy.may_decide_for_oneself(by.person_id, by):
        raise NotAllowed("Det intygar ledamoten själv.")
    asking.meeting_when(session, meeting_id, Step.MOVE_ITEM)
    now = asking.open_item(session, meeting_id, item_id)
    if not now.item.closed_doors:
        raise RuleBroken("Ärendet behandlas inte bakom stängda dörrar.")
    seat = who_may_vote(session, meeting_id, by.person_id)
    if seat is None or seat.mode != Mode.REMOTE:
        raise RuleBroken("Det intygas av den som tjänstgör på distans.")
    if session.get(Attestation, (item_id, by.person_id)) is not None:
        raise MovedOn("Du har redan intygat det.")
    told = Attestation(item_id=item_id, person_id=by.person_id, meeting_id=meeting_id)
    told.at = clock.now()
    session.add(told)
    who = named(session, meeting_id, by.person_id)
    log.append(session, MemberAttested(item_id, seat.seat, who.id, who.name, who.party), by=by)


def check_in_the_deliberation(session: Session, meeting_id: int, person_id: int) -> None:
    """Asked before somebody speaks."""
    if not privacy.may_follow(session, meeting_id, person_id):
        raise RuleBroken(
            "{name} har inte intygat att ingen annan kan höra. Det krävs bakom stängda dörrar.",
            name=named(session, meeting_id, person_id).name,
        )
