"""A key is begun, agreed on, given up, and forgotten.  PROTOCOL 8."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken
from core.words import Sentence
from councils.rules.procedure import ElectionMethod
from meetings.models import Meeting
from meetings.policy import may_lead
from meetings.queries import state
from voting.actions import ground
from voting.ballot.group import BELENIOS_2048
from voting.models import KeyCeremony, TellerMessage, TrusteeSeat
from voting.queries import tellers
from voting.rules.elections.methods import Asked, refusal
from voting.rules.tellers import THRESHOLDS, Stopped, why_no_key

CEREMONY = "ceremony"  # a pulse


def start_ceremony(
    session: Session, meeting_id: int, group: str = BELENIOS_2048.name, *, by: Actor
) -> int:
    """The tellers make a new key; one made before is not used for what is prepared from now on."""
    ground.leading(session, meeting_id, by, Sentence("låter rösträknarna skapa nyckeln"))
    meeting = ground.going_on(session, meeting_id)
    _check_adopted(meeting)
    chosen = tellers.chosen(session, meeting_id)
    if why := why_no_key([one.party for one in chosen]):
        raise RuleBroken(why)
    before = tellers.latest(session, meeting_id, group)
    if before is not None and before.stopped_at is None and before.ready_at is None:
        _stop(session, before, by.person_id, Stopped.MADE_ANEW)
    ceremony = KeyCeremony(meeting_id=meeting_id, group_name=group)
    ceremony.threshold, ceremony.started_by = THRESHOLDS[len(chosen)], by.person_id
    ceremony.started_at = clock.now()
    session.add(ceremony)
    session.flush()
    for one in chosen:
        session.add(TrusteeSeat(ceremony_id=ceremony.id, seat=one.seat, person_id=one.person_id))
    log.pulse(session, CEREMONY)
    return ceremony.id


def agree(session: Session, meeting_id: int, ceremony_id: int, *, by: Actor) -> None:
    """The words that she heard are those on her screen."""
    ceremony = going_on(session, meeting_id, ceremony_id)
    seat = own_seat(session, ceremony, by)
    if tellers.table(session, ceremony).words is None:
        raise MovedOn("Orden har inte kommit än.")
    seat.agreed_at = seat.agreed_at or clock.now()
    session.flush()
    make_ready(session, ceremony)
    log.pulse(session, CEREMONY)


def make_ready(session: Session, ceremony: KeyCeremony) -> None:
    """When all rounds are over and everybody has heard the same words."""
    agreed = [seat.agreed_at for seat in tellers.seats(session, ceremony.id)]
    if ceremony.tellers is not None and all(agreed):
        ceremony.ready_at = ceremony.ready_at or clock.now()


def stop(
    session: Session,
    meeting_id: int,
    ceremony_id: int,
    why: Stopped = Stopped.MADE_ANEW,
    *,
    by: Actor,
) -> None:
    """By a teller whose words differ, or by the chair or the clerk, before it is ready."""
    ceremony = going_on(session, meeting_id, ceremony_id)
    is_hers = tellers.seat_of(session, ceremony_id, by.person_id) is not None
    if by.helping is not None or not (is_hers or may_lead(session, meeting_id, by)):
        raise NotAllowed("Bara rösträknarna och den som leder sammanträdet avbryter.")
    _stop(session, ceremony, by.person_id, why)


def give_up(session: Session, meeting_id: int, ceremony_id: int, *, by: None) -> None:
    """What the tellers sent does not make a key."""
    ceremony = going_on(session, meeting_id, ceremony_id)
    _stop(session, ceremony, None, Stopped.KEYS_DO_NOT_FIT)


def forget(session: Session, meeting_id: int, ceremony_id: int, *, by: Actor) -> None:
    """Her device has forgotten seed and share.  With the last of them the messages go as well."""
    ceremony = tellers.ceremony_in(session, meeting_id, ceremony_id)
    seat = own_seat(session, ceremony, by)
    seat.deleted_at = seat.deleted_at or clock.now()
    session.flush()
    if all(one.deleted_at for one in tellers.seats(session, ceremony_id)):
        _clear(session, [ceremony_id])
    log.pulse(session, CEREMONY)


def clear_messages(session: Session, meeting_id: int, *, by: None) -> None:
    """The meeting is over: what tellers sent each other is of no more use (PROTOCOL 13)."""
    of_meeting = select(KeyCeremony.id).where(KeyCeremony.meeting_id == meeting_id)
    _clear(session, session.scalars(of_meeting).all())


def fall_silent(
    session: Session, meeting_id: int, ceremony_id: int, seat: int, *, by: None
) -> None:
    _hear(session, meeting_id, ceremony_id, seat, clock.now())


def answer_again(
    session: Session, meeting_id: int, ceremony_id: int, seat: int, *, by: None
) -> None:
    _hear(session, meeting_id, ceremony_id, seat, None)


def going_on(session: Session, meeting_id: int, ceremony_id: int) -> KeyCeremony:
    ceremony = tellers.ceremony_in(session, meeting_id, ceremony_id)
    if ceremony.stopped_at is not None:
        raise MovedOn("Nyckeln görs om. Vänta på den nya.")
    if ceremony.ready_at is not None:
        raise MovedOn("Nyckeln är redan klar.")
    return ceremony


def own_seat(session: Session, ceremony: KeyCeremony, by: Actor) -> TrusteeSeat:
    seat = tellers.seat_of(session, ceremony.id, by.person_id)
    if seat is None or by.helping is not None:
        raise NotAllowed("Bara den som är rösträknare kan göra det här.")
    return seat


def _check_adopted(meeting: Meeting) -> None:
    """SB-11: without the council's decision nothing is prepared."""
    procedure, day = state.procedure(meeting), state.day(meeting)
    if why := refusal(ElectionMethod.DIGITAL_SECRET, Asked(), procedure, day):
        raise RuleBroken(why.text)


def _stop(session: Session, ceremony: KeyCeremony, by: int | None, why: Stopped) -> None:
    ceremony.stopped_at, ceremony.stopped_by, ceremony.stopped_why = clock.now(), by, why
    _clear(session, [ceremony.id])
    log.pulse(session, CEREMONY)


def _hear(
    session: Session, meeting_id: int, ceremony_id: int, seat: int, since: str | None
) -> None:
    tellers.ceremony_in(session, meeting_id, ceremony_id)
    row = session.get_one(TrusteeSeat, (ceremony_id, seat))
    if row.deleted_at is None and (row.silent_since is None) != (since is None):
        row.silent_since = since
        log.pulse(session, CEREMONY)


def _clear(session: Session, ceremonies: Iterable[int]) -> None:
    session.execute(delete(TellerMessage).where(TellerMessage.ceremony_id.in_(list(ceremonies))))
