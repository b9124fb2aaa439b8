"""Under which rules a meeting is or was held: the version it keeps, and 5 kap. 16 §."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from councils.queries.procedures import kept_version
from meetings.models import Meeting
from meetings.queries import state
from meetings.rules.remote import Regime, regime


@dataclass(frozen=True)
class HeldUnder:
    """`valid_from`: None where the council has entered no rules that fit what the meeting keeps."""

    valid_from: str | None
    reference: str | None
    is_new_regime: bool


def held_under(session: Session, meeting: Meeting) -> HeldUnder:
    row = kept_version(session, meeting.council_id, meeting.procedure, meeting.date)
    new = regime(state.day(meeting), state.procedure(meeting)) is Regime.NEW
    return HeldUnder(row.valid_from if row else None, row.reference if row else None, new)
