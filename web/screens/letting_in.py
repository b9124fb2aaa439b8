"""Länkar och koder: whom the office has let in, and how.  Shows no link and no code."""

from typing import Any

from flask import Blueprint, abort, render_template
from sqlalchemy.orm import Session

from core import swedish
from core.access import clerk, database
from councils.models import Letter, Link
from councils.queries import access
from councils.queries.doors import door

blueprint = Blueprint("letting_in", __name__)


@blueprint.get("/meetings/<int:meeting_id>/access")
@clerk
def letting_in(meeting_id: int) -> str:
    with database().reading() as session:
        opened = door(session, meeting_id)
        if opened is None:
            abort(404)
        rows = _rows(session, meeting_id, opened.council_id)
    return render_template("screens/letting_in.html", meeting_id=meeting_id, door=opened, rows=rows)


def _rows(session: Session, meeting_id: int, council_id: int) -> list[dict[str, Any]]:
    people = access.participants(session, council_id)
    links = access.links_by_person(session, meeting_id)
    inside = access.signed_in_people(session, [person.id for person, _ in people])
    latest: dict[int, Letter] = {}
    for letter in access.letters_of(session, meeting_id):
        latest.setdefault(letter.person_id, letter)
    people.sort(key=lambda row: swedish.sort_key(row[0].name))
    return [
        {
            "person": person,
            "letters": letters,
            "state": _state(links.get(person.id), latest.get(person.id)),
            "is_inside": person.id in inside,
        }
        for person, letters in people
    ]


def _state(link: Link | None, letter: Letter | None) -> str:
    """opened, failed, sent, waiting, made (on a card), none"""
    if link and link.opened_at:
        return "opened"
    if letter is None:
        return "made" if link else "none"
    if letter.sent_at:
        return "sent"
    return "failed" if letter.failed else "waiting"
