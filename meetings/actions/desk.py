"""Help during the meeting: asked for, answered, and a document held out to somebody.

The support desk never votes, never speaks, and reaches only those it helps.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed, NotFound, RuleBroken
from meetings import policy
from meetings.facts import (
    DocumentAnswered,
    DocumentOffered,
    HelpAnswered,
    HelpAsked,
    HelpEnded,
)
from meetings.models import DocumentOffer, HelpCall, Line
from meetings.queries import state
from meetings.queries.people import named

PULSE = "desk.document"
ANSWERS = ("opened", "refused")
LONGEST = 200


def ask_help(session: Session, meeting_id: int, reason: str, *, by: Actor) -> int:
    """For oneself, or for the one the support desk is helping.  Asked twice it is one call."""
    person_id = by.helping if by.helping is not None else by.person_id
    who = named(session, meeting_id, person_id)
    if not policy.may_ask_help(session, meeting_id, person_id, by):
        raise NotAllowed("Stödplatsen hjälper bara ledamöter i den egna gruppen.")
    _going_on(session, meeting_id)
    if not reason or len(reason) > LONGEST:
        raise BadInput("Skriv kort vad som behövs, högst {most} tecken.", "reason", most=LONGEST)
    waiting = _open_call(session, meeting_id, person_id)
    if waiting is not None and waiting.reason == reason:
        return waiting.id
    call = HelpCall(meeting_id=meeting_id, person_id=person_id, reason=reason, at=clock.now())
    session.add(call)
    session.flush()
    log.append(session, HelpAsked(call.id, who.id, who.name, reason), by=by)
    return call.id


def answer_help(session: Session, meeting_id: int, call_id: int, *, by: Actor) -> None:
    """Somebody at the desk takes the call."""
    call = _call(session, meeting_id, call_id)
    _assist(session, meeting_id, call.person_id, by)
    if call.answered_at or call.ended_at:
        raise MovedOn("Någon annan har redan tagit ärendet.")
    call.answered_at, call.answered_by = clock.now(), by.person_id
    name = named(session, meeting_id, call.person_id).name
    log.append(session, HelpAnswered(call.id, call.person_id, name), by=by)


def end_help(session: Session, meeting_id: int, call_id: int, *, by: Actor) -> None:
    """By the desk when it is done, or by the one who asked."""
    call = _call(session, meeting_id, call_id)
    if not policy.may_decide_for_oneself(call.person_id, by):
        _assist(session, meeting_id, call.person_id, by)
    if call.ended_at:
        raise MovedOn()
    call.ended_at = clock.now()
    name = named(session, meeting_id, call.person_id).name
    log.append(session, HelpEnded(call.id, call.person_id, name), by=by)


def offer_document(
    session: Session, meeting_id: int, person_id: int, document_id: int, *, by: Actor
) -> int:
    """Held out to one person, who may say no."""
    who = named(session, meeting_id, person_id)
    _assist(session, meeting_id, person_id, by)
    _going_on(session, meeting_id)
    document = _document(session, meeting_id, document_id)
    if (waiting := _open_offer(session, meeting_id, person_id, document_id)) is not None:
        return waiting.id
    offer = DocumentOffer(meeting_id=meeting_id, person_id=person_id, document_id=document_id)
    offer.at, offer.offered_by = clock.now(), by.person_id
    session.add(offer)
    session.flush()
    told = DocumentOffered(offer.id, who.id, who.name, document.id, document.title)
    log.append(session, told, by=by)
    return offer.id


def answer_offer(
    session: Session, meeting_id: int, offer_id: int, answer: str, *, by: Actor
) -> None:
    """`answer`: opened or refused.  Opened puts the document on the person's screen."""
    offer = session.get(DocumentOffer, offer_id)
    if offer is None or offer.meeting_id != meeting_id:
        raise NotFound("Erbjudandet finns inte.")
    if not policy.may_decide_for_oneself(offer.person_id, by):
        raise NotAllowed("Bara den som fick erbjudandet svarar.")
    if answer not in ANSWERS:
        raise BadInput("Svara opened eller refused.", "answer")
    if offer.answer is not None:
        raise MovedOn()
    offer.answer, offer.answered_at = answer, clock.now()
    if answer == "opened":
        _put_on_screen(session, meeting_id, offer.person_id, offer.document_id, follows=False)
    name = named(session, meeting_id, offer.person_id).name
    log.append(session, DocumentAnswered(offer.id, offer.person_id, name, answer), by=by)


def open_document(
    session: Session, meeting_id: int, document_id: int | None, follows: bool, *, by: Actor
) -> None:
    """What one has open, and whether the page follows the chair.  Worth showing, not telling."""
    if by.helping is not None:
        raise NotAllowed("Var och en bläddrar själv.")
    named(session, meeting_id, by.person_id)
    if document_id is not None:
        _document(session, meeting_id, document_id)
    if _put_on_screen(session, meeting_id, by.person_id, document_id, follows=follows):
        log.pulse(session, PULSE)


def _assist(session: Session, meeting_id: int, person_id: int, by: Actor) -> None:
    if not policy.may_assist(session, meeting_id, person_id, by):
        raise NotAllowed("Stödplatsen hjälper bara ledamöter i den egna gruppen.")


def _going_on(session: Session, meeting_id: int) -> None:
    meeting = state.meeting(session, meeting_id)
    if meeting.closed_at:
        raise RuleBroken("Sammanträdet är avslutat.")


def _call(session: Session, meeting_id: int, call_id: int) -> HelpCall:
    call = session.get(HelpCall, call_id)
    if call is None or call.meeting_id != meeting_id:
        raise NotFound("Det finns ingen sådan begäran om hjälp.")
    return call


def _open_call(session: Session, meeting_id: int, person_id: int) -> HelpCall | None:
    mine = select(HelpCall).where(
        HelpCall.meeting_id == meeting_id,
        HelpCall.person_id == person_id,
        HelpCall.ended_at.is_(None),
    )
    return session.scalar(mine.order_by(HelpCall.id.desc()).limit(1))


def _open_offer(
    session: Session, meeting_id: int, person_id: int, document_id: int
) -> DocumentOffer | None:
    return session.scalar(
        select(DocumentOffer).where(
            DocumentOffer.meeting_id == meeting_id,
            DocumentOffer.person_id == person_id,
            DocumentOffer.document_id == document_id,
            DocumentOffer.answer.is_(None),
        )
    )


def _document(session: Session, meeting_id: int, document_id: int) -> Document:
    document = session.scalar(
        select(Document)
        .join(Item, Item.id == Document.item_id)
        .where(
            Document.id == document_id,
            Document.removed_at.is_(None),
            Item.meeting_id == meeting_id,
            Item.removed_at.is_(None),
        )
    )
    if document is None:
        raise NotFound("Handlingen finns inte i det här sammanträdet.")
    return document


def _put_on_screen(
    session: Session, meeting_id: int, person_id: int, document_id: int | None, *, follows: bool
) -> bool:
    """Whether anything changed."""
    line = session.get(Line, (meeting_id, person_id))
    if line is None:
        line = Line(meeting_id=meeting_id, person_id=person_id, state="ok", since=clock.now())
        session.add(line)
    elif (line.document_id, line.follows) == (document_id, follows):
        return False
    line.document_id, line.follows = document_id, follows
    return True
