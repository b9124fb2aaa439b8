"""For anybody: check a counted election, and read how the vote stays secret and what it does not.

PROTOCOL 14, 17 (SB-7).  The file is checked in the reader's own browser; it is not sent anywhere.
"""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from core.access import database, public
from meetings.queries import state
from voting.queries.elections.standing import election_in
from voting.queries.verdicts import WHY
from voting.rules.elections.states import ElectionState
from web.language import said
from web.screens import booth

blueprint = Blueprint("election_checks", __name__)


@blueprint.get("/meetings/<int:meeting_id>/elections/<int:election_id>/verification")
@public
def verification(meeting_id: int, election_id: int) -> Response:
    with database().reading() as session:
        election = election_in(session, meeting_id, election_id)
        meeting = state.meeting(session, meeting_id)
    why = [(code.value, said(words)) for code, words in WHY.items()]
    told = {"meeting": meeting, "election": election, "program": booth.program(), "why": why}
    has_board = election.is_digital and election.state in (
        ElectionState.CLOSED,
        ElectionState.COUNTED,
    )
    page = render_template("screens/elections/checking.html", has_board=has_board, **told)
    return booth.sealed(page)


@blueprint.get("/secret-vote")
@public
def secret_vote() -> str:
    return render_template("screens/elections/secret_vote.html", program=booth.program())
