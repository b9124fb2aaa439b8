"""Ledamöternas ärenden: what members and the public have raised, its age, and what became of it."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core import clock, swedish
from core.access import database, public
from councils.models import Council
from voting.queries.matters import RAISED, Fate, Matter, matters
from web.screens.public import answers

blueprint = Blueprint("matters", __name__)
KEPT = 60  # seconds
SHOWN = 60  # finished ones, the latest first
MONTH = 30.4  # days


@dataclass(frozen=True)
class Standing:
    """One matter today.  `months` since it was first on an agenda; `is_late`: the year has gone."""

    matter: Matter
    months: int
    is_late: bool


@dataclass(frozen=True)
class Shelf:
    """`waiting` on no agenda, `ahead` on one to come, `done` the latest first."""

    waiting: list[Standing]
    ahead: list[Standing]
    done: list[Standing]
    put_off: int


@blueprint.get("/councils/<int:council_id>/matters")
@public
def overview(council_id: int) -> Response:
    with database().reading() as session:
        council = session.get(Council, council_id)
        if council is None:
            abort(404)
        shelf = _shelf(session, council_id)
    told = {"council": council, "shelf": shelf, "fates": fate_words()}
    return answers.page("screens/matters.html", KEPT, **told)


def fate_words() -> dict[Fate, str]:
    return {
        Fate.COMING: _("Kommer upp"),
        Fate.OPEN: _("Behandlas nu"),
        Fate.NOT_REACHED: _("Hann inte behandlas"),
        Fate.TABLED: _("Bordlades"),
        Fate.REFERRED_BACK: _("Återremitterades"),
        Fate.ANSWERED: _("Besvarades"),
        Fate.DECIDED: _("Avgjordes"),
    }


def _shelf(session: Session, council_id: int) -> Shelf:
    today = swedish.local_day(clock.now())
    found = [_standing(matter, today) for matter in matters(session, council_id, RAISED)]
    done = [each for each in found if each.matter.is_done]
    done.sort(key=lambda each: each.matter.last.day, reverse=True)
    waiting = [each for each in found if each.matter.is_waiting]
    return Shelf(
        waiting=waiting,
        ahead=[each for each in found if not (each.matter.is_done or each.matter.is_waiting)],
        done=done[:SHOWN],
        put_off=sum(each.matter.times_put_off > 0 for each in found),
    )


def _standing(matter: Matter, today: date) -> Standing:
    until = matter.last.day if matter.is_done else today
    months = max(0, round((until - matter.raised).days / MONTH))
    due = matter.decide_by
    return Standing(matter, months, due is not None and until > due)
