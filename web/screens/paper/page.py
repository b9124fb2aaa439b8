"""The page of an election on paper, for the chair, the office, the returning officer."""

from typing import Any

from flask import Blueprint, abort, render_template
from sqlalchemy.orm import Session

from core.access import database, live, signed_in
from core.actor import Audience, Onlooker
from meetings.queries.roll import roll
from voting.queries.paper.rows import as_ruled, ticks
from voting.queries.paper.voters import voters
from voting.queries.paper.words import told_as
from voting.rules.paper.likeness import alike
from voting.rules.paper.rulings import NAMES_RULED_OUT, Ruling, grounds, paragraph
from voting.rules.paper.states import Next
from web.language import current, said
from web.screens.counting.words import reason_words, status_words
from web.screens.paper import words
from web.screens.paper.told import Told, told

blueprint = Blueprint("paper_page", __name__, url_prefix="/meetings/<int:meeting_id>/elections")


@blueprint.get("/<int:election_id>/paper")
@signed_in
def paper(meeting_id: int, election_id: int) -> str:
    with database().reading() as session:
        found = told(session, meeting_id, election_id)
        if not found.hands.anything:
            abort(403)
        more = _urn(session, found) | _officers(session, found)
    seen = live().seen(meeting_id, Onlooker(Audience.MEMBER, language=current()))
    return render_template(
        "screens/paper/page.html",
        told=found,
        seen=seen,
        step=words.step(found.now),
        **more,
        **_words(found),
    )


def _urn(session: Session, found: Told) -> dict[str, Any]:
    if found.now.next is not Next.VOTING:
        return {"voters": []}
    here, done = voters(session, found.meeting.id), ticks(session, found.now.election.id)
    return {"voters": [(voter, voter.seat in done) for voter in here]}


def _officers(session: Session, found: Told) -> dict[str, Any]:
    if not (found.hands.leads and found.now.election.is_draft):
        return {"people": []}
    seated = [row for row in roll(session, found.meeting.id) if row.person_id]
    return {"people": [(row.person_id, f"{row.name} ({row.party or '–'})") for row in seated]}


def _words(found: Told) -> dict[str, Any]:
    now = found.now
    tie = now.result.next_tie if now.result else None
    names = told_as(now)
    return {
        "likenesses": alike(now.sheet.choices) if now.sheet.is_proportional else (),
        "fault": status_words(now.fault) if now.fault else None,
        "rulings": {slip: as_ruled(row) for slip, row in now.rulings.items()},
        "grounds": [(each.value, said(each.label)) for each in grounds(now.sheet)],
        "law": said(paragraph(now.sheet)),
        "ruling_words": [(each.value, said(each.label)) for each in Ruling],
        "reasons": [(each.value, reason_words(each.value)) for each in NAMES_RULED_OUT],
        "tie": tie,
        "tied": [(key, names(key)) for key in tie.tied] if tie else [],
    }
