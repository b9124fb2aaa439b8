"""The elections of an item: planned by chair or office, nominated in by those who serve."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template
from flask_login import current_user
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import item_in
from agenda.rules.kinds import ItemKind
from core.access import database, signed_in
from core.actor import Actor
from councils.rules.procedure import ElectionMethod
from meetings.policy import may_lead
from meetings.queries import state
from voting.models import Election, Nomination, Part
from voting.policy import may_nominate
from voting.queries.decisions import standing_on
from voting.queries.elections.requests import is_proportional, request_on
from voting.queries.elections.standing import elections_on, nominated, warnings_of
from voting.rules.elections import ElectionKind
from voting.rules.elections.methods import Asked, MethodRefusal, refusal
from web.language import said
from web.screens.elections.words import method_words, part_words, state_words

AT = "/meetings/<int:meeting_id>/items/<int:item_id>/elections"
ON_BALLOTS = tuple(one for one in ElectionMethod if one is not ElectionMethod.ACCLAMATION)
blueprint = Blueprint("election_plans", __name__)


@dataclass(frozen=True)
class Planned:
    """One election of the item.  `own`: the nominations that the reader may take back."""

    election: Election
    part: str
    method: str
    state: str
    nominations: list[Nomination]
    own: frozenset[int]
    warnings: list[str]


@dataclass(frozen=True)
class Method:
    """`is_warned`: only when the chair has accepted what nobody has tried (U10)."""

    value: str
    words: str
    is_warned: bool


@blueprint.get(AT)
@signed_in
def plans(meeting_id: int, item_id: int) -> str:
    by = Actor(int(current_user.id))
    with database().reading() as session:
        item = item_in(session, meeting_id, item_id)
        if not (ItemKind(item.kind).is_secret and may_nominate(session, meeting_id, by)):
            abort(404)
        told = _told(session, item, by)
    return render_template("screens/elections/planning.html", item=item, **told)


def _told(session: Session, item: Item, by: Actor) -> dict[str, Any]:
    meeting = state.meeting(session, item.meeting_id)
    leads = may_lead(session, meeting.id, by)
    planned = [_planned(session, one, by, leads=leads) for one in elections_on(session, item.id)]
    request = request_on(session, item.id)
    held = is_proportional(request)
    return {
        "meeting": meeting,
        "base": f"/meetings/{meeting.id}",
        "planned": planned,
        "leads": leads,
        "is_decided": bool(standing_on(session, item.id)),
        "employs": item.kind == ItemKind.EMPLOYMENT,
        "request": request,
        "parts": _parts(item, planned),
        "kinds": [(one.value, said(one.label)) for one in ElectionKind],
        "methods": _methods(session, item, proportional=held),
    }


def _planned(session: Session, election: Election, by: Actor, *, leads: bool) -> Planned:
    standing = nominated(session, election.id)
    own = frozenset(one.id for one in standing if leads or one.by_person_id == by.person_id)
    council = state.meeting(session, election.meeting_id).council_id
    told = warnings_of(session, election, council) if leads and election.is_draft else ()
    return Planned(
        election,
        part_words(election.part),
        method_words(election.method),
        state_words(election.state),
        standing,
        own if election.is_draft else frozenset(),
        [said(one) for one in told],
    )


def _parts(item: Item, planned: list[Planned]) -> list[tuple[str, str]]:
    """What has not been planned yet."""
    taken = {one.election.part for one in planned}
    possible = [Part.ONE] if item.kind == ItemKind.EMPLOYMENT else list(Part)
    return [(one.value, part_words(one)) for one in possible if one not in taken]


def _methods(session: Session, item: Item, *, proportional: bool) -> list[Method]:
    """Those that may be chosen; never one that cannot be held."""
    meeting = state.meeting(session, item.meeting_id)
    asked = Asked(proportional)
    found = [
        (one, refusal(one, asked, state.procedure(meeting), state.day(meeting)))
        for one in ON_BALLOTS
    ]
    return [
        Method(one.value, method_words(one), no is MethodRefusal.WARNING)
        for one, no in found
        if no in (None, MethodRefusal.WARNING)
    ]
