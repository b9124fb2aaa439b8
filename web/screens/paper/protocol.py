"""The tellers' protocol, to print and sign; it shows what the screens showed."""

from typing import Any

from flask import Blueprint, abort, render_template

from core.access import database, signed_in
from voting.queries.paper import Standing
from voting.queries.paper.rows import as_ruled
from voting.queries.paper.words import told_as
from voting.rules.paper.rulings import paragraph
from voting.rules.paper.states import Next
from web.language import said
from web.screens.counting.words import reason_words
from web.screens.paper.told import told

blueprint = Blueprint("paper_protocol", __name__, url_prefix="/meetings/<int:meeting_id>/elections")


@blueprint.get("/<int:election_id>/protocol")
@signed_in
def protocol(meeting_id: int, election_id: int) -> str:
    """For those who count and lead; when it is counted for everybody who is signed in."""
    with database().reading() as session:
        found = told(session, meeting_id, election_id)
        if found.result is None or found.now.next is Next.LOT:
            abort(404)
        if found.now.election.state != "counted" and not found.hands.anything:
            abort(403)
    return render_template(
        "screens/paper/protocol.html",
        told=found,
        rulings=[(slip, as_ruled(row)) for slip, row in sorted(found.now.rulings.items())],
        law=said(paragraph(found.now.sheet)),
        reason_words=reason_words,
        lots=_lots(found.now),
    )


def _lots(now: Standing) -> list[dict[str, Any]]:
    """In the names of those who stood equal."""
    names = told_as(now)
    return [
        {
            "round": lot.round,
            "figure": lot.figure,
            "tied": [names(each) for each in lot.tied],
            "winner": names(lot.winner),
            "how": lot.how,
            "drawn_by": lot.drawn_by,
        }
        for lot in now.lots
    ]
