"""The tellers' key for those who look on: the chair's card, the wall's words, and a way in."""

from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel, Personal
from meetings.models import Meeting
from meetings.queries import items
from voting.facts import TellersChosen
from voting.queries import tellers
from voting.queries.tellers import Sitting
from web.screens import follow

FOLLOWS = frozenset({"ceremony", TellersChosen.kind}) | follow.MEETING
Shown = dict[str, Any]


def _card(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    """Shown when somebody has been chosen, and where a ballot may need them."""
    current, chosen = items.current(session, meeting_id), tellers.chosen(session, meeting_id)
    is_secret = current is not None and current.kind.is_secret
    return {
        "chosen": chosen,
        "sitting": _sitting(session, meeting_id),
        "is_shown": bool(chosen) or is_secret,
    }


def _wall(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    """While the tellers compare, and no longer."""
    sitting = _sitting(session, meeting_id)
    going_on = sitting is not None and not sitting.ceremony.ready_at and not sitting.stopped
    return {"sitting": sitting if going_on else None}


def _way_in(session: Session, meeting_id: int) -> dict[int, Shown]:
    """For each teller: is anything waiting for her on her own page?"""
    sitting = _sitting(session, meeting_id)
    if session.get_one(Meeting, meeting_id).opened_at is None:
        return {}
    found: dict[int, Shown] = {
        one.person_id: {"waits": False} for one in tellers.chosen(session, meeting_id)
    }
    if sitting is not None and not sitting.stopped:
        for place in sitting.places:
            waits = not place.row.agreed_at and not sitting.ceremony.ready_at
            found[place.who.person_id] = {"waits": waits}
    return found


def _sitting(session: Session, meeting_id: int) -> Sitting | None:
    ceremony = tellers.latest(session, meeting_id)
    return tellers.sitting(session, ceremony) if ceremony else None


PANELS = [
    Panel(
        "tellers",
        "screens/tellers/_chair.html",
        FOLLOWS | follow.ITEM,
        _card,
        frozenset({Audience.CHAIR}),
    ),
    Panel("tellers", "screens/tellers/_wall.html", FOLLOWS, _wall, frozenset({Audience.HALL})),
]
PERSONALS = [Personal("teller", FOLLOWS, _way_in)]
