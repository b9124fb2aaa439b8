"""What a teller's device sends in each round of the ceremony.  PROTOCOL 8.

Each text has been checked by `voting.ballot.rounds.check_message` before it comes here; what is
asked here is whose turn it is.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from voting.actions.tellers.ceremonies import CEREMONY, going_on, make_ready, own_seat
from voting.models import TellerMessage
from voting.queries import tellers


def say(
    session: Session, meeting_id: int, ceremony_id: int, number: int, text: str, *, by: Actor
) -> None:
    """The same again is no matter; another text in its place is refused."""
    ceremony = going_on(session, meeting_id, ceremony_id)
    seat = own_seat(session, ceremony, by).seat
    said = tellers.messages(session, ceremony_id)
    if (before := said.get((number, seat))) is not None:
        if before != text:
            raise RuleBroken("Enheten har redan svarat något annat i den här omgången.")
        return
    if tellers.table(session, ceremony).round != number:
        raise MovedOn("Rösträknarna är inte i den omgången.")
    if any(other == text for (of, _seat), other in said.items() if of == number):
        raise RuleBroken("En annan rösträknare har skickat exakt samma sak.")
    message = TellerMessage(ceremony_id=ceremony_id, round=number, seat=seat, text=text)
    session.add(message)
    session.flush()
    log.pulse(session, CEREMONY)


def conclude(session: Session, meeting_id: int, ceremony_id: int, keys: str, *, by: None) -> None:
    """`keys`: the tellers' part of the trustees, as `rounds.conclude` found it."""
    ceremony = going_on(session, meeting_id, ceremony_id)
    if tellers.table(session, ceremony).round is None and ceremony.tellers is None:
        ceremony.tellers = keys
        make_ready(session, ceremony)
        log.pulse(session, CEREMONY)
