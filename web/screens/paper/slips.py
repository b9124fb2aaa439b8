"""The slips to print, for the office."""

from flask import Blueprint, abort, current_app, request, send_file
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from core.access import database, signed_in
from core.errors import BadInput
from core.forms import maybe_whole
from voting.rules.paper.slips import to_print
from web.gateways.slips import Ordered, make
from web.language import current
from web.screens.paper.told import told

blueprint = Blueprint("paper_slips", __name__, url_prefix="/meetings/<int:meeting_id>/elections")
MOST = 400  # of each


@blueprint.get("/<int:election_id>/slips.pdf")
@signed_in
def slips(meeting_id: int, election_id: int) -> Response:
    """`copies` of each list or name, and of the empty form."""
    with database().reading() as session:
        found = told(session, meeting_id, election_id)
    if not found.hands.leads:
        abort(403)
    copies = maybe_whole(request.args, "copies") or found.meeting.seats
    if copies > MOST:
        raise BadInput("Högst {most} av varje sedel.", "copies", most=MOST)
    election = found.now.election
    printed = to_print(found.now.sheet, election.title)
    ordered = Ordered(printed, (copies,) * len(printed.slips), _("Beteckning:"), current())
    made = current_app.extensions["workers"].run(make, ordered)
    return send_file(made, "application/pdf", download_name=f"valsedlar-{election.id}.pdf")
