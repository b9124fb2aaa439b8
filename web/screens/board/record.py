"""The office's page of the board: how each notice stands, and its hourly record (APPEAL-2)."""

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, render_template
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from core import swedish
from core.access import clerk, database
from meetings.models import BoardCheck, Notice
from meetings.models.board import MISSING, NO_ANSWER
from meetings.queries import board
from meetings.queries.board import Standing, posted
from meetings.queries.board.record import checks_of
from web.screens.council import kept_council, places

blueprint = Blueprint("board_record", __name__)
SHOWN = 30  # notices taken down, the latest first


@dataclass(frozen=True)
class Day:
    """All looks of one day in Sweden."""

    day: str
    looks: list[BoardCheck]


@dataclass(frozen=True)
class Kept:
    stands: Standing
    days: list[Day]
    is_renewed: bool

    @property
    def is_alarming(self) -> bool:
        return self.stands.is_broken and not self.is_renewed


@blueprint.get("/councils/<int:council_id>/board/record")
@clerk
def record(council_id: int) -> str:
    with database().reading() as session:
        council = kept_council(session, council_id)
        up = [_kept(session, each) for each in posted.standing(session, council_id)]
        down = [_kept(session, each) for each in posted.removed(session, council_id, SHOWN)]
    return render_template(
        "screens/board/record.html",
        council=council,
        up=up,
        down=down,
        why={NO_ANSWER: _("sidan svarade inte"), MISSING: _("fanns inte på sidan")},
        places=places(council_id, "board"),
    )


def _kept(session: Session, notice: Notice) -> Kept:
    stands = board.standing_of(session, notice)
    days = _days(checks_of(session, notice))
    return Kept(stands, days, board.is_posted_again(session, notice.id))


def _days(checks: list[BoardCheck]) -> list[Day]:
    """The latest first."""
    found = []
    for day, looks in groupby(checks, key=lambda each: swedish.local_day(each.at)):
        found.append(Day(day.isoformat(), list(looks)))
    return found[::-1]
