"""The pieces of the wall: where we are, what happens, a picture of the council, who is here."""

from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from voting.queries.words import explanation, heading, requirement, says_all
from web.screens import follow
from web.screens.hall.fitting import fitted
from web.screens.public import seating
from web.screens.public.faces import WITH_FIGURES, Face, face, shown_result
from web.screens.public.scene import Scene, scene_of
from web.screens.public.words import happening, step_word
from web.words import hour

HALL = frozenset({Audience.HALL})
QUEUE = 4  # names that can be read from the back row
NAMED = 120  # characters in the names of those who are missing; more are a number
COMING = 8
Shown = dict[str, Any]


def _where(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    now = scene_of(session, meeting_id)
    return {"now": now, "face": face(now), "step": step_word(now), "fitted": fitted}


def _words(session: Session, meeting_id: int, onlooker: Onlooker) -> Shown:
    now = scene_of(session, meeting_id)
    shown = face(now)
    waiting = now.waiting[:QUEUE] if shown is Face.FLOOR else []
    return {
        "now": now,
        "face": shown,
        "happening": happening(now),
        "hour": hour,
        "fitted": fitted,
        "waiting": waiting,
        "more": len(now.waiting) - len(waiting) if shown is Face.FLOOR else 0,
        **_figures(now, shown, onlooker.language),
    }


def _figures(now: Scene, shown: Face, language: str) -> Shown:
    if shown is Face.VOTE and now.vote:
        return {"required": requirement(now.vote, now.summary.present, language)}
    result = shown_result(now, shown)
    if result is None:
        return {"result": None}
    missing = [row for row in result.missing if row.name]
    return {
        "result": result,
        "heading": heading(result, language),
        "explanation": explanation(result, language),
        "says_all": says_all(result),
        "missing": missing,
        "are_named": sum(len(row.name or "") for row in missing) <= NAMED,
    }


def _picture(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    """During a vote the number of those who have voted, and nothing else."""
    now = scene_of(session, meeting_id)
    shown = face(now)
    return {
        "now": now,
        "face": shown,
        "coming": _coming(now, shown),
        "seats": None if shown in WITHOUT_SEATS else _seats(now, shown),
    }


WITHOUT_SEATS = (
    Face.UNANNOUNCED,
    Face.BEFORE,
    Face.CLOSED_DOORS,
    Face.VOTE,
    Face.ADJOURNED,
    Face.CLOSED,
)


def _seats(now: Scene, shown: Face) -> seating.Picture | None:
    result = shown_result(now, shown) if shown in WITH_FIGURES else None
    return seating.by_vote(result) if result else seating.by_presence(now)


def _coming(now: Scene, shown: Face) -> Shown | None:
    """Before the meeting: what will be handled."""
    if shown is not Face.BEFORE:
        return None
    titles = [row.item for row in now.agenda]
    return {"items": titles[:COMING], "more": len(titles[COMING:])}


def _presence(session: Session, meeting_id: int, _onlooker: Onlooker) -> Shown:
    return {"now": scene_of(session, meeting_id)}


PANELS = [
    Panel("where", "screens/hall/_where.html", follow.STEPS | follow.AGENDA, _where, HALL),
    Panel(
        "words",
        "screens/hall/_words.html",
        follow.STEPS | follow.FLOOR | follow.PROPOSALS | follow.ROLL | follow.AGENDA,
        _words,
        HALL,
    ),
    Panel(
        "picture",
        "screens/hall/_picture.html",
        follow.STEPS | follow.BALLOTS | follow.AGENDA,
        _picture,
        HALL,
    ),
    Panel(
        "presence",
        "screens/hall/_presence.html",
        follow.ROLL | follow.LINES | follow.MEETING | follow.ITEM,
        _presence,
        HALL,
    ),
]
