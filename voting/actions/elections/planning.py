"""The chair or the office plans an election on ballots: what is elected, how many, and how.

Kommunallagen 5 kap. 53–58 and 72 §§, lag (2022:629) 2–3 §§ (MAJ-1, MAJ-6, LPV-1, SB-11).  Members
and substitutes are never one election.  How it is held may be changed until it has begun.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import item_in
from agenda.rules.kinds import ItemKind
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, RuleBroken
from core.words import Sentence
from councils.rules.procedure import ElectionMethod
from meetings.models import Meeting
from meetings.queries import state
from meetings.rules.lifecycle import MeetingState
from voting.actions import ground
from voting.actions.elections.steps import begin
from voting.models import Election, Part
from voting.queries.decisions import standing_on
from voting.queries.elections.requests import is_proportional, request_for
from voting.queries.elections.standing import election_in, of_part
from voting.rules.elections import ElectionKind
from voting.rules.elections.methods import Asked, refusal

MOVED = "election.moved"  # a pulse: what moves before it is opened never stands in the log
MOST = 200  # places in one election


@dataclass(frozen=True)
class Plan:
    """`accepts`: the warning that digital ballots are untried in a proportional election (U10)."""

    part: Part
    title: str
    places: int
    election: ElectionKind
    method: ElectionMethod
    accepts: bool = False


def plan_election(session: Session, meeting_id: int, item_id: int, plan: Plan, *, by: Actor) -> int:
    """Before the meeting or during it, as long as the item is not decided."""
    ground.leading(session, meeting_id, by, Sentence("planerar ett val"))
    item = _to_be_elected(session, meeting_id, item_id)
    if of_part(session, item_id, plan.part) is not None:
        raise MovedOn("Det valet är redan planerat.")
    election = _planned(session, item, plan)
    begin(session, election, by=by)
    _hold_by(session, election, plan.method, accepts=plan.accepts, by=by)
    log.pulse(session, MOVED)
    return election.id


def change_method(
    session: Session,
    meeting_id: int,
    election_id: int,
    method: ElectionMethod,
    accepts: bool = False,
    *,
    by: Actor,
) -> None:
    """Until it has begun; then it is abandoned and held again instead."""
    ground.leading(session, meeting_id, by, Sentence("väljer valsätt"))
    election = election_in(session, meeting_id, election_id)
    if not election.is_draft:
        raise MovedOn("Valet har redan börjat. Avbryt det och gör om.")
    _hold_by(session, election, method, accepts=accepts, by=by)
    log.pulse(session, MOVED)


def _to_be_elected(session: Session, meeting_id: int, item_id: int) -> Item:
    item = item_in(session, meeting_id, item_id)
    if not ItemKind(item.kind).is_secret:
        raise RuleBroken("Slutna sedlar används bara i val och anställningar (5 kap. 54 §).")
    if state.state(state.meeting(session, meeting_id)) is MeetingState.CLOSED:
        raise RuleBroken("Sammanträdet är avslutat.")
    if standing_on(session, item_id):
        raise MovedOn("Valet är redan avgjort.")
    return item


def _planned(session: Session, item: Item, plan: Plan) -> Election:
    if not 1 <= plan.places <= MOST:
        raise BadInput("Skriv hur många som ska väljas.", "places")
    employs = item.kind == ItemKind.EMPLOYMENT
    if employs and (plan.part, plan.election) != (Part.ONE, ElectionKind.OTHER):
        raise BadInput("En anställning är ett val av en person.", "part")
    meeting = state.meeting(session, item.meeting_id)
    election = Election(meeting_id=item.meeting_id, item_id=item.id, part=plan.part.value)
    election.title, election.places = plan.title, plan.places
    election.election, election.method = plan.election.value, ElectionMethod.PAPER.value
    election.rule = state.procedure(meeting).majority_ballot_rule.value
    election.is_proportional = _is_proportional(session, item, plan)
    return election


def _is_proportional(session: Session, item: Item, plan: Plan) -> bool:
    """As it was asked for; how many are needed depends on the places (LPV 2)."""
    substitutes = plan.part is Part.SUBSTITUTES
    request = request_for(session, item.id, substitutes=substitutes)
    if request is None or not is_proportional(request):
        return False
    if (request.places, request.election) != (plan.places, plan.election):
        raise BadInput(
            "Begäran om proportionellt val gällde {places} platser i ett annat val.",
            "places",
            places=request.places,
        )
    return True


def _hold_by(
    session: Session, election: Election, method: ElectionMethod, *, accepts: bool, by: Actor
) -> None:
    meeting: Meeting = state.meeting(session, election.meeting_id)
    asked = Asked(election.is_proportional, is_on_ballots=True, is_warned=accepts)
    no = refusal(method, asked, state.procedure(meeting), state.day(meeting))
    if no is not None:
        raise RuleBroken(no.text)
    election.method = method.value
    is_warned = method is ElectionMethod.DIGITAL_SECRET and election.is_proportional
    election.warned_by = by.person_id if is_warned else None
    election.warned_at = clock.now() if is_warned else None
