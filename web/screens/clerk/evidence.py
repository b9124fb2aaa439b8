"""Bevis om närvaro: for one person or the whole meeting, to print when somebody appeals (REM-9)."""

from flask import Blueprint, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from core import swedish
from core.access import actor, database, signed_in
from core.errors import NotAllowed, NotFound
from core.log import Head
from councils.models import Council, Person
from meetings.models import Meeting
from meetings.policy import may_lead
from meetings.queries.evidence import Evidence, evidence

blueprint = Blueprint("evidence", __name__, url_prefix="/meetings/<int:meeting_id>/evidence")
PERSON = "/<int:person_id>"


@blueprint.get("")
@signed_in
def everybody(meeting_id: int) -> str:
    return _page(meeting_id, None)


@blueprint.get(PERSON)
@signed_in
def one(meeting_id: int, person_id: int) -> str:
    return _page(meeting_id, person_id)


def _page(meeting_id: int, person_id: int | None) -> str:
    with database().reading() as session:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            raise NotFound("Det finns inget sådant sammanträde.")
        if not may_lead(session, meeting_id, actor()):
            raise NotAllowed("Det gör ordföranden eller sekreteraren.")
        found = evidence(session, meeting_id, person_id)
        if person_id is not None and not found:
            raise NotFound("Personen är inte antecknad i sammanträdet.")
        council = session.get_one(Council, meeting.council_id)
        head, names = session.get(Head, meeting_id), _names(session, found)
    found.sort(key=lambda one: swedish.sort_key(one.name))
    return render_template(
        "screens/clerk/evidence.html",
        meeting=meeting,
        council=council,
        found=found,
        is_one=person_id is not None,
        head=head,
        names=names,
    )


def _names(session: Session, found: list[Evidence]) -> dict[int, str]:
    """Who noted it."""
    people = {noted.by for one in found for noted in one.noted if noted.by is not None}
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    return {row.id: row.name for row in rows}
