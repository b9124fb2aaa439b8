"""What a teller's page is told, each time it asks: whose turn it is, and what she needs for it."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.rules.procedure import ElectionMethod
from meetings.models import Meeting
from voting.ballot.rounds import Table, given
from voting.models import Election, KeyCeremony, TrusteeSeat
from voting.queries import tellers
from voting.queries.tellers import Place, Sitting
from voting.rules.tellers import Light

Told = dict[str, Any]


def told_to(session: Session, ceremony: KeyCeremony, seat: TrusteeSeat) -> Told:
    """As JSON.  `given`: what the device needs for the round that goes on, unless it has spoken.

    `name`: under which the device keeps it, never used twice.  `over`: the meeting is, and the key
    should go.
    """
    table, sitting = tellers.table(session, ceremony), tellers.sitting(session, ceremony)
    meeting = session.get_one(Meeting, ceremony.meeting_id)
    spoken = (table.round, seat.seat) in tellers.messages(session, ceremony.id)
    return {
        "ceremony": ceremony.id,
        "name": f"{ceremony.meeting_id}-{ceremony.id}-{ceremony.started_at}",
        "group": ceremony.group_name,
        "threshold": ceremony.threshold,
        "seats": len(sitting.places),
        "seat": seat.seat,
        "round": table.round,
        "given": _given(ceremony, table, seat, spoken=spoken),
        "words": table.words,
        "agreed": seat.agreed_at is not None,
        "ready": ceremony.is_usable,
        "stopped": ceremony.stopped_at is not None,
        "over": meeting.closed_at is not None,
        "deleted": seat.deleted_at is not None,
        "light": sitting.light,
        "tellers": [_told_of(place) for place in sitting.places],
        "figures": _figures(sitting),
        "elections": _elections(session, ceremony.meeting_id),
    }


def _given(
    ceremony: KeyCeremony, table: Table, seat: TrusteeSeat, *, spoken: bool
) -> list[str] | None:
    if table.round is None or spoken or ceremony.stopped_at is not None:
        return None
    return given(table, seat.seat)


def _told_of(place: Place) -> Told:
    return {
        "seat": place.who.seat,
        "name": place.who.name,
        "party": place.who.party,
        "rounds": place.rounds,
        "agreed": place.row.agreed_at is not None,
        "answers": place.answers,
    }


def _figures(sitting: Sitting) -> Told:
    return {
        "through": sitting.through,
        "agreed": sitting.agreed,
        "deleted": sitting.deleted,
        "is_enough": sitting.light is not Light.RED,
    }


def _elections(session: Session, meeting_id: int) -> list[int]:
    """Digital ones that go on; each tells of itself, and with whose key it is locked."""
    digital = (Election.meeting_id == meeting_id, Election.method == ElectionMethod.DIGITAL_SECRET)
    found = session.scalars(select(Election).where(*digital).order_by(Election.id))
    return [one.id for one in found if not (one.is_draft or one.is_over)]
