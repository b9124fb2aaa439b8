"""Reservations, notes for the minutes, and not taking part.  KL 4:25, 4:27 (VOTE-8, VOTE-9, RES-1).

Declared before the meeting closes; not taking part before the question is put.
"""

from sqlalchemy.orm import Session

from agenda.queries.items import item_in
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NotAllowed, RuleBroken
from meetings.queries import state
from meetings.queries.items import current
from meetings.queries.people import named
from meetings.queries.roll import who_may_vote
from meetings.rules.lifecycle import MeetingState, Step, possible, why_not
from meetings.rules.steps import ItemStep
from voting.actions import ground
from voting.facts import StatementMade, StatementWithdrawn
from voting.models import Statement, StatementKind
from voting.policy import may_speak_for
from voting.queries.acclamations import open_on
from voting.queries.statements import has_served, own, statement_in, took_part
from voting.queries.votes import running
from voting.rules.statements import may_declare_out, may_reserve

LONGEST = 10_000  # characters in one statement


def make_statement(
    session: Session,
    meeting_id: int,
    item_id: int,
    kind: StatementKind,
    text: str | None,
    person_id: int | None = None,
    *,
    by: Actor,
) -> int | None:
    """For oneself; said aloud in the hall it is written down by the chair or the clerk."""
    who = person_id or by.person_id
    if not may_speak_for(session, meeting_id, by, who):
        raise NotAllowed("Det anmäler ledamoten själv.")
    item_in(session, meeting_id, item_id)
    person = named(session, meeting_id, who)
    words = _words(kind, text)
    _MAY_MAKE[kind](session, meeting_id, item_id, who)
    before = own(session, item_id, who, kind)
    if any(one.text == words for one in before):
        return None
    if before and kind is not StatementKind.NOTE_FOR_MINUTES:
        raise RuleBroken("Det är redan anmält. Dra tillbaka det först om texten ska ändras.")
    statement = Statement(meeting_id=meeting_id, item_id=item_id, person_id=who, kind=kind.value)
    statement.text, statement.at = words, clock.now()
    session.add(statement)
    session.flush()
    about = (statement.id, item_id, kind.value, who, person.name, person.party, words)
    log.append(session, StatementMade(*about), by=by)
    return statement.id


def withdraw_statement(session: Session, meeting_id: int, statement_id: int, *, by: Actor) -> None:
    statement = statement_in(session, meeting_id, statement_id)
    if not may_speak_for(session, meeting_id, by, statement.person_id):
        raise NotAllowed("Det drar ledamoten själv tillbaka.")
    _before_the_end(session, meeting_id)
    if statement.withdrawn_at is not None:
        return
    if statement.kind == StatementKind.NOT_TAKING_PART:
        _not_decided(session, meeting_id, statement.item_id)
    statement.withdrawn_at = clock.now()
    name = named(session, meeting_id, statement.person_id).name
    about = (statement.id, statement.item_id, statement.person_id, name)
    log.append(session, StatementWithdrawn(*about), by=by)


def _words(kind: StatementKind, text: str | None) -> str | None:
    words = (text or "").strip() or None
    if words is None and kind is StatementKind.NOTE_FOR_MINUTES:
        raise BadInput("Skriv vad som ska antecknas i protokollet.", "text")
    if words and len(words) > LONGEST:
        raise BadInput("Texten är för lång. Högst 10 000 tecken får plats.", "text")
    return words


def _reserve(session: Session, meeting_id: int, item_id: int, who: int) -> None:
    standing = took_part(session, item_id, who)
    if standing is None:
        _before_the_end(session, meeting_id)
        raise RuleBroken("Ärendet är inte avgjort än. Anmäl reservationen efter beslutet.")
    now = state.state(state.meeting(session, meeting_id))
    if refusal := may_reserve(standing, meeting_closed=now is MeetingState.CLOSED):
        raise RuleBroken(refusal.text)
    _before_the_end(session, meeting_id)


def _note(session: Session, meeting_id: int, _item_id: int, who: int) -> None:
    _before_the_end(session, meeting_id)
    if not has_served(session, meeting_id, who):
        raise NotAllowed("Bara den som har tjänstgjort i dag gör en protokollsanteckning.")


def _declare_out(session: Session, meeting_id: int, item_id: int, who: int) -> None:
    handled = ground.handled(session, meeting_id, item_id)
    if who_may_vote(session, meeting_id, who) is None:
        raise NotAllowed("Bara den som tjänstgör i ärendet kan avstå från att delta.")
    going = running(session, meeting_id) or open_on(session, item_id)
    put = going is not None or handled.step is ItemStep.DECISION
    if refusal := may_declare_out(question_put=put):
        raise RuleBroken(refusal.text)


def _not_decided(session: Session, meeting_id: int, item_id: int) -> None:
    """Whoever stayed out of the decision cannot be in it afterwards."""
    now = current(session, meeting_id)
    if now is None or now.item.id != item_id or now.step is ItemStep.DECISION:
        raise RuleBroken("Ärendet är avgjort. Du deltog inte i beslutet.")


def _before_the_end(session: Session, meeting_id: int) -> None:
    now = state.state(state.meeting(session, meeting_id))
    if Step.RESERVE not in possible(now):
        raise RuleBroken(why_not(now))


_MAY_MAKE = {
    StatementKind.RESERVATION: _reserve,
    StatementKind.NOTE_FOR_MINUTES: _note,
    StatementKind.NOT_TAKING_PART: _declare_out,
}
