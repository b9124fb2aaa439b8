"""The rehearsal's own page: take a part, choose an exercise.  Exists only while one rehearses."""

import secrets

from flask import Blueprint, abort, current_app, redirect, render_template, request
from flask_babel import lazy_gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core import log
from core.access import database, public
from councils.models import Mandate, Role, RoleHeld
from meetings.models import Meeting
from web.auth.browser import let_in
from web.auth.user import digest
from web.demo.exercises import EXERCISES, Mood
from web.demo.rehearsal import Rehearsal, sign_in
from web.demo.slow import slow

blueprint = Blueprint("rehearsal", __name__, url_prefix="/rehearsal")

PARTS = {
    "chair": _("Ordförande"),
    "member": _("Ledamot på distans"),
    "hall-member": _("Ledamot i salen"),
    "secretary": _("Politisk sekreterare (S)"),
    "clerk": _("Sekreterare"),
}
SCREENS = {
    "chair": "chair",
    "member": "member",
    "hall-member": "member",
    "secretary": "support",
    "clerk": "clerk",
}


@blueprint.get("")
@public
def rehearsal() -> str:
    """When the latest meeting has closed, first of all what went slowly in it."""
    with database().reading() as session:
        latest = _latest(session)
        meeting = session.get(Meeting, latest) if latest else None
        is_over = meeting is not None and meeting.closed_at is not None
        told = slow(log.read(session, latest)) if latest and is_over else None
    return render_template(
        "screens/rehearsal.html",
        meeting=meeting,
        slow=told,
        parts=PARTS,
        exercises=EXERCISES,
        rehearsal=True,  # the band, also while nobody is signed in
    )


@blueprint.get("/as/<part>")
@public
def take_part(part: str) -> Response:
    """Signs in as somebody in the rehearsal, and nowhere else."""
    if part not in PARTS:
        abort(404)
    with database().reading() as session:
        person, meeting = _player(session, part), _latest(session)
    token = secrets.token_urlsafe(32)
    _going().house.do(log.REGISTER, sign_in, person, digest(token), by=None)
    let_in(token)
    return redirect(f"/meetings/{meeting}/{SCREENS[part]}" if meeting else "/rehearsal", 303)


@blueprint.post("/exercises")
@public
def begin() -> Response:
    mood = request.form.get("mood", "")
    if mood not in set(Mood):
        abort(400)
    meeting = _going().begin(Mood(mood))
    return redirect(f"/rehearsal?meeting={meeting}", 303)


def _going() -> Rehearsal:
    found: Rehearsal = current_app.extensions["rehearsal"]
    return found


def _latest(session: Session) -> int | None:
    return session.scalar(select(Meeting.id).order_by(Meeting.id.desc()).limit(1))


def _player(session: Session, part: str) -> int:
    if part in ("member", "hall-member"):
        seat = 8 if part == "member" else 9
        return session.scalars(select(Mandate.person_id).where(Mandate.seat == seat)).one()
    roles = {
        "chair": Role.CHAIR,
        "secretary": Role.POLITICAL_SECRETARY,
        "clerk": Role.CLERK,
    }
    held = select(RoleHeld.person_id).where(RoleHeld.role == roles[part]).order_by(RoleHeld.id)
    return list(session.scalars(held))[1 if part == "secretary" else 0]
