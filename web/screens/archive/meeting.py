"""One meeting's own page: its items, what was decided and said, who was there."""

from flask import Blueprint, abort
from flask_login import current_user
from werkzeug.wrappers import Response

from core.access import database, public
from core.log import Head
from meetings.queries import announcing, approval, state
from meetings.rules.lifecycle import MeetingState
from web.screens.archive.attendance import attended
from web.screens.archive.on_the_web import on_the_web
from web.screens.archive.rules import held_under
from web.screens.archive.sharing import sharing
from web.screens.archive.story import story
from web.screens.public import answers

blueprint = Blueprint("meeting", __name__)
KEPT = {MeetingState.CONVENED: 30, MeetingState.CLOSED: 300}  # seconds
GOING_ON = 5


@blueprint.get("/meetings/<int:meeting_id>")
@public
def meeting(meeting_id: int) -> Response:
    with database().reading() as session:
        row = state.meeting(session, meeting_id)
        if row.convened_at is None:
            abort(404)
        told = story(session, row)
        presence = attended(session, row, told.parties)
        under = held_under(session, row)
        head = session.get(Head, meeting_id) if row.closed_at else None
        web = on_the_web(session, meeting_id)
        standing = announcing.force(session, meeting_id)
        is_published = approval.count_published(session, meeting_id) > 0
    answer = answers.page(
        "screens/archive/meeting.html",
        KEPT.get(told.state, GOING_ON),
        told=told,
        meeting=row,
        presence=presence,
        sharing=sharing(told),
        head=head,
        under=under,
        reads_minutes=_is_of(row.council_id),
        is_published=is_published,
        on_the_web=web,
        standing=standing,
    )
    if current_user.is_authenticated:  # the page has a link that others have not
        answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _is_of(council_id: int) -> bool:
    return bool(current_user.is_authenticated) and current_user.council_id == council_id
