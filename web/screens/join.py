"""Anslut: the page behind a personal link, and the page for a code.  Looking signs nobody in."""

from flask import Blueprint, abort, current_app, render_template, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from core import swedish
from core.access import database, public
from councils.backends import links
from councils.models import Council, Person
from councils.queries import access
from councils.queries.doors import door
from meetings.models import Meeting, Seat

blueprint = Blueprint("join", __name__)


@blueprint.get("/links/<address>")
@public
def by_link(address: str) -> tuple[str, int]:
    number = links.number(current_app.extensions["klubba"].secret, address)
    with database().reading() as session:
        found = access.open_link(session, number) if number else None
        if found is None:
            return render_template("screens/link_gone.html"), 404
        link, opened = found
        words = _about(session, opened.meeting_id)
        person = session.get_one(Person, link.person_id)
        mode = _mode(session, opened.meeting_id, person.id)
    first = person.name.split()[0]
    refused = request.args.get("refused")
    page = render_template(
        "screens/join.html", **words, address=address, first=first, mode=mode, refused=refused
    )
    return page, 200


@blueprint.get("/meetings/<int:meeting_id>/sign-ins")
@public
def by_code(meeting_id: int) -> str:
    with database().reading() as session:
        opened = door(session, meeting_id)
        if opened is None:
            abort(404)
        words = _about(session, meeting_id)
        people = access.participants(session, opened.council_id)
    people.sort(key=lambda row: swedish.sort_key(row[0].name))
    return render_template(
        "screens/join_by_code.html", **words, people=people, refused=request.args.get("refused")
    )


def _about(session: Session, meeting_id: int) -> dict[str, object]:
    meeting = session.get_one(Meeting, meeting_id)
    council = session.get_one(Council, meeting.council_id)
    settings = current_app.extensions["klubba"]
    return {
        "meeting": meeting,
        "meeting_id": meeting_id,
        "council": council,
        "council_name": council.name,
        "help_phone": council.help_phone,
        "rehearsal": settings.rehearsal or council.rehearsal or meeting.rehearsal,
    }


def _mode(session: Session, meeting_id: int, person_id: int) -> str | None:
    """Hall or distance, where the member has said which."""
    own = select(Seat.mode).where(Seat.meeting_id == meeting_id, Seat.member_id == person_id)
    return session.scalar(own)
