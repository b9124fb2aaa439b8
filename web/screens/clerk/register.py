"""Till diariet: what the municipality's register is to have of the meeting (DOCS-2)."""

from flask import Blueprint, current_app, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.access import actor, clerk, database
from core.errors import NotAllowed
from core.log import Entry
from councils.models import Council, Person
from meetings.facts import DocumentsHandedOut
from meetings.policy import may_clerk
from meetings.queries import state
from web.register import Registrar

blueprint = Blueprint("register", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/register")
@clerk
def register(meeting_id: int) -> str:
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        if not may_clerk(session, meeting_id, actor()):
            raise NotAllowed("Det gör fullmäktiges kansli.")
        council = session.get_one(Council, meeting.council_id)
        handed_out = _handed_out(session, meeting_id)
    registrar: Registrar = current_app.extensions["registrar"]
    return render_template(
        "screens/clerk/register.html",
        meeting=meeting,
        council=council,
        parcel=registrar.parcel(meeting_id),
        handed_out=handed_out,
    )


def _handed_out(session: Session, meeting_id: int) -> list[tuple[Entry, str | None]]:
    """The latest first, with who did it."""
    told = (
        select(Entry, Person.name)
        .outerjoin(Person, Person.id == Entry.actor_id)
        .where(Entry.meeting_id == meeting_id, Entry.kind == DocumentsHandedOut.kind)
        .order_by(Entry.height.desc())
    )
    return [(entry, name) for entry, name in session.execute(told)]
