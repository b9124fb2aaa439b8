"""A proportional election is asked for, and is held if enough do.

Kommunallagen 5 kap. 58 § and lag (2022:629) 2–3 §§ (LPV-1, LPV-2).  No vote is taken on it.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.rules.kinds import ItemKind
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, RuleBroken
from core.words import Sentence
from meetings.queries import roll, state
from meetings.queries.items import Current
from meetings.rules.steps import ItemStep
from voting.actions import ground
from voting.actions.elections.abandoning import give_up
from voting.facts import ElectionRequested
from voting.models import ElectionRequest, Part
from voting.queries.elections.requests import is_proportional, request_on
from voting.queries.elections.standing import live_on
from voting.rules.elections import ElectionKind, RequestResult, lpv_request

ANEW = "Begäran om proportionellt val ändrade hur valet hålls."


@dataclass(frozen=True)
class Asked:
    """`asked` by so many.  `members_proportional`: None where the members are elected now."""

    election: ElectionKind
    places: int
    asked: int
    members_proportional: bool | None = None
    is_excepted: bool = False  # two thirds have put the committee outside the law (KL 5:58)


def record_request(
    session: Session, meeting_id: int, item_id: int, told: Asked, *, by: Actor
) -> int:
    """So many of those present raise a hand for it; counted anew it replaces what was noted."""
    ground.leading(session, meeting_id, by, Sentence("antecknar begäran"))
    current = ground.handled(session, meeting_id, item_id)
    _still_an_election(current)
    ground.nothing_runs(session, meeting_id)
    meeting = state.meeting(session, meeting_id)
    present = roll.summary_for(session, meeting, current.kind).present
    found = _result(told, present)
    request = ElectionRequest(meeting_id=meeting_id, item_id=item_id, election=told.election)
    request.places, request.asked, request.present = told.places, told.asked, present
    request.needed, request.reason = found.needed, found.reason
    request.members_proportional, request.at = told.members_proportional, clock.now()
    session.add(request)
    session.flush()
    log.append(session, _requested(request), by=by)
    _plan_anew(session, request, by=by)
    return request.id


def not_by_ear(session: Session, item: Item) -> None:
    """Asked before a name is put, or confirmed, without ballot papers."""
    if item.kind == ItemKind.ELECTION and is_proportional(request_on(session, item.id)):
        raise RuleBroken("Valet är proportionellt och avgörs med valsedlar (lagen 2022:629).")


def _plan_anew(session: Session, request: ElectionRequest, *, by: Actor) -> None:
    """What was planned as the other kind of election has the wrong sort of nominations."""
    substitutes = request.members_proportional is not None
    for election in live_on(session, request.item_id):
        if (election.part == Part.SUBSTITUTES) is not substitutes:
            continue
        if election.is_proportional is not is_proportional(request):
            give_up(session, election, ANEW, by=by)


def _still_an_election(current: Current) -> None:
    if current.kind is not ItemKind.ELECTION:
        raise RuleBroken("Bara ett val kan vara proportionellt.")
    if current.step is ItemStep.DECISION:
        raise RuleBroken("Valet är redan avgjort.")


def _result(told: Asked, present: int) -> RequestResult:
    if told.places < 1:
        raise BadInput("Skriv hur många som ska väljas.", "places")
    if told.asked > present:
        raise BadInput("Bara {present} är närvarande.", "asked", present=present)
    if told.is_excepted and told.election is not ElectionKind.COMMITTEE:
        raise BadInput("Bara en nämnd kan vara undantagen (5 kap. 58 §).", "excepted")
    return lpv_request(
        present,
        told.places,
        told.asked,
        election=told.election,
        substitutes=told.members_proportional is not None,
        members_proportional=told.members_proportional,
        other_ground=told.is_excepted,
    )


def _requested(request: ElectionRequest) -> ElectionRequested:
    return ElectionRequested(
        request_id=request.id,
        item_id=request.item_id,
        election=request.election,
        places=request.places,
        asked=request.asked,
        present=request.present,
        needed=request.needed,
        reason=request.reason,
        members_proportional=request.members_proportional,
    )
