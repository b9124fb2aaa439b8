"""The teller's page: her own figures, never the other's."""

from flask import Blueprint, abort, render_template
from flask_login import current_user

from core.access import database, live, signed_in
from core.actor import Audience, Onlooker
from voting.queries.paper import Standing
from voting.queries.paper.rows import SLIPS
from voting.queries.paper.standing import Entered
from voting.rules.paper.sheet import chosen_in
from web.language import current
from web.screens.paper import words
from web.screens.paper.told import told

blueprint = Blueprint("paper_count", __name__, url_prefix="/meetings/<int:meeting_id>/elections")


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
