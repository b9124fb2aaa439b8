"""What concerns one person alone, answered for everybody at once: small values, few statements.

Every function hands back `{person: value}` with JSON values; who is not named has nothing.
"""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.models import Person
from meetings.models import Line, Speech
from meetings.queries import desk, floor, items, privacy, roll, state
from meetings.queries.roll import SeatRow
from meetings.rules.rejoinders import answered_speech, may_rejoin
from meetings.rules.steps import ItemStep

Own = dict[int, dict[str, Any]]
IN_DEBATE = (ItemStep.PRESENTATION, ItemStep.DEBATE)


def seats(session: Session, meeting_id: int) -> Own:
    """Where one serves and from where.  `state`: serving, recused, replaced or absent."""
    found: Own = {}
    for row in roll.roll(session, meeting_id):
        if row.member_id is not None and row.member_id not in found:
            found[row.member_id] = _seat(row, "absent" if row.person_id is None else "replaced")
        if row.recused_id is not None:
            found[row.recused_id] = _seat(row, "recused")
        if row.person_id is not None:
            found[row.person_id] = _serving(row)
    return found


def rooms(session: Session, meeting_id: int) -> Own:
    """Who has to say that nobody else can hear, before being let into the deliberation."""
    item_id = privacy.item_behind_doors(session, meeting_id)
    missing = privacy.unattested(session, meeting_id)
    return {one.person_id: {"item": item_id} for one in missing}


def floors(session: Session, meeting_id: int) -> Own:
    """The one who has the floor, with what the clock needs."""
    now = floor.speaking(session, meeting_id)
    if now is None:
        return {}
    told = {"speech_id": now.speech_id, "kind": now.kind.value}
    return {now.person_id: told | {"started_at": now.started_at, "seconds": now.seconds}}


def places(session: Session, meeting_id: int) -> Own:
    """One's first place on the list and why it is this one, and all that one has asked for."""
    found: Own = {}
    for one in floor.waiting(session, meeting_id):
        place = {"request_id": one.request_id, "kind": one.kind.value, "place": one.place}
        first = found.setdefault(one.person_id, place | {"reason": one.reason, "all": []})
        first["all"].append(place)
    return found


def replies(session: Session, meeting_id: int) -> Own:
    """Those whom the rules allow a reply now, and to which speech it would be."""
    meeting, now = state.meeting(session, meeting_id), items.current(session, meeting_id)
    if now is None or now.step not in IN_DEBATE:
        return {}
    speeches = floor.speeches_in(session, meeting_id, now.item.id)
    answered = answered_speech(speeches)
    if answered is None:
        return {}
    waiting = [floor.in_law(one) for one in floor.waiting_requests(session, meeting_id)]
    told = {"speech_id": answered.id, "name": _speaker(session, answered.id)}
    closed = now.handling.list_closed_at is not None
    asked = (speeches, waiting, state.procedure(meeting))
    serving = [row.person_id for row in roll.roll(session, meeting_id) if row.person_id]
    return {
        person: dict(told)
        for person in serving
        if may_rejoin(person, *asked, list_closed=closed) is None
    }


def calls(session: Session, meeting_id: int) -> Own:
    """One's call for help that is not done."""
    return {
        call.person_id: {
            "call_id": call.call_id,
            "reason": call.reason,
            "at": call.at,
            "answered_at": call.answered_at,
        }
        for call in desk.open_calls(session, meeting_id)
    }


def offers(session: Session, meeting_id: int) -> Own:
    """Documents held out to one, oldest first."""
    found: Own = {}
    for one in desk.open_offers(session, meeting_id):
        mine = found.setdefault(one.person_id, {"offers": []})
        told = {"offer_id": one.offer_id, "document_id": one.document_id, "title": one.title}
        mine["offers"].append(told)
    return found


def screens(session: Session, meeting_id: int) -> Own:
    """What one has open, and whether the page follows the chair."""
    rows = session.scalars(select(Line).where(Line.meeting_id == meeting_id))
    return {
        line.person_id: {"document_id": line.document_id, "follows": line.follows} for line in rows
    }


def _seat(row: SeatRow, how: str) -> dict[str, Any]:
    return {
        "seat": row.seat,
        "state": how,
        "mode": None,
        "is_identified": False,
        "is_answered": row.is_answered,
        "for": None,
    }


def _serving(row: SeatRow) -> dict[str, Any]:
    told = {"mode": row.mode, "is_identified": row.is_identified, "for": row.for_name}
    return _seat(row, "serving") | told


def _speaker(session: Session, speech_id: int) -> str | None:
    name = select(Person.name).join(Speech, Speech.person_id == Person.id)
    return session.scalar(name.where(Speech.id == speech_id))
