"""What is possible now and why something is not; and all that one person has in the meeting."""

from typing import Any

from sqlalchemy.orm import Session

from agenda.rules.kinds import ItemKind
from core.words import Sentence
from meetings.models import Meeting
from meetings.queries import items, own, roll
from meetings.queries.items import Current
from meetings.queries.state import day, meeting, procedure, state, today
from meetings.rules.lifecycle import MeetingState, Now, Step, possible, possible_now, why_not
from meetings.rules.steps import ItemStep

__all__ = ["day", "meeting", "personal", "possible_acts", "procedure", "state", "today"]

VOTING = Sentence("Votering pågår. Vänta tills den är avslutad.")
NO_ITEM = Sentence("Inget ärende är öppet.")
ITEM_OPEN = Sentence("Avsluta ärendet först.")
ROLL_GOES_ON = Sentence("Uppropet är inte klart.")
ROLL_DONE = Sentence("Uppropet är klart.")


def possible_acts(session: Session, meeting_id: int) -> dict[Step, str | None]:
    """Every act with None if it can be done now, else the reason in plain words.

    Whether *you* may do it is asked by the policy when you try.
    """
    row, now = meeting(session, meeting_id), items.current(session, meeting_id)
    moment = Now(
        state(row),
        item_open=now is not None,
        vote_open=now is not None and now.step is ItemStep.DIVISION,
    )
    reasons = {step: _reason(step, moment) for step in Step}
    if moment.state is MeetingState.OPEN:
        reasons |= {step: why for step, why in _by_the_roll(session, row, now).items() if why}
    return reasons


def personal(session: Session, meeting_id: int, person_id: int) -> dict[str, Any]:
    """The same as the wire tells this person, by the same names; None where there is nothing."""
    return {
        "seat": own.seats(session, meeting_id).get(person_id),
        "floor": own.floors(session, meeting_id).get(person_id),
        "place": own.places(session, meeting_id).get(person_id),
        "reply": own.replies(session, meeting_id).get(person_id),
        "help": own.calls(session, meeting_id).get(person_id),
        "offers": own.offers(session, meeting_id).get(person_id),
        "screen": own.screens(session, meeting_id).get(person_id),
    }


def _reason(step: Step, now: Now) -> str | None:
    if step not in possible(now.state):
        return why_not(now.state)
    if step in possible_now(now):
        return None
    if now.vote_open:
        return VOTING
    return ITEM_OPEN if now.item_open else NO_ITEM


def _by_the_roll(session: Session, row: Meeting, now: Current | None) -> dict[Step, str | None]:
    """What the roll call and the quorum stand in the way of (KL 5:45)."""
    if row.roll_called_at is None:
        return {Step.OPEN_ITEM: ROLL_GOES_ON if now is None else ITEM_OPEN}
    counted = roll.summary_for(session, row, now.kind if now else ItemKind.DECISION)
    too_few = None if counted.is_quorate else counted.shortage
    opening = ITEM_OPEN if now is not None else too_few
    return {Step.CALL_ROLL: ROLL_DONE, Step.OPEN_ITEM: opening, Step.OPEN_VOTE: too_few}
