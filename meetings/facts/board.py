from dataclasses import dataclass
from typing import ClassVar

from core.log import Fact


@dataclass(frozen=True)
class NoticePosted(Fact):
    """`posted_on`: the day it counts from.  `elsewhere`: where it was posted, if not here first."""

    kind: ClassVar[str] = "notice.posted"
    notice_id: int
    notice_kind: str
    title: str
    date: str
    posted_on: str
    elsewhere: str | None
    item_ids: tuple[int, ...]
    again_of: int | None


@dataclass(frozen=True)
class NoticeRemoved(Fact):
    """Taken down from the board."""

    kind: ClassVar[str] = "notice.removed"
    notice_id: int
    notice_kind: str
    title: str
