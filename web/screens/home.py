"""The first page: what the public may follow, and for those who are in, the next thing to do."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, render_template
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.queries.meetings import meeting_now
from core import clock, swedish
from core.access import database, public
from councils.models import PRESIDIUM, Council, Role, RoleHeld
from meetings.models import Meeting
from meetings.queries import approval
from web.screens.board.alarms import broken
from web.screens.deadlines import deadline
from web.screens.places import places_of

blueprint = Blueprint("home", __name__)

BEFORE = timedelta(days=1)  # a meeting that goes on past midnight is still today's
SHOWN = 12


@blueprint.get("/")
@public
def home() -> str:
    with database().reading() as session:
        if not current_user.is_authenticated:
            return render_template("screens/home.html", **_of_everybody(session))
        return render_template("screens/home_signed_in.html", **_of_the_user(session))


def state(meeting: Meeting) -> str:
    """closed, open, convened or planned"""
    if meeting.closed_at:
        return "closed"
    if meeting.opened_at:
        return "open"
    return "convened" if meeting.convened_at else "planned"


def _of_everybody(session: Session) -> dict[str, Any]:
    """A plan is the office's own until it has been announced."""
    known = select(Meeting, Council).join(Council, Council.id == Meeting.council_id)
    known = known.where(Meeting.convened_at.is_not(None)).order_by(
        Meeting.date.desc(), Meeting.starts.desc(), Meeting.id
    )
    rows: list[dict[str, Any]] = [
        {"meeting": meeting, "council": council, "state": state(meeting)}
        for meeting, council in session.execute(known.limit(4 * SHOWN))
    ]
    now = [row for row in rows if row["state"] == "open"]
    held = [row for row in rows if row["state"] == "closed"][:SHOWN]
    coming = [row for row in reversed(rows) if row["state"] == "convened"][:SHOWN]
    councils: dict[int, Council] = {row["council"].id: row["council"] for row in rows}
    return {
        "now": now,
        "coming": coming,
        "held": held,
        "councils": sorted(councils.values(), key=lambda one: swedish.sort_key(one.name)),
    }


def _of_the_user(session: Session) -> dict[str, Any]:
    day = (swedish.local_day(clock.now()) - BEFORE).isoformat()
    councils = _councils(session)
    mine = select(Meeting).where(Meeting.council_id.in_([council.id for council in councils]))
    if not current_user.has("clerk"):
        mine = mine.where(Meeting.convened_at.is_not(None))
    order = (Meeting.date, Meeting.starts, Meeting.id)
    coming = mine.where(Meeting.closed_at.is_(None), Meeting.date >= day).order_by(*order)
    held = mine.where(Meeting.closed_at.is_not(None)).order_by(Meeting.date.desc(), Meeting.id)
    rows = [_row(meeting) | _told(session, meeting) for meeting in session.scalars(coming)]
    rows.sort(key=lambda row: row["state"] != "open")
    works = councils if current_user.has("clerk") else []
    return {
        "broken": broken(session, works),
        "to_approve": approval.waits_for(session, int(current_user.id)),
        "coming": rows,
        "held": [_row(meeting) for meeting in session.scalars(held.limit(SHOWN))],
        "councils": works,
        "counts": current_user.has(Role.CLERK, Role.TELLER, *PRESIDIUM),
        "council_choices": [(council.id, council.name) for council in councils],
        "names": {council.id: council.name for council in councils},
        "today": swedish.local_day(clock.now()).isoformat(),
    }


def _row(meeting: Meeting) -> dict[str, Any]:
    places = places_of(current_user, meeting)
    return {"meeting": meeting, "state": state(meeting), "places": places}


def _told(session: Session, meeting: Meeting) -> dict[str, Any]:
    """To the office: how long there is left to announce it, or that it is too late (KL 5:13–14)."""
    if meeting.opened_at or meeting.rehearsal or not current_user.has("clerk"):
        return {"deadline": None}
    return {"deadline": deadline(session, meeting_now(session, meeting.id))}


def _councils(session: Session) -> list[Council]:
    """The own one, and for the office every council that it works for."""
    works = select(RoleHeld.council_id).where(
        RoleHeld.person_id == current_user.id, RoleHeld.role == "clerk"
    )
    wanted = {current_user.council_id, *session.scalars(works)}
    found = select(Council).where(Council.id.in_(wanted)).order_by(Council.name)
    return list(session.scalars(found))
