"""Kallelsen: to every member and every substitute, with time, place and items.

Kommunallagen 5 kap. 15 § (SUMM-1).  When and how is kept for each person.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.queries.items import standing
from core import clock, log, swedish
from core.actor import Actor
from core.errors import BadInput, NotFound, RuleBroken
from councils.actions import letters
from councils.models import Person
from meetings.actions import asking
from meetings.facts import Summoned, SummonsSent, SummonsStruck
from meetings.models import How, Meeting, Summons
from meetings.queries import state, summoning
from meetings.rules.lifecycle import MeetingState


def send_summons(session: Session, meeting_id: int, *, by: Actor) -> None:
    """By mail, or as a text message, to all who have not been summoned and can be reached."""
    meeting = _convened(session, meeting_id, by)
    missing = summoning.called(session, meeting).missing
    substitutes = {each.person.id for each in missing if each.is_substitute}
    reached = [
        (each.person, channel)
        for each in missing
        if (channel := letters.best_channel(each.person)) is not None
    ]
    if not reached:
        raise RuleBroken("Alla som har e-post eller telefon i registret är redan kallade.")
    contents = _contents(session, meeting)
    for person, channel in reached:
        own = contents | {"is_substitute": person.id in substitutes}
        letter = letters.write(session, person, channel, "summons", own)
        letter.meeting_id = meeting_id
        session.flush()
        _note(session, meeting, person, How(channel), _today(), letter.id, by)
    log.append(session, _sent([(one, How(channel)) for one, channel in reached], _today()), by=by)


def note_summons(
    session: Session, meeting_id: int, people: Sequence[int], how: How, day: str, *, by: Actor
) -> None:
    """Handed over or posted by the office on that day."""
    meeting = _convened(session, meeting_id, by)
    if date.fromisoformat(day) > date.fromisoformat(_today()):
        raise BadInput("Dagen kan inte ligga framåt i tiden.", "day")
    known = {each.person.id: each.person for each in summoning.recipients(session, meeting)}
    if not people or not set(people) <= set(known):
        raise BadInput("Välj vilka ledamöter och ersättare det gäller.", "person")
    chosen = [known[person] for person in dict.fromkeys(people)]
    for person in chosen:
        _note(session, meeting, person, how, day, None, by)
    log.append(session, _sent([(one, how) for one in chosen], day), by=by)


def strike_summons(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """What was noted by hand was a mistake.  A letter that has been sent stands."""
    _convened(session, meeting_id, by)
    by_hand = select(Summons).where(
        Summons.meeting_id == meeting_id,
        Summons.person_id == person_id,
        Summons.letter_id.is_(None),
    )
    noted = session.scalars(by_hand).all()
    if not noted:
        raise NotFound("Det finns ingen anteckning om kallelse att stryka.")
    for one in noted:
        session.delete(one)
    name = session.get_one(Person, person_id).name
    log.append(session, SummonsStruck(person_id, name), by=by)


def _convened(session: Session, meeting_id: int, by: Actor) -> Meeting:
    asking.clerk(session, meeting_id, by)
    meeting = state.meeting(session, meeting_id)
    if state.state(meeting) is not MeetingState.CONVENED:
        raise RuleBroken("Kallelsen skickas när sammanträdet är kallat och innan det öppnas.")
    return meeting


def _contents(session: Session, meeting: Meeting) -> dict[str, Any]:
    items = [(item.number, item.title) for item in standing(session, meeting.id)]
    return {"title": meeting.title, "place": meeting.place, "items": items}


def _note(
    session: Session,
    meeting: Meeting,
    person: Person,
    how: How,
    day: str,
    letter: int | None,
    by: Actor,
) -> None:
    one = Summons(meeting_id=meeting.id, person_id=person.id, how=how, day=day, letter_id=letter)
    one.at, one.by = clock.now(), by.person_id
    session.add(one)


def _sent(people: Sequence[tuple[Person, How]], day: str) -> SummonsSent:
    return SummonsSent(day, tuple(Summoned(one.id, one.name, how) for one, how in people))


def _today() -> str:
    return swedish.local_day(clock.now()).isoformat()
