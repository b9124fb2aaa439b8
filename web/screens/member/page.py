"""The pages of those who sit in the council: the meeting, everybody in view, what I have said."""

from typing import Any

from flask import Blueprint, abort, render_template, request
from flask_login import current_user
from sqlalchemy.orm import Session

from core.access import live, signed_in
from core.actor import Audience, Onlooker
from core.errors import NotAllowed
from councils.queries.people import party_letters
from meetings.models import Meeting
from meetings.policy import follows_the_stream, is_shut_out
from web.language import current
from web.screens.member.reason_words import reason_words
from web.screens.member.statements import statements_of
from web.screens.member.titles import titles

blueprint = Blueprint("member", __name__, url_prefix="/meetings/<int:meeting_id>")

FULL = "full"


@blueprint.get("/member")
@signed_in
def member(meeting_id: int) -> str:
    if waits := _waits(meeting_id):
        return waits
    view = FULL if request.args.get("view") == FULL else "easy"
    return _page("screens/member/page.html", meeting_id, view=view, reasons=reason_words())


@blueprint.get("/gallery")
@signed_in
def gallery(meeting_id: int) -> str:
    return _page("screens/member/gallery.html", meeting_id)


@blueprint.get("/member/statements")
@signed_in
def statements(meeting_id: int) -> str:
    wire = live()
    with wire.database.reading() as session:
        _let_in(session, meeting_id)
        told = statements_of(session, meeting_id, current_user.id)
    return _page("screens/member/statements.html", meeting_id, told=told)


def _waits(meeting_id: int) -> str | None:
    """A substitute who does not serve: where she follows meanwhile; the page opens when she does.

    None for everybody else.
    """
    with live().database.reading() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None or not follows_the_stream(session, meeting_id, current_user.id):
            return None
        return render_template("screens/member/waiting.html", meeting=meeting)


def _page(template: str, meeting_id: int, **more: Any) -> str:
    wire = live()
    with wire.database.reading() as session:
        meeting = _let_in(session, meeting_id)
        title = titles(session, meeting_id)[current_user.id].said(current())
        letters = party_letters(session, current_user.id)
    seen = wire.seen(meeting_id, Onlooker(Audience.MEMBER, language=current()))
    return render_template(
        template, seen=seen, meeting=meeting, title=title, letters=letters, **more
    )


def _let_in(session: Session, meeting_id: int) -> Meeting:
    """Only people of the meeting's own council."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        abort(404)
    if is_shut_out(session, meeting_id, current_user.id):
        raise NotAllowed("Dörrarna är stängda. Läs in sidan igen när ärendet är avslutat.")
    if follows_the_stream(session, meeting_id, current_user.id):
        raise NotAllowed("Du tjänstgör inte just nu. Följ sammanträdet i direktsändningen.")
    if not live().may_watch(session, meeting_id, Onlooker(Audience.MEMBER), current_user.id):
        abort(403)
    return meeting
