"""What each person alone is shown on the member's page: who, why not, where in the list, said."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.live import Personal
from core.live.asking import LANGUAGES
from councils.models import Person
from meetings.queries import floor, items, state
from meetings.rules.floor import IN_ORDER
from voting.models import StatementKind
from voting.queries.statements import standing_statements
from web.screens import follow
from web.screens.member.lawful import reasons
from web.screens.member.moment import moment
from web.screens.member.titles import titles

Own = dict[int, dict[str, Any]]


def who(session: Session, meeting_id: int) -> Own:
    """Everybody the council knows: one's own number, and in what capacity one is here."""
    told = titles(session, meeting_id)
    return {
        person: {"person": person} | {language: title.said(language) for language in LANGUAGES}
        for person, title in told.items()
    }


def why(session: Session, meeting_id: int) -> Own:
    """What cannot be done now, with the reason."""
    now = moment(session, meeting_id)
    council = state.meeting(session, meeting_id).council_id
    people = session.scalars(select(Person.id).where(Person.council_id == council))
    return {person: reasons(now, person) for person in people}


def queue(session: Session, meeting_id: int) -> Own:
    """One's places on the speakers' list by kind; `why` if another rule than order moved it.

    Nobody need be told of the order of asking.
    """
    found: Own = {}
    for one in floor.waiting(session, meeting_id):
        reason = None if one.reason == IN_ORDER else one.reason
        place = {"id": one.request_id, "place": one.place, "why": reason}
        found.setdefault(one.person_id, {}).setdefault(one.kind.value, place)
    return found


def said(session: Session, meeting_id: int) -> Own:
    """How many statements stand, and the one that keeps one out of the decision on the item."""
    current = items.current(session, meeting_id)
    found: Own = {}
    for one in standing_statements(session, meeting_id):
        mine = found.setdefault(one.person_id, {"count": 0, "out": None})
        mine["count"] += 1
        if one.kind == StatementKind.NOT_TAKING_PART and current and one.item_id == current.item.id:
            mine["out"] = one.id
    return found


PERSONALS = [
    Personal("who", follow.ROLL | follow.MEETING, who),
    Personal("why", follow.STEPS_ONLY | follow.FLOOR | follow.ROLL, why),
    Personal("queue", follow.FLOOR | follow.ITEM, queue),
    Personal("said", follow.DECISION | follow.ITEM, said),
]
