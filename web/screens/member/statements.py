"""What one member has said for the minutes, and about which decisions something may be said."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item
from meetings.models import Handling
from meetings.queries import state
from meetings.rules.lifecycle import Step, possible
from voting.models import Decision, Statement, StatementKind
from voting.queries.decisions import standing_on
from voting.queries.statements import has_served, standing_statements, took_part


@dataclass(frozen=True)
class Handled:
    """One item that has been opened.  `may_reserve`: took part, and has not reserved already."""

    item: Item
    decisions: tuple[Decision, ...]
    mine: tuple[Statement, ...]
    may_reserve: bool


@dataclass(frozen=True)
class Told:
    """`is_open`: the meeting goes on, so that something may still be said or taken back."""

    is_open: bool
    may_note: bool
    items: tuple[Handled, ...]


def statements_of(session: Session, meeting_id: int, person_id: int) -> Told:
    now = state.state(state.meeting(session, meeting_id))
    mine = [one for one in standing_statements(session, meeting_id) if one.person_id == person_id]
    is_open = Step.RESERVE in possible(now)
    return Told(
        is_open=is_open,
        may_note=is_open and has_served(session, meeting_id, person_id),
        items=tuple(
            _handled(session, item, mine, person_id, is_open=is_open)
            for item in _opened(session, meeting_id)
        ),
    )


def _opened(session: Session, meeting_id: int) -> list[Item]:
    """The latest first: that is what most want to say something about."""
    opened = select(Handling.item_id).where(Handling.meeting_id == meeting_id)
    found = select(Item).where(Item.id.in_(opened)).order_by(Item.position.desc())
    return list(session.scalars(found))


def _handled(
    session: Session, item: Item, said: list[Statement], person_id: int, *, is_open: bool
) -> Handled:
    mine = tuple(one for one in said if one.item_id == item.id)
    standing = took_part(session, item.id, person_id)
    has_reserved = any(one.kind == StatementKind.RESERVATION for one in mine)
    may_reserve = is_open and standing is not None and standing.took_part and not has_reserved
    return Handled(item, tuple(standing_on(session, item.id)), mine, may_reserve)
