"""Kungörelse and kallelse: time, place and items, on the board and on paper (KL 5:13–15)."""

from dataclasses import replace

from flask import Blueprint, render_template
from flask_login import current_user
from sqlalchemy.orm import Session

from agenda.policy import may_edit_agenda, may_see_agenda
from agenda.queries.listing import rows
from agenda.queries.meetings import MeetingNow, meeting_now
from agenda.queries.notices import announced
from agenda.queries.people import chair_of
from core import clock, swedish
from core.access import actor, clerk, database, public
from core.actor import Actor
from core.errors import NotAllowed, NotFound
from councils.models import Council
from councils.queries.procedures import in_force
from councils.queries.register import procedures_of
from councils.rules.checklist import Point, missing
from meetings.models import Meeting
from meetings.policy import may_clerk
from meetings.queries import state, summoning
from meetings.rules.remote import may_be_remote
from web.screens.convening import how_words, office_work
from web.screens.deadlines import deadline
from web.screens.distance import Asking, answer_of, asking
from web.screens.procedure_past import points

blueprint = Blueprint("summons", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/summons")
@public
def summons(meeting_id: int) -> str:
    """Anybody's once the meeting is convened; until then a draft for the office."""
    person = int(current_user.id) if current_user.is_authenticated else None
    with database().reading() as session:
        meeting = meeting_now(session, meeting_id)
        if not may_see_agenda(session, meeting, person):
            raise NotFound("Sammanträdet är inte kungjort än.")
        listed = rows(session, meeting)
        told = {
            "meeting": meeting,
            "council": session.get_one(Council, meeting.council_id),
            "rows": listed,
            "chair": chair_of(session, meeting),
            "writes": person is not None and may_edit_agenda(session, meeting, Actor(person)),
            "deadline": deadline(session, meeting),
            "posted": announced(session, meeting).posted,
            "remote": meeting.remote and _is_remote_decided(session, meeting),
        }
        told["work"] = office_work(session, meeting, listed) if told["writes"] else None
        told["distance"] = _distance(session, meeting, person)
        told["lacking"] = _lacking(session, meeting) if told["writes"] else ()
    return render_template("screens/summons.html", **told)


@blueprint.get("/summons/called")
@clerk
def called_list(meeting_id: int) -> str:
    """Who has been called and when, to print and keep (KL 5:15, SUMM-1)."""
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        if not may_clerk(session, meeting_id, actor()):
            raise NotAllowed("Det gör fullmäktiges kansli.")
        council = session.get_one(Council, meeting.council_id)
        called = summoning.called(session, meeting)
    return render_template(
        "screens/convening/called.html",
        meeting=meeting,
        council=council,
        called=called,
        hows=how_words(),
        today=swedish.local_day(clock.now()).isoformat(),
    )


def _distance(session: Session, meeting: MeetingNow, person: int | None) -> Asking | None:
    """How to ask for a place at a distance, and what the reader has been told."""
    row = session.get_one(Meeting, meeting.id)
    told = asking(row)
    if not told.is_open or meeting.convened_at is None:
        return None
    answer = answer_of(session, row, person) if person is not None else None
    return replace(told, answer=answer)


def _is_remote_decided(session: Session, meeting: MeetingNow) -> bool:
    """Nobody is promised a distance that the roll call would refuse (KL 5:16)."""
    rules = in_force(session, meeting.council_id, meeting.day)
    return may_be_remote(meeting.day, rules, presides=False) is None


def _lacking(session: Session, meeting: MeetingNow) -> tuple[Point, ...]:
    """What the rules of procedure leave out, before the meeting is convened (KL 5:72)."""
    rules = in_force(session, meeting.council_id, meeting.day)
    adopted = bool(procedures_of(session, meeting.council_id))
    council = session.get_one(Council, meeting.council_id)
    return missing(points(council, rules, adopted=adopted))
