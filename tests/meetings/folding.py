"""A meeting twice: folded from the log alone, and read from the tables.  They must be equal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import Entry
from meetings.models import (
    Assent,
    Attendance,
    Attestation,
    DocumentOffer,
    Handling,
    HelpCall,
    Meeting,
    Notice,
    RemoteRequest,
    Request,
    Seat,
    Speech,
    Summons,
)
from meetings.queries import floor, state

FROM_THE_BEGINNING = "tavlan i Stadshusets entré"  # posted with the world, not by an act
Payload = dict[str, Any]


@dataclass
class Sitting:
    serving: int | None = None
    mode: str | None = None
    recused: int | None = None
    is_identified: bool = False
    is_answered: bool = False

    def leave(self) -> None:
        self.serving, self.mode, self.is_identified = None, None, False


@dataclass
class Stretch:
    seat: int | None
    person: int
    mode: str
    for_id: int | None
    why_left: str | None = None


@dataclass
class Handled:
    item: int
    paragraph: int
    step: str
    is_list_closed: bool = False
    document: int | None = None
    page: int = 1
    is_closed: bool = False
    leave: bool | None = None


@dataclass
class Asked:
    person: int
    kind: str
    reply_to: int | None
    rank: int
    is_moved: bool = False


@dataclass
class Told:
    """Everything that the room's facts and tables both know."""

    state: str = "planned"
    called_to: tuple[str, str, str | None] | None = None
    presiding: int | None = None
    is_roll_called: bool = False
    seats: dict[int, Sitting] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)
    handled: list[Handled] = field(default_factory=list)
    waiting: dict[int, Asked] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    speeches: dict[int, tuple[int, str, int | None, str, bool]] = field(default_factory=dict)
    calls: dict[int, tuple[int, bool, bool]] = field(default_factory=dict)
    offers: dict[int, tuple[int, int, str | None]] = field(default_factory=dict)
    remote: dict[int, tuple[bool, str | None]] = field(default_factory=dict)
    attested: set[tuple[int, int]] = field(default_factory=set)
    assents: dict[int, tuple[int, bool, list[int]]] = field(default_factory=dict)
    notices: dict[int, tuple[str, str, list[int], bool]] = field(default_factory=dict)
    summoned: list[tuple[int, str]] = field(default_factory=list)


KINDS = ("point_of_order", "reply", "speech")
STEPS = {"interpellation": "debate", "question": "debate"}


def fold(entries: Iterable[Entry]) -> Told:
    told = Told()
    for entry in entries:
        room = entry.kind.split(".")[0]
        for follow in (_meeting, _member, _item, _floor, _desk, _notice, _remote, _summons):
            if follow.__name__ == f"_{room}" or room in _ALSO.get(follow.__name__, ()):
                follow(told, entry.kind, entry.payload)
    told.order = _ordered(told.waiting)
    return told


_ALSO = {"_meeting": ("roll", "chair"), "_desk": ("help", "document"), "_item": ("document",)}


def _ordered(waiting: dict[int, Asked]) -> list[int]:
    return sorted(waiting, key=lambda one: (KINDS.index(waiting[one].kind), waiting[one].rank, one))


def _meeting(told: Told, kind: str, fact: Payload) -> None:
    match kind:
        case "meeting.convened" | "meeting.changed":
            told.state = "convened"
            told.called_to = (fact["date"], fact["starts"], fact["place"])
        case "meeting.opened":
            told.state, told.presiding = "open", fact["presiding_id"]
            told.seats = {one["seat"]: Sitting() for one in fact["roll"]}
        case "roll.called":
            told.is_roll_called = True
            for sitting in told.seats.values():
                sitting.is_answered = True
        case "chair.taken" if told.state != "convened":  # then the opening says who leads
            told.presiding = fact["person_id"]
        case "meeting.adjourned" | "meeting.resumed":
            told.state = {"meeting.adjourned": "adjourned", "meeting.resumed": "open"}[kind]
        case "meeting.closed":
            _close(told)


def _close(told: Told) -> None:
    told.state = "closed"
    for sitting in told.seats.values():
        sitting.leave()
    for stretch in told.stretches:
        stretch.why_left = stretch.why_left or "closed"


def _member(told: Told, kind: str, fact: Payload) -> None:
    person = fact["person_id"]
    sitting = told.seats.get(fact["seat"]) or Sitting()
    match kind:
        case "member.arrived":
            _sit(told, sitting, fact["seat"], person, fact["mode"], fact["for_id"])
            if fact["for_id"] is None and fact["seat"] is not None and sitting.recused:
                sitting.recused = None
        case "member.absent":
            sitting.is_answered = True
        case "member.left":
            _leave(told, sitting, person, fact["why"])
        case "member.moved":
            sitting.mode, sitting.is_identified = fact["mode"], False
            _latest(told, person).mode = fact["mode"]
        case "member.identified" | "member.line_back":
            sitting.is_identified = kind == "member.identified"
        case "member.recused":
            sitting.leave()
            sitting.recused = sitting.recused or person
            _end(told, person, "recused")
        case "member.recusal_ended":
            sitting.recused = None
            before = _latest(told, person)
            _sit(told, sitting, fact["seat"], person, before.mode, before.for_id)
        case "member.attested":
            told.attested.add((fact["item_id"], person))


def _sit(
    told: Told, sitting: Sitting, seat: int | None, person: int, mode: str, for_id: int | None
) -> None:
    sitting.serving, sitting.mode = person, mode
    sitting.is_identified, sitting.is_answered = False, True
    told.stretches.append(Stretch(seat, person, mode, for_id))


def _leave(told: Told, sitting: Sitting, person: int, why: str) -> None:
    if sitting.recused == person and sitting.serving != person:
        sitting.recused = None
        _latest(told, person).why_left = why
        return
    sitting.leave()
    _end(told, person, why)


def _latest(told: Told, person: int) -> Stretch:
    return next(one for one in reversed(told.stretches) if one.person == person)


def _end(told: Told, person: int, why: str) -> None:
    _latest(told, person).why_left = why
    told.waiting = {key: one for key, one in told.waiting.items() if one.person != person}


def _item(told: Told, kind: str, fact: Payload) -> None:
    match kind:
        case "item.opened":
            first = STEPS.get(fact["item_kind"], "presentation")
            told.handled.append(Handled(fact["item_id"], fact["paragraph"], first))
        case "item.assented":
            asked = (fact["item_id"], fact["agreed"], fact["present_ids"])
            told.assents[fact["assent_id"]] = asked
        case "item.leave":
            told.handled[-1].leave = fact["given"]
        case "item.step_taken":
            assert told.handled[-1].step == fact["before"]
            told.handled[-1].step = fact["step"]
        case "document.shown":
            told.handled[-1].document, told.handled[-1].page = fact["document_id"], fact["page"]
        case "item.closed":
            told.handled[-1].is_closed = True
            told.waiting.clear()


def _floor(told: Told, kind: str, fact: Payload) -> None:
    match kind:
        case "floor.requested":
            asked = (fact["person_id"], fact["request_kind"], fact["reply_to"], fact["request_id"])
            told.waiting[fact["request_id"]] = Asked(*asked)
        case "floor.withdrawn":
            del told.waiting[fact["request_id"]]
        case "floor.kind_changed":
            asked = told.waiting[fact["request_id"]]
            asked.kind, asked.reply_to = fact["request_kind"], fact["reply_to"]
        case "floor.moved":
            _move(told, fact["request_id"], fact["order"])
        case "floor.given":
            told.waiting.pop(fact["request_id"], None)
            speech = (fact["person_id"], fact["speech_kind"], fact["reply_to"], fact["mode"], False)
            told.speeches[fact["speech_id"]] = speech
        case "floor.ended":
            told.speeches[fact["speech_id"]] = (*told.speeches[fact["speech_id"]][:4], True)
        case "floor.list_closed":
            told.handled[-1].is_list_closed = True
        case "floor.list_reopened":
            told.handled[-1].is_list_closed = False


def _move(told: Told, moved: int, order: Sequence[int]) -> None:
    """The ranks of its kind are handed round in the new order."""
    kind = told.waiting[moved].kind
    peers = [one for one in order if told.waiting[one].kind == kind]
    ranks = sorted(told.waiting[one].rank for one in peers)
    for one, rank in zip(peers, ranks, strict=True):
        told.waiting[one].rank = rank
    told.waiting[moved].is_moved = True


def _desk(told: Told, kind: str, fact: Payload) -> None:
    match kind:
        case "help.asked":
            told.calls[fact["call_id"]] = (fact["person_id"], False, False)
        case "help.answered":
            told.calls[fact["call_id"]] = (fact["person_id"], True, False)
        case "help.ended":
            person, is_answered, _ = told.calls[fact["call_id"]]
            told.calls[fact["call_id"]] = (person, is_answered, True)
        case "document.offered":
            told.offers[fact["offer_id"]] = (fact["person_id"], fact["document_id"], None)
        case "document.answered":
            offered = told.offers[fact["offer_id"]]
            told.offers[fact["offer_id"]] = (*offered[:2], fact["answer"])


def _notice(told: Told, kind: str, fact: Payload) -> None:
    match kind:
        case "notice.posted":
            posted = (fact["notice_kind"], fact["posted_on"], fact["item_ids"], False)
            told.notices[fact["notice_id"]] = posted
            if fact["again_of"] in told.notices:
                told.notices[fact["again_of"]] = (*told.notices[fact["again_of"]][:3], True)
        case "notice.removed" if fact["notice_id"] in told.notices:
            told.notices[fact["notice_id"]] = (*told.notices[fact["notice_id"]][:3], True)


def _remote(told: Told, kind: str, fact: Payload) -> None:
    person = fact["person_id"]
    match kind:
        case "remote.requested":
            told.remote[person] = (fact["late"], None)
        case "remote.withdrawn":
            del told.remote[person]
        case "remote.answered":
            late = told.remote[person][0] if person in told.remote else True
            told.remote[person] = (late, fact["answer"])


def _summons(told: Told, kind: str, fact: Payload) -> None:
    match kind:
        case "summons.sent":
            told.summoned += [(one["person_id"], one["how"]) for one in fact["people"]]
        case "summons.struck":
            by_hand = [(fact["person_id"], how) for how in ("handed", "post", "other")]
            told.summoned = [one for one in told.summoned if one not in by_hand]


def tables(session: Session, meeting_id: int) -> Told:
    meeting = session.get_one(Meeting, meeting_id)
    now = state.state(meeting)
    return Told(
        state=now,
        called_to=(meeting.date, meeting.starts, meeting.place) if meeting.convened_at else None,
        presiding=meeting.presiding_id if meeting.opened_at else None,
        is_roll_called=meeting.roll_called_at is not None,
        seats=_seats(session, meeting_id) if meeting.opened_at else {},
        stretches=[
            Stretch(row.seat, row.person_id, row.mode, row.for_id, row.why_left)
            for row in _rows(session, Attendance, meeting_id)
        ],
        handled=[
            Handled(
                row.item_id,
                row.paragraph,
                row.step,
                row.list_closed_at is not None,
                row.document_id,
                row.page,
                row.closed_at is not None,
                row.leave,
            )
            for row in _rows(session, Handling, meeting_id)
        ],
        waiting={
            row.id: Asked(row.person_id, row.kind, row.reply_to, row.rank, bool(row.moved_by))
            for row in _rows(session, Request, meeting_id)
            if row.ended_at is None
        },
        order=[one.request_id for one in floor.waiting(session, meeting_id)],
        speeches={
            row.id: (row.person_id, row.kind, row.reply_to, row.mode, row.ended_at is not None)
            for row in _rows(session, Speech, meeting_id)
        },
        calls={
            row.id: (row.person_id, row.answered_at is not None, row.ended_at is not None)
            for row in _rows(session, HelpCall, meeting_id)
        },
        offers={
            row.id: (row.person_id, row.document_id, row.answer)
            for row in _rows(session, DocumentOffer, meeting_id)
        },
        remote={
            row.person_id: (row.late, row.answer)
            for row in session.scalars(select(RemoteRequest).filter_by(meeting_id=meeting_id))
        },
        attested={
            (row.item_id, row.person_id)
            for row in session.scalars(select(Attestation).filter_by(meeting_id=meeting_id))
        },
        assents={
            row.id: (row.item_id, row.agreed, row.present)
            for row in _rows(session, Assent, meeting_id)
        },
        summoned=[(row.person_id, row.how) for row in _rows(session, Summons, meeting_id)],
        notices={
            row.id: (
                row.kind,
                row.posted_on,
                [item["item_id"] for item in row.items],
                row.removed_at is not None,
            )
            for row in _rows(session, Notice, meeting_id)
            if row.elsewhere != FROM_THE_BEGINNING
        },
    )


def _rows(session: Session, model: Any, meeting_id: int) -> Sequence[Any]:
    return session.scalars(
        select(model).where(model.meeting_id == meeting_id).order_by(model.id)
    ).all()


def _seats(session: Session, meeting_id: int) -> dict[int, Sitting]:
    rows = session.scalars(select(Seat).where(Seat.meeting_id == meeting_id).order_by(Seat.seat))
    return {
        row.seat: Sitting(
            row.serving_id,
            row.mode,
            row.recused_id,
            row.identified_at is not None,
            row.answered_at is not None,
        )
        for row in rows
    }
