"""Anslagstavlan: what is announced, distinct from everything else (KL 8:9–12, BOARD-1)."""

from flask import Blueprint, abort
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, public
from councils.models import Council
from meetings.models import NoticeKind
from meetings.queries import board
from meetings.queries.board import Standing
from web.screens.public import answers

blueprint = Blueprint("board", __name__)
KEPT = 60  # seconds


@blueprint.get("/councils/<int:council_id>/board")
@public
def everything(council_id: int) -> Response:
    with database().reading() as session:
        council = _council(session, council_id)
        up = [board.as_posted(each) for each in board.standing(session, council_id)]
    told = {"council": council, "shelves": _shelves(up)}
    return answers.page("screens/board/page.html", KEPT, **told)


@blueprint.get("/councils/<int:council_id>/board/<int:notice_id>")
@public
def one(council_id: int, notice_id: int) -> Response:
    """The address stays when it has been taken down; the page then says only that."""
    with database().reading() as session:
        council = _council(session, council_id)
        stands = board.as_posted(board.notice(session, council_id, notice_id))
    told = {"council": council, "stands": stands}
    return answers.page("screens/board/notice.html", KEPT, **told)


def _council(session: Session, council_id: int) -> Council:
    found = session.get(Council, council_id)
    if found is None:
        abort(404)
    return found


def _shelves(up: list[Standing]) -> list[tuple[str, str, list[Standing]]]:
    """What is announced of each kind, and what is said when there is nothing."""
    of = {kind: [each for each in up if each.notice.kind == kind] for kind in NoticeKind}
    return [
        (_("Kungörelser"), _("Inget sammanträde är kungjort."), of[NoticeKind.MEETING]),
        (_("Justerade protokoll"), _("Inget protokoll är anslaget."), of[NoticeKind.APPROVAL]),
    ]
