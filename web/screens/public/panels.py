"""The pieces of the public's page.  Together they are the snapshot: small, and the same for all."""

from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from voting.queries.words import explanation, heading, requirement, says_all
from web.screens import follow
from web.screens.public import chapters, seating
from web.screens.public.faces import WITH_FIGURES, Face, face, shown_result
from web.screens.public.scene import Scene, scene_of
from web.screens.public.words import happening, step_word
from web.words import hour

PUBLIC = frozenset({Audience.PUBLIC})
QUEUE = 3
WITHOUT_SEATS = (Face.UNANNOUNCED, Face.BEFORE, Face.CLOSED)
Shown = dict[str, Any]


def _state(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    return {"face": face(scene_of(session, meeting_id))}


def _now(session: Session, meeting_id: int, onlooker: Onlooker) -> Shown:
    now = scene_of(session, meeting_id)
    shown = face(now)
    return {
        "now": now,
        "face": shown,
        "step": step_word(now),
        "happening": happening(now),
        "hour": hour,
        "waiting": now.waiting[:QUEUE] if shown is Face.FLOOR else [],
        **_figures(now, shown, onlooker.language),
    }


def _figures(now: Scene, shown: Face, language: str) -> Shown:
    if shown is Face.VOTE and now.vote:
        return {"required": requirement(now.vote, now.summary.present, language)}
    result = shown_result(now, shown)
    if result is None:
        return {"result": None}
    return {
        "result": result,
        "heading": heading(result, language),
        "explanation": explanation(result, language),
        "says_all": says_all(result),
    }


def _seats(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    now = scene_of(session, meeting_id)
    shown = face(now)
    if shown in WITHOUT_SEATS:
        return {"now": now, "picture": None}
    result = shown_result(now, shown) if shown in WITH_FIGURES else None
    picture = seating.by_vote(result) if result else seating.by_presence(now)
    return {"now": now, "picture": picture}


def _items(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    now = scene_of(session, meeting_id)
    return {"now": now, "chapters": chapters.chapters(now)}


PANELS = [
    Panel("state", "screens/public/_state.html", follow.STEPS, _state, PUBLIC),
    Panel(
        "now",
        "screens/public/_now.html",
        follow.STEPS | follow.FLOOR | follow.PROPOSALS | follow.BALLOTS | follow.AGENDA,
        _now,
        PUBLIC,
    ),
    Panel("seating", "screens/public/_seating.html", follow.STEPS | follow.ROLL, _seats, PUBLIC),
    Panel("items", "screens/public/_items.html", follow.STEPS | follow.AGENDA, _items, PUBLIC),
]
