"""The teller's page: her own figures, never the other's."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from core.access import database, live, signed_in
from core.actor import Audience, Onlooker
from voting.queries.paper import Standing
from voting.queries.paper.rows import SLIPS
from voting.queries.paper.standing import Entered, counted_now
from voting.rules.paper.sheet import chosen_in
from web.language import current
from web.screens.paper import words
from web.screens.paper.told import told

blueprint = Blueprint("paper_count", __name__, url_prefix="/meetings/<int:meeting_id>/elections")


way_in = Blueprint("paper_way_in", __name__, url_prefix="/meetings/<int:meeting_id>")


@way_in.get("/count")
@signed_in
def count_now(meeting_id: int) -> Response:
    """From the member's page to the election that is counted just now."""
    with database().reading() as session:
        going = counted_now(session, meeting_id)
    if going is None:
        abort(404)
    here = url_for("paper_count.count", meeting_id=meeting_id, election_id=going.id)
    return redirect(here)


@blueprint.get("/<int:election_id>/count")
@signed_in
def count(meeting_id: int, election_id: int) -> str:
    with database().reading() as session:
        found = told(session, meeting_id, election_id)
    if not found.hands.is_teller:
        abort(403)
    now, person = found.now, int(current_user.id)
    return render_template(
        "screens/paper/counting.html",
        told=found,
        seen=live().seen(meeting_id, Onlooker(Audience.MEMBER, language=current())),
        step=words.step(now),
        mine=now.sorted.by.get(person),
        my_slips=now.unopened.by.get(person, {}).get(SLIPS),
        others=[one.name for one in now.tellers if one.person_id in _stage(now).by],
        differing=now.sorted.differing(now.sheet),
        different=chosen_in(now.sheet, now.sorted.differing(now.sheet)),
    )


def _stage(now: Standing) -> Entered:
    return now.sorted if now.unopened.agreed is not None else now.unopened
