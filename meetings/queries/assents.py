"""What an item lacks to be decided, and whether all who are here have agreed to overlook it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import is_announced
from agenda.queries.meetings import meeting_now
from agenda.queries.notices import announced
from agenda.rules.kinds import ItemKind
from core.words import Sentence
from meetings.models import Assent, Meeting, Seat
from meetings.rules.convening import Lack, lacks

NOT_ANNOUNCED = Sentence("Ärendet har inte kungjorts.")
NOT_PREPARED = Sentence("Ärendet har inte beretts.")
NEITHER = Sentence("Ärendet har varken kungjorts eller beretts.")


@dataclass(frozen=True)
class Need:
    """`lacks` nothing: no need to ask.  `answer`: the latest one, if it was asked for all of it."""

    lacks: tuple[Lack, ...]
    answer: Assent | None

    @property
    def is_met(self) -> bool:
        return not self.lacks or (self.answer is not None and self.answer.agreed)

    @property
    def is_refused(self) -> bool:
        return bool(self.lacks) and self.answer is not None and not self.answer.agreed

    @property
    def told(self) -> Sentence:
        """What the chair says of it."""
        if len(self.lacks) > 1:
            return NEITHER
        return NOT_PREPARED if Lack.PREPARATION in self.lacks else NOT_ANNOUNCED


NOTHING = Need((), None)


def need(session: Session, meeting: Meeting, item: Item) -> Need:
    """KL 5:33, 5:52.  In a rehearsal nothing is announced, and nothing is asked for."""
    if meeting.rehearsal:
        return NOTHING
    now = meeting_now(session, meeting.id)
    found = lacks(
        ItemKind(item.kind),
        is_announced=is_announced(announced(session, now), now, item),
        is_prepared=bool(item.prepared_by),
    )
    return Need(found, _latest(session, item.id, found)) if found else NOTHING


def not_asked(session: Session, meeting_id: int, need: Need) -> list[int]:
    """Those who are present now and were not when all agreed."""
    asked = set(need.answer.present) if need.answer else set()
    return [person for person in present(session, meeting_id) if person not in asked]


def present(session: Session, meeting_id: int) -> list[int]:
    """Everybody who serves, in the order of the seats."""
    serving = select(Seat.serving_id).where(
        Seat.meeting_id == meeting_id, Seat.serving_id.is_not(None)
    )
    return [person for person in session.scalars(serving.order_by(Seat.seat)) if person is not None]


def _latest(session: Session, item_id: int, found: tuple[Lack, ...]) -> Assent | None:
    answers = select(Assent).where(Assent.item_id == item_id).order_by(Assent.id.desc())
    latest = session.scalar(answers.limit(1))
    return latest if latest is not None and set(found) <= set(latest.lacks) else None
