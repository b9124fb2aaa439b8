"""Koll: does everything work on this device?  Runs by itself; a fault never locks the door."""

from flask import Blueprint, abort, render_template
from flask_login import current_user
from sqlalchemy import select

from core.access import database, signed_in
from meetings.models import Meeting, Seat
from web.screens.places import entrance

blueprint = Blueprint("check", __name__)


@blueprint.get("/meetings/<int:meeting_id>/check")
@signed_in
def check(meeting_id: int) -> str:
    with database().reading() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None or meeting.council_id != current_user.council_id:
            abort(404)
        own = select(Seat.mode).where(
            Seat.meeting_id == meeting_id, Seat.member_id == current_user.id
        )
        mode = session.scalar(own)
    return render_template(
        "screens/check.html",
        meeting=meeting,
        meeting_id=meeting_id,
        mode=mode,
        onward=entrance(current_user, meeting),
    )
