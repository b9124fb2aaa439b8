"""When a meeting must be held, and whether one may open.

Kommunallagen 5 kap. 12 § (MEET-1): when the executive board or at least one third of the members
ask for it, or the chair finds it needed.  5 kap. 13–15, 52 §§ (URG-1, INC-6): without a notice in
time nothing can be decided, and only urgent items if it came late.
"""

from dataclasses import dataclass
from enum import StrEnum

from agenda.rules.deadlines import NoticeStatus
from agenda.rules.kinds import ItemKind
from agenda.rules.wording import needs_announcement, needs_preparation
from core.words import Sentence


class Lack(StrEnum):
    ANNOUNCEMENT = "announcement"
    PREPARATION = "preparation"


class MeetingGround(StrEnum):
    BOARD = "BOARD"
    MEMBERS = "MEMBERS"
    CHAIR = "CHAIR"


@dataclass(frozen=True)
class ExtraMeeting:
    needed: int
    grounds: tuple[MeetingGround, ...]

    @property
    def must_be_held(self) -> bool:
        return bool(self.grounds)


def extra_meeting(
    seats: int, *, requested_by: int = 0, board_requests: bool = False, chair_wants: bool = False
) -> ExtraMeeting:
    """Must a meeting be held?  One third of the seats, vacancies too: 61 → 21.  KL 5:12."""
    if not 0 <= requested_by <= seats or seats < 1:
        raise ValueError("De som begär mötet kan inte vara fler än platserna.")
    needed = -(-seats // 3)
    holds = {
        MeetingGround.BOARD: board_requests,
        MeetingGround.MEMBERS: requested_by >= needed,
        MeetingGround.CHAIR: chair_wants,
    }
    return ExtraMeeting(needed, tuple(ground for ground, yes in holds.items() if yes))


def why_not_open(status: NoticeStatus | None) -> Sentence | None:
    """What stands in the way of opening the meeting.  KL 5:13–14, INC-6."""
    if status is None:
        return Sentence("Sammanträdet är inte kungjort. Kungör det eller flytta det.")
    if status is NoticeStatus.TOO_LATE:
        return Sentence("Kungörelsen kom för sent. Sammanträdet måste flyttas.")
    return None


def lacks(kind: ItemKind, *, is_announced: bool, is_prepared: bool) -> tuple[Lack, ...]:
    """What all present must agree to overlook before the item is decided.  KL 5:26, 5:33, 5:52."""
    holds = {
        Lack.ANNOUNCEMENT: needs_announcement(kind) and not is_announced,
        Lack.PREPARATION: needs_preparation(kind) and not is_prepared,
    }
    return tuple(lack for lack, yes in holds.items() if yes)


def may_decide_unannounced(*, present: int, agree: int) -> bool:
    """An urgent item that was not announced, or not prepared: all present.  KL 5:33, 5:52, U12."""
    if not 0 <= agree <= present:
        raise ValueError("De som säger ja kan inte vara fler än de närvarande.")
    return present > 0 and agree == present
