"""The pieces of the member's page.  The same for everybody; "mine" is marked in the page."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from meetings.queries.roll import roll
from voting.queries.panels import vote_panel
from voting.queries.words import explanation, heading, requirement, says_all
from web.screens import follow
from web.screens.member import words
from web.screens.member.scene import scene

MEMBER = frozenset({Audience.MEMBER})
CALLS = 3  # names in "På tur"
Context = Callable[[Session, int, Onlooker], dict[str, Any]]


def _moment(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    return {"scene": scene(session, meeting_id)}


def _head(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene(session, meeting_id)
    return {"scene": now, "heading": words.heading(now)}


def _vote(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    now = scene(session, meeting_id)
    division = now.division
    told: dict[str, Any] = {"scene": now, "division": division, "heading": words.heading(now)}
    if division is None:
        return told
    if division.result is None:
        asked = (division.vote, division.present, onlooker.language)
        return told | {"requirement": requirement(*asked)}
    result = division.result
    told |= {"outcome": heading(result, onlooker.language), "says_all": says_all(result)}
    return told | {"because": explanation(result, onlooker.language)}


def _turnout(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    """Drawn at every ballot, so it reads the vote and nothing else."""
    division = vote_panel(session, meeting_id)
    return {"division": division if division and division.is_open else None}


def _question(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene(session, meeting_id)
    put = now.acclamation
    answers = words.answers(put) if put else []
    return {"scene": now, "answers": answers, "found": words.found_words(put) if put else ""}


def _stage(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene(session, meeting_id)
    return {"scene": now, "calls": now.waiting[:CALLS]}


def _faces(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    """Not while something is decided, nor beside the result."""
    now = scene(session, meeting_id)
    is_shown = not (now.is_deciding or now.division)
    return {"scene": now, "seats": roll(session, meeting_id) if is_shown else []}


def _everybody(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    return {"seats": roll(session, meeting_id)}


def _panel(name: str, follows: frozenset[str], context: Context = _moment) -> Panel:
    return Panel(name, f"screens/member/_{name}.html", follows, context, MEMBER)


LISTENING = follow.FLOOR | follow.STEPS_ONLY
PANELS = [
    _panel("head", follow.STEPS_ONLY | follow.AGENDA, _head),
    _panel("here", follow.MEETING),
    _panel("vote", follow.STEPS_ONLY | follow.ROLL, _vote),
    _panel("turnout", follow.VOTE | follow.BALLOTS | follow.ROLL | follow.ITEM, _turnout),
    _panel("question", follow.STEPS_ONLY | follow.PROPOSALS, _question),
    _panel("stage", LISTENING, _stage),
    _panel("faces", follow.ROLL | follow.STEPS_ONLY, _faces),
    _panel("actions", LISTENING),
    _panel("tools", follow.STEPS_ONLY | follow.DOCUMENT | follow.AGENDA),
    _panel("proposals", follow.STEPS_ONLY | follow.PROPOSALS),
    _panel("dialogs", follow.STEPS_ONLY | follow.AGENDA),
    _panel("queue", LISTENING),
    _panel("shortcuts", follow.STEPS_ONLY),
    _panel("summons", follow.VOTE | follow.ACCLAMATION - follow.LEVEL | follow.ITEM),
    _panel("gallery", follow.ROLL | follow.MEETING, _everybody),
]
