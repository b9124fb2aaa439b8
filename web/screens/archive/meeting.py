"""One meeting's own page: its items, what was decided and said, who was there."""

from flask import Blueprint, abort
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, public
from core.log import Head
from meetings.policy import may_read_draft
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
        reads = _may_read_minutes(session, meeting_id)
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
        reads_minutes=reads,
        is_published=is_published,
        on_the_web=web,
        standing=standing,
    )
    if current_user.is_authenticated:  # the page has a link that others have not
        answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _may_read_minutes(session: Session, meeting_id: int) -> bool:
    """Whoever the draft opens for: an office may serve several councils."""
    return bool(current_user.is_authenticated) and may_read_draft(
        session, meeting_id, int(current_user.id)
    )
