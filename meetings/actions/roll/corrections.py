"""The record of a seat was wrong and is put right, from now on.

No rule of substitution is asked: the record follows what happened in the room.  Whoever is taken
out has not stopped serving in the sense of KL 5:20.  Who may be at a distance is asked (KL 5:16).
Why it was wrong is said, and stands in the log and the minutes.
"""

from sqlalchemy.orm import Session

from core.actor import Actor
from core.errors import BadInput, NeedsConfirmation, RuleBroken
from core.words import Sentence
from meetings.actions import asking, distance, seating
from meetings.models import Mode, Seat
from meetings.queries import items
from meetings.queries.people import named
from meetings.queries.roll import sits_elsewhere
from meetings.rules.lifecycle import Step

WARNING = Sentence(
    "Du rättar närvaron utan att inkallelseordningen och 5 kap. 20 § prövas. "
    "Ändringen syns i protokollet."
)

LONGEST = 300  # characters in a reason


def correct_seat(
    session: Session,
    meeting_id: int,
    seat: int,
    person_id: int | None,
    mode: str = Mode.HALL,
    reason: str = "",
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """`person_id` sits in the seat, or nobody (None).  The council office only."""
    asking.clerk(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.CALL_SUBSTITUTE)
    asking.no_vote_going_on(items.current(session, meeting_id))
    row = asking.seat_of(session, meeting_id, seat)
    why = _why(reason)
    if person_id is not None:
        seating.check_mode(session, meeting, person_id, Mode(mode))
        distance.check_granted(session, meeting, person_id, Mode(mode))
    if not confirmed:
        raise NeedsConfirmation(WARNING)
    if row.serving_id != person_id:
        _change(session, row, person_id, Mode(mode), why, by=by)
    elif person_id is not None and row.mode != mode:
        seating.change_mode(session, row, Mode(mode), why, by=by)


def _why(reason: str) -> str:
    words = reason.strip()
    if not words:
        raise BadInput("Skriv varför närvaron rättas.", "reason")
    if len(words) > LONGEST:
        raise BadInput(
            "Skälet är för långt. Högst {most} tecken får plats.", "reason", most=LONGEST
        )
    return words


def _change(
    session: Session, row: Seat, person_id: int | None, mode: Mode, why: str, *, by: Actor
) -> None:
    elsewhere = sits_elsewhere(session, row.meeting_id, person_id, row.seat) if person_id else None
    if elsewhere is not None:
        raise RuleBroken("Personen tjänstgör redan på plats {elsewhere}.", elsewhere=elsewhere)
    if row.serving_id is not None:
        seating.stand(session, row, "corrected", why, by=by)
    if person_id is not None:
        seating.sit(session, row, named(session, row.meeting_id, person_id), mode, why, by=by)
