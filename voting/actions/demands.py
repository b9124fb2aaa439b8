"""One member is enough to have a division, until the gavel stands.  KL 5:53 (VOTE-1)."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed
from meetings.queries.items import Current
from meetings.queries.people import named
from meetings.queries.roll import who_may_vote
from meetings.rules.steps import ItemStep
from voting.actions import ground
from voting.actions.steps import go_to
from voting.actions.undoing import take_back
from voting.facts import DecisionUndone, DivisionDemanded
from voting.models import DivisionDemand, VoteKind
from voting.policy import may_speak_for
from voting.queries.acclamations import open_on
from voting.queries.decisions import not_yet_standing
from voting.queries.demands import unmet
from voting.queries.questions import next_question


def demand_division(
    session: Session, meeting_id: int, item_id: int, person_id: int | None = None, *, by: Actor
) -> int | None:
    """Takes back a gavel that does not stand yet.  `person_id`: asked aloud, told by the chair."""
    who = person_id or by.person_id
    if not may_speak_for(session, meeting_id, by, who):
        raise NotAllowed("Votering begärs av ledamoten själv.")
    if who_may_vote(session, meeting_id, who) is None:
        raise NotAllowed("Bara den som tjänstgör i ärendet kan begära votering.")
    current = ground.handled(session, meeting_id, item_id)
    ground.nothing_runs(session, meeting_id)
    undone = _take_back(session, current)
    kind = _kind(session, current)
    if unmet(session, item_id, kind.value):
        return None  # one is enough
    demand = DivisionDemand(meeting_id=meeting_id, item_id=item_id, kind=kind.value)
    demand.person_id, demand.registered_by, demand.at = who, by.person_id, clock.now()
    session.add(demand)
    session.flush()
    person = named(session, meeting_id, who)
    told = DivisionDemanded(item_id, who, person.name, person.party, demand.id, kind.value)
    log.append(session, told, by=by)
    if undone:
        log.append(session, undone, by=by)
    return demand.id


def _take_back(session: Session, current: Current) -> DecisionUndone | None:
    """The question is put again: either it is still open, or the gavel has only just fallen."""
    if open_on(session, current.item.id):
        return None
    decision = not_yet_standing(session, current.item.id, clock.now())
    if decision is None:
        raise MovedOn("Votering kan begäras när frågan är ställd, tills klubban har fallit.")
    take_back(session, current, decision)
    go_to(current, ItemStep.ACCLAMATION)
    return DecisionUndone(decision.id, decision.item_id, "division")


def _kind(session: Session, current: Current) -> VoteKind:
    if acclamation := open_on(session, current.item.id):
        return VoteKind(acclamation.kind)
    question = next_question(session, current.item.meeting_id, current.item.id)
    return question.kind if question else VoteKind.MAIN
